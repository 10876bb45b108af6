import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Calls as users write them")
struct FreshdeskCallSiteTests {
    @Test("a ticket is created, changed, answered, listed; an agent is found and deleted: results may be ignored")
    func freshdesk() async throws {
        let folder = try TemporaryFolder()
        let logURL = try folder.file("run.log", Data("all went well\n".utf8))

        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))  // in memory, no socket
        let freshdesk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)

        let ticket = try await freshdesk.tickets.create(
            TicketDraft(
                requester: .email("sample@example.com"), subject: "Sample ticket",
                description: "Create a sample ticket", priority: .urgent, status: .open))
        try await freshdesk.tickets.update(
            ticket.id,
            TicketUpdate {
                $0.status = .resolved
                $0.responderID = .clear
            })
        try await freshdesk.tickets.reply(
            to: ticket.id, ReplyDraft(body: "<p>Done.</p>"), attachments: [.file(at: logURL)])

        let lastRun = try #require(ticket.createdAt)
        var ids: [Int64] = []
        for try await ticket in freshdesk.tickets.list(updatedSince: lastRun) { ids.append(ticket.id) }
        #expect(ids.contains(ticket.id))

        try await freshdesk.agents.create(AgentDraft(email: "sam@acmehelp.test", ticketScope: .group))
        let agent = try #require(try await freshdesk.agents.first(email: "sam@acmehelp.test"))
        try await freshdesk.agents.delete(agent.id)
        let limit = await freshdesk.rateLimit
        #expect(limit != nil)

        let changed = try await freshdesk.tickets.get(ticket.id, include: [.conversations])
        #expect(changed.status == .resolved)
        #expect(changed.conversations?.first?.attachments?.first?.name == "run.log")
    }
}
