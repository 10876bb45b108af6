import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Tickets in the order of their changes")
struct TicketChangesTests {
    private static func page(_ rows: (id: Int, time: String)...) -> TransportResponse {
        .json(200, "[" + rows.map { #"{"id":\#($0.id),"updated_at":"\#($0.time)"}"# }.joined(separator: ",") + "]")
    }

    @Test("the next page begins with the last row's second, and what was read of it does not come again")
    func seams() async throws {
        let wire = ScriptedTransport(
            Self.page((7, "2025-03-04T09:00:00Z"), (8, "2025-03-04T09:00:01Z"), (9, "2025-03-04T10:00:01+01:00")),
            Self.page((8, "2025-03-04T09:00:01Z"), (9, "2025-03-04T09:00:01Z"), (10, "2025-03-04T09:00:01Z")),
            Self.page((10, "2025-03-04T09:00:01Z"), (3, "2025-03-04T09:00:05Z")),
            Self.page((3, "2025-03-04T09:00:05Z")))
        let list = try freshdesk(wire).tickets.list(updatedSince: utc(2025, 3, 4), include: [.stats], pageSize: 3)
        #expect(try await list.all().map(\.id) == [7, 8, 9, 10, 3])
        func line(_ second: String, _ rest: String) -> String {
            """
            GET /api/v2/tickets?updated_since=2025-03-04T\(second)Z&order_by=updated_at&order_type=asc&include=stats\
            &per_page=\(rest)
            """
        }
        // The second page holds one second alone, so that only numbers go on: by a page that shows the last row again.
        #expect(
            wire.lines == [
                line("00%3A00%3A00", "3"), line("09%3A00%3A01", "3"), line("09%3A00%3A01", "2&page=2"),
                line("09%3A00%3A02", "3"),
            ])
    }

    @Test("the first one is read with its page alone")
    func first() async throws {
        let wire = ScriptedTransport(Self.page((7, "2025-03-04T09:00:00Z"), (8, "2025-03-04T09:00:01Z")))
        #expect(try await freshdesk(wire).tickets.list(updatedSince: .distantPast, pageSize: 2).first()?.id == 7)
        #expect(wire.requests.count == 1)
        let empty = ScriptedTransport(.json(200, "[]"))
        #expect(try await freshdesk(empty).tickets.list(updatedSince: .distantPast).first() == nil)
    }

    @Test("a checkpoint goes on where the page ended, and is refused by another account or list")
    func checkpoints() async throws {
        let wire = ScriptedTransport(
            Self.page((7, "2025-03-04T09:00:00Z"), (8, "2025-03-04T09:00:01Z")),
            Self.page((8, "2025-03-04T09:00:01Z"), (9, "2025-03-04T09:00:02Z")))
        let tickets = try freshdesk(wire).tickets
        var pages = tickets.list(updatedSince: .distantPast, pageSize: 2).pages.makeAsyncIterator()
        let stored = try JSONEncoder().encode(#require(try await pages.next()).checkpoint)
        let checkpoint = try JSONDecoder().decode(ChangeCheckpoint.self, from: stored)
        var rest = tickets.list(updatedSince: .distantPast, pageSize: 2, from: checkpoint).pages.makeAsyncIterator()
        #expect(try await rest.next()?.items.map(\.id) == [9])
        #expect(wire.lines.last?.contains("updated_since=2025-03-04T09%3A00%3A01Z") == true)
        let elsewhere = try FreshdeskClient(
            subdomain: "other", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(transport: wire, clock: StillClock()))
        for list in [
            elsewhere.tickets.list(updatedSince: .distantPast, from: checkpoint),
            tickets.list(updatedSince: .distantPast, include: [.stats], from: checkpoint),
        ] {
            await expectRefusal(.foreignCursor) { _ = try await list.all() }
        }
        #expect(wire.requests.count == 2)
    }

    @Test("a ticket without a time, or with a page size that cannot be, is an error of this call")
    func refusals() async throws {
        let list = try freshdesk(ScriptedTransport(.json(200, #"[{"id":7}]"#))).tickets.list(updatedSince: .now)
        let error = await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.operation == "tickets.list")
        let wire = ScriptedTransport(.json(200, "[]"))
        for size in [-1, 0, 101] {
            await expectRefusal(.invalidArgument) {
                _ = try await freshdesk(wire).tickets.list(updatedSince: .now, pageSize: size).all()
            }
        }
        #expect(wire.requests.isEmpty)
    }

    @Test("tickets in the trash and spam come as tombstones when asked for, and behind the others")
    func tombstones() async throws {
        let desk = try ChangingDesk(tickets: 40, seed: 1)
        try await desk.tickets.delete(7)
        desk.sandbox.freshdesk.markAsSpam(ticket: 8)
        let live = try await desk.tickets.list(updatedSince: .distantPast).all()
        #expect(live.count == 38)
        let all = try await desk.tickets.list(updatedSince: .distantPast, tombstones: true).all()
        #expect(all.prefix(38).map(\.id) == live.map(\.id))
        #expect(all.dropFirst(38).map(\.id) == [8, 7])
        #expect(all[38].isSpam == true && all[38].isDeleted == nil)
        #expect(all[39].isDeleted == true)
    }

    @Test("a ticket that comes back from the trash while it is read is not missed")
    func restored() async throws {
        let desk = try ChangingDesk(tickets: 20, seed: 1)
        try await desk.tickets.delete(7)
        desk.clock.advance(by: .seconds(100))
        var read: [Int64] = []
        for try await page in desk.tickets.list(updatedSince: .distantPast, tombstones: true).pages {
            if read.isEmpty { try await desk.tickets.restore(7) }
            read += page.items.map(\.id)
        }
        #expect(read.sorted() == Array(1...20))
    }

    @Test("the last checkpoint leads to what was changed afterwards, and to nothing else")
    func incremental() async throws {
        let desk = try ChangingDesk(tickets: 250, seed: 1)
        var checkpoint: ChangeCheckpoint?
        for try await page in desk.tickets.list(updatedSince: .distantPast, tombstones: true).pages {
            checkpoint = page.checkpoint
        }
        #expect(
            try await desk.tickets.list(updatedSince: .distantPast, tombstones: true, from: checkpoint).all().isEmpty)
        // In the very second that the last run ended in.
        try await desk.tickets.update(9, TicketUpdate { $0.priority = .urgent })
        try await desk.tickets.delete(11)
        desk.clock.advance(by: .seconds(10))
        try await desk.tickets.update(10, TicketUpdate { $0.priority = .urgent })
        let news = desk.tickets.list(updatedSince: .distantPast, tombstones: true, from: checkpoint)
        #expect(try await news.all().map(\.id) == [9, 10, 11])
    }
}
