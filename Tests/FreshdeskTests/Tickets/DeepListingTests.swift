import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

/// In the suite with a tenth of a page's tickets, and so a tenth of what the service serves; the soak has the real numbers.
@Suite("Tickets beyond the service's last page", .inTurn, .endsIfItHangs)
struct DeepListingTests {
    private static let scale = ChangingDesk.isSoak ? 1 : 10
    private static let pageSize = 100 / scale

    @Test(
        "are all listed while one in twenty changes, none twice in the same version",
        arguments: 1...(ChangingDesk.seeds ?? 2))
    func changing(seed: UInt64) async throws {
        let count = ChangingDesk.isSoak ? 100_000 : 4_000
        var desk = try ChangingDesk(tickets: count, seed: seed)
        desk.clock.advance(by: .seconds(60))
        var read: [TicketVersion] = []
        var checkpoint: ChangeCheckpoint?
        var (pages, left) = (0, count / 20)
        let began = ContinuousClock.now
        // Stopped and begun again now and then.
        var isDone = false
        while !isDone {
            isDone = true
            let list = desk.tickets.list(
                updatedSince: .distantPast, tombstones: true, pageSize: Self.pageSize, from: checkpoint)
            for try await page in list.pages {
                read += page.items.map(TicketVersion.init)
                checkpoint = page.checkpoint
                pages += 1
                desk.clock.advance(by: .milliseconds(Int.random(in: 50...600, using: &desk.random)))
                let changes = min(left, Int.random(in: 0...(ChangingDesk.isSoak ? 12 : 2), using: &desk.random))
                left -= changes
                try await desk.change(changes, of: count)
                if pages % 157 == 0 {
                    isDone = false
                    break
                }
            }
        }
        print("\(count) tickets, seed \(seed): \(pages) pages, \(read.count) versions, \(ContinuousClock.now - began)")
        #expect(Set(read).count == read.count)
        #expect(Set(read.map(\.id)) == Set(1...Int64(count)))
        #expect(left == 0)
        desk.clock.advance(by: .seconds(60))
        let rest = desk.tickets.list(
            updatedSince: .distantPast, tombstones: true, pageSize: Self.pageSize, from: checkpoint)
        for try await ticket in rest { read.append(TicketVersion(ticket)) }
        let latest = Dictionary(read.map { ($0.id, $0.time) }) { $1 }
        #expect(try await latest == desk.versions())
    }

    /// Tickets that one bulk update has changed in the same second.
    private func crowd(_ count: Int) async throws -> ChangingDesk {
        let desk = try ChangingDesk(tickets: count + 200, seed: 3)
        desk.clock.advance(by: .seconds(60))
        _ = try await desk.tickets.bulkUpdate(
            Array(101...Int64(count + 100)), TicketBulkUpdate { $0.priority = .urgent })
        desk.clock.advance(by: .seconds(60))
        for id in 1...Int64(50) { try await desk.tickets.update(id, TicketUpdate { $0.priority = .low }) }
        desk.clock.advance(by: .seconds(60))
        return desk
    }

    @Test("are listed from both ends when more were changed in one second than one end shows, while they change")
    func bothEnds() async throws {
        let count = ChangingDesk.isSoak ? 45_000 : 3_500
        var desk = try await crowd(count)
        var read: [TicketVersion] = []
        for try await page in desk.tickets.list(updatedSince: .distantPast, pageSize: Self.pageSize).pages {
            read += page.items.map(TicketVersion.init)
            desk.clock.advance(by: .milliseconds(300))
            guard Int.random(in: 0..<4, using: &desk.random) == 0 else { continue }
            let id = Int64.random(in: 1...Int64(count + 200), using: &desk.random)
            try await desk.tickets.update(id, TicketUpdate { $0.priority = .high })
        }
        #expect(Set(read).count == read.count)
        #expect(Set(read.map(\.id)) == Set(1...Int64(count + 200)))
        #expect(desk.sandbox.requests.contains { $0.query.contains("order_type=desc") })
    }

    @Test("end with an error that says so when more were changed in one second than both ends show")
    func tooMany() async throws {
        let count = 70_000 / Self.scale
        let desk = try await crowd(count)
        var read: Set<Int64> = []
        let error = await #expect(throws: FreshworksError.self) {
            for try await ticket in desk.tickets.list(updatedSince: .distantPast, pageSize: Self.pageSize) {
                read.insert(ticket.id)
            }
        }
        #expect(error?.code == .pageCeiling)
        #expect(error?.operation == "tickets.list")
        #expect(error?.message.contains("in one second") == true)
        #expect(read.count < count + 200)
    }
}
