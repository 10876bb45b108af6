import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@Suite("An hour's thousand calls, which three clients of one process share", .inTurn, .endsIfItHangs)
struct HourlyQuotaTests {
    private static let contact: Int64 = 70_050_001_001
    /// As long as it takes.
    private static let patient = CallOptions(deadline: .seconds(1_000_000), limitPatience: .seconds(1_000_000))

    /// One reads, one lists for nobody who waits, one writes: 2,601 calls, more than two whole hours. Neither the first nor
    /// the last can be done within one, whoever goes first.
    private static func work(in hours: QuotaHours) async throws {
        let runtime = hours.makeRuntime()
        let (reader, lister, writer) = (
            try hours.client(runtime), try hours.client(runtime), try hours.client(runtime)
        )
        try await hours.run(
            runtime,
            [
                { for _ in 0..<1100 { _ = try await reader.contacts.get(Self.contact, options: Self.patient) } },
                {
                    var batch = Self.patient
                    batch.priority = .batch
                    let view = try await lister.contacts.view(named: "All Contacts", options: batch)
                    var pages = 0
                    while pages < 400 {
                        for try await _ in lister.contacts.list(view: view.id, pageSize: 1, options: batch).pages {
                            pages += 1
                            if pages == 400 { break }
                        }
                    }
                },
                {
                    for number in 0..<1100 {
                        try await writer.notes.create(
                            NoteDraft("Note \(number)", about: .contact(Self.contact)), options: Self.patient)
                    }
                },
            ])
    }

    /// The notes of the contact as the sandbox was asked to write them, by their numbers.
    private static func notes(in hours: QuotaHours) -> [String] {
        hours.sandbox.requests.filter { $0.status == 200 && $0.method == .post }
            .compactMap { $0.json?["note"]?["description"]?.stringValue }
    }

    @Test("are used up without one refusal where the service tells what remains, and go on in the next hour")
    func withHeaders() async throws {
        let hours = QuotaHours(from: .seconds(1200), sendsRateHeaders: true)
        try await Self.work(in: hours)
        print("Freshsales' hours with headers: \(hours.hours)")
        #expect(hours.hours.map(\.refused).allSatisfy { $0 == 0 })
        #expect(hours.hours.map(\.answered).reduce(0, +) == 2601)
        #expect(hours.hours.count == 3)
        // No call of a whole hour is left, but for a few that interactive calls would have found.
        #expect(hours.hours.prefix(2).allSatisfy { (980...1000).contains($0.answered) })
        #expect(Self.notes(in: hours) == (0..<1100).map { "Note \($0)" })
        // Whoever watches hears of the wait at once, and that it lasts until the hour ends.
        let first = try #require(hours.waits.first)
        let end = first.from.timeIntervalSince1970 + first.expected / .seconds(1)
        #expect(abs(end.truncatingRemainder(dividingBy: 3600) - 1) <= 2)
        #expect(Set(hours.waits.map(\.operation)).isSuperset(of: ["contacts.get", "contacts.list", "notes.create"]))
        for operation in ["contacts.get", "contacts.list", "notes.create"] {
            #expect(hours.longestWaits[operation] ?? .zero > .seconds(60), "\(operation)")
        }
    }

    @Test("are found by a few refusals where it tells nothing, which are told to whoever watches; the work goes on")
    func withoutHeaders() async throws {
        let hours = QuotaHours(from: .zero, sendsRateHeaders: false)
        try await Self.work(in: hours)
        print("Freshsales' hours without headers: \(hours.hours)")
        #expect(hours.hours.map(\.answered).reduce(0, +) == 2601)
        #expect(hours.hours.first?.answered == 1000)
        #expect(hours.hours.count <= 4)
        // One asks for all now and then whether the hour is over, the more rarely the longer it takes.
        #expect(hours.hours.allSatisfy { $0.refused <= 25 })
        #expect(Self.notes(in: hours) == (0..<1100).map { "Note \($0)" })
        #expect(Set(hours.waits.map(\.operation)).isSuperset(of: ["contacts.get", "notes.create"]))
        #expect(hours.longestWaits.values.max() ?? .zero > .seconds(1800))
    }
}
