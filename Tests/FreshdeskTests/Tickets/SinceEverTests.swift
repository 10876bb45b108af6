import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("What changed since ever")
struct SinceEverTests {
    private let wire = ScriptedTransport(.json(200, "[]"))

    @Test(
        "is asked for with the earliest date that there is, and never by leaving it out, which would mean thirty days",
        arguments: [Date.distantPast, Date(timeIntervalSince1970: -1), Date(timeIntervalSince1970: 0)])
    func everything(date: Date) async throws {
        _ = try await freshdesk(wire).tickets.list(updatedSince: date).all()
        _ = try await freshdesk(wire).contacts.list(ContactFilter(updatedSince: date)).all()
        #expect(wire.lines.count == 2)
        for line in wire.lines { #expect(line.contains("updated_since=1970-01-01T00%3A00%3A00Z"), "\(line)") }
    }

    @Test("within a second is asked for from its beginning, so that no change of that second is missed")
    func second() async throws {
        let date = utc(2026, 11, 27, 22, 13, 20).addingTimeInterval(0.9996)
        _ = try await freshdesk(wire).tickets.list(updatedSince: date).all()
        _ = try await freshdesk(wire).contacts.list(ContactFilter(updatedSince: date)).all()
        for line in wire.lines { #expect(line.contains("updated_since=2026-11-27T22%3A13%3A20Z"), "\(line)") }
    }
}
