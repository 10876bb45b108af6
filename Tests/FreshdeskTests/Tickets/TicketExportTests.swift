import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("An export of tickets", .inTurn)
struct TicketExportTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(inMemory: true) }

    private func file(_ name: String) -> URL { folder.url.appendingPathComponent(name) }

    private func ids(_ name: String) throws -> [Int64] {
        try String(contentsOf: file(name), encoding: .utf8).split(separator: "\n").map {
            try #require(try JSONValue(parsing: Data($0.utf8))["id"]?.int64Value)
        }
    }

    @Test("that is complete goes on with what was changed since, in the same file or in another")
    func incremental() async throws {
        let desk = try ChangingDesk(tickets: 250, seed: 1)
        let list = desk.tickets.list(updatedSince: .distantPast, tombstones: true)
        try await list.export(to: file("all"), .resuming)
        #expect(try ids("all").sorted() == Array(1...250))
        #expect(try await list.export(to: file("all"), .resuming).newRecords == 0)
        desk.clock.advance(by: .seconds(60))
        try await desk.tickets.update(9, TicketUpdate { $0.priority = .urgent })
        try await desk.tickets.delete(11)
        try await list.export(to: file("news"), .after(file("all")))
        #expect(try ids("news") == [9, 11])
        let result = try await list.export(to: file("all"), .resuming)
        #expect(result.newRecords == 2 && result.records == 252 && result.isComplete)
        #expect(try ids("all").suffix(2) == [9, 11])
        #expect(try await list.export(to: file("later"), .after(file("news"))).records == 0)
    }

    @Test("that is cancelled after any page goes on where it was")
    func cancelled() async throws {
        let desk = try ChangingDesk(tickets: 40, seed: 1)
        let list = desk.tickets.list(updatedSince: .distantPast, pageSize: 10)
        try await list.export(to: file("whole"))
        var runs = 0
        var isComplete = false
        while !isComplete {
            runs += 1
            let target = file("parts")
            let run = Task {
                _ = try await list.export(to: target, .resuming) { _ in
                    withUnsafeCurrentTask { task in task?.cancel() }
                }
            }
            switch await run.result {
            case .success: isComplete = true
            case .failure(let error): #expect(error is CancellationError)
            }
            try #require(runs < 20)
        }
        #expect(runs > 3)
        #expect(try Data(contentsOf: file("parts")) == Data(contentsOf: file("whole")))
    }

    @Test("adds all conversations of each ticket, and nothing for one that is gone")
    func conversations() async throws {
        let desk = try ChangingDesk(tickets: 5, seed: 1)
        for text in ["one", "two"] { try await desk.tickets.addNote(to: 3, NoteDraft(body: text)) }
        let list = desk.tickets.list(updatedSince: .distantPast)
        try await list.export(to: file("all"), adding: desk.tickets.conversations(in:))
        let rows = try String(contentsOf: file("all"), encoding: .utf8).split(separator: "\n").map {
            try JSONValue(parsing: Data($0.utf8))
        }
        #expect(rows.count == 5)
        for row in rows {
            let texts = row["conversations"]?.arrayValue?.map { $0["body_text"]?.stringValue }
            #expect(texts == (row["id"] == 3 ? ["one", "two"] : []))
        }
        let gone = try Ticket(json: ["id": 4711])
        #expect(try await desk.tickets.conversations(in: gone).isEmpty)
    }
}
