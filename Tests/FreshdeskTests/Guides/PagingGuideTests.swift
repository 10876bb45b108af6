import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The guide to paging")
struct PagingGuideTests {
    private let folder: TemporaryFolder
    private let freshdesk: FreshdeskClient

    init() throws {
        folder = try TemporaryFolder(inMemory: true)
        freshdesk = try ChangingDesk(tickets: 250, seed: 1).client
    }

    private var file: URL { folder.url.appendingPathComponent("\(folder.names.count).ndjson") }

    @Test("lists as it says")
    func lists() async throws {
        var names: [String] = []
        for try await agent in freshdesk.agents.list() {
            names.append(agent.contact?.name ?? "")
        }
        #expect(names.count == 25)

        var contacts: [Contact] = []
        var cursor: PageCursor?
        let stored = cursor
        for try await page in freshdesk.contacts.list(from: stored).pages {
            contacts += page.items
            cursor = page.next
        }
        #expect(!contacts.isEmpty && cursor == nil)

        var tickets: [Int64: Ticket] = [:]
        var lastRun: ChangeCheckpoint?
        let list = freshdesk.tickets.list(updatedSince: .distantPast, tombstones: true, from: lastRun)
        for try await page in list.pages {
            for ticket in page.items {
                if ticket.isDeleted == true || ticket.isSpam == true {
                    tickets[ticket.id] = nil
                } else {
                    tickets[ticket.id] = ticket
                }
            }
            lastRun = page.checkpoint
        }
        #expect(tickets.count == 250 && lastRun != nil)
    }

    @Test("exports as it says")
    func exports() async throws {
        let file = file
        try await freshdesk.tickets.list(updatedSince: .distantPast).export(to: file, .resuming) { progress in
            print(progress.records)
        }
        try await detailed(to: self.file, since: .now)
        try await quiet(to: self.file)
        #expect(folder.names.count == 6)
    }

    private func detailed(to file: URL, since monday: Date) async throws {
        try await freshdesk.tickets.list(updatedSince: monday)
            .export(to: file, adding: freshdesk.tickets.conversations(in:))
    }

    private func quiet(to file: URL) async throws {
        let quiet = try freshdesk.limited(toShare: 0.5)
        try await quiet.contacts.list().export(to: file, .resuming)
    }

    @Test("shows only code that is compiled here")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath)
        let page = here.deletingLastPathComponent()
            .appending(path: "../../../Sources/FreshworksCore/FreshworksCore.docc/PagingAndResuming.md")
            .standardizedFileURL
        let code = Self.lines(try String(contentsOf: here, encoding: .utf8))
        let blocks = try String(contentsOf: page, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == 6)
        for block in blocks {
            let lines = Self.lines(String(block.output.1))
            #expect(code.indices.contains { code[$0...].starts(with: lines) }, "\(lines)")
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
