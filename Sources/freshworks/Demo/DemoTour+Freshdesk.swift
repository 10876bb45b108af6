import Foundation
import Freshdesk
import FreshworksSandbox

extension DemoTour {
    static let freshdeskSteps = [
        Step(title: "Create a Freshdesk ticket, reply to it with a file, resolve and delete it") {
            try await $0.ticketLife()
        },
        Step(title: "Repeat a failed read, but not a write that may have been carried out") {
            try await $0.failures()
        },
        Step(title: "Read all pages of the tickets") {
            try await $0.countPages(of: $0.freshdesk().tickets.list(pageSize: 40))
        },
        Step(title: "Create a Freshdesk agent, find the agent by e-mail address, delete the agent") {
            try await $0.agentLife()
        },
    ]

    private func ticketLife() async throws -> String {
        let tickets = try freshdesk().tickets
        let ticket = try await tickets.create(
            TicketDraft(
                requester: .email("sample@example.com"), subject: "Sample ticket",
                description: "Create a sample ticket",
                priority: .urgent, status: .open))
        let log = AttachmentUpload.data(Data("all is well\n".utf8), filename: "log.txt", contentType: "text/plain")
        _ = try await tickets.reply(to: ticket.id, ReplyDraft(body: "<p>Done.</p>"), attachments: [log])
        let changed = try await tickets.update(
            ticket.id,
            TicketUpdate {
                $0.status = .resolved
                $0.responderID = .clear
            })
        try expect(changed.status == .resolved, "the ticket is not resolved")
        let replies = try await tickets.conversations(of: ticket.id).all()
        try expect(replies.count == 1 && replies.first?.attachments?.count == 1, "the reply or its file is missing")
        try await tickets.delete(ticket.id)
        return "Ticket \(ticket.id) went from open to resolved to the trash, with one reply and its file."
    }

    private func failures() async throws -> String {
        let client = try freshdesk()
        sandbox.inject(.status(503), on: .freshdesk(method: .get))
        let agent = try await client.agents.me()
        sandbox.inject(.reset, on: .freshdesk(method: .post))
        let draft = TicketDraft(requester: .email("sample@example.com"), subject: "Once", description: "Only once")
        do {
            _ = try await client.tickets.create(draft)
        } catch let error as FreshworksError where error.mayHaveBeenExecuted && error.attempts == 1 {
            return "Agent \(agent.id) was read at the second try. The write: \(error)"
        }
        throw DemoFailure(description: "the lost write was not reported")
    }

    private func agentLife() async throws -> String {
        let agents = try freshdesk().agents
        let made = try await agents.create(
            AgentDraft(email: "sample.agent@example.com", ticketScope: .group) { $0.name = "Sample Agent" })
        let found = try await agents.first(email: "sample.agent@example.com")
        try expect(found?.id == made.id, "the agent was not found")
        try await agents.delete(made.id)
        let gone = try await agents.first(email: "sample.agent@example.com")
        try expect(gone == nil, "the agent is still there")
        return "Agent \(made.id) was created, found and turned into a contact."
    }
}
