import Foundation
import Freshdesk

func readmeFirst(key: String) async throws -> FreshdeskClient {
    let freshdesk = try FreshdeskClient(subdomain: "acme", credential: .apiKey(key))
    print(try await freshdesk.verify().advice)  // one harmless call, and in a sentence what is wrong
    return freshdesk
}

func readmeTour(
    _ freshdesk: FreshdeskClient, log: URL, region: String, lastRun: Date, contact: Int64
) async throws {
    var draft = TicketDraft(
        requester: .email("sample@example.com"), subject: "Sample ticket", description: "Create a sample ticket",
        priority: .urgent, status: .open)
    draft.customFields["cf_region"] = region
    let ticket = try await freshdesk.tickets.create(draft)

    try await freshdesk.tickets.reply(to: ticket.id, ReplyDraft(body: "<p>Done.</p>"), attachments: [.file(at: log)])
    let done = TicketUpdate {
        $0.status = .resolved
        $0.responderID = .clear
    }
    try await freshdesk.tickets.update(ticket.id, done)
    let again = try await freshdesk.tickets.get(ticket.id)
    print(again.status == .resolved, again.customFields["cf_region"] == region)

    for try await ticket in freshdesk.tickets.list(updatedSince: lastRun) {  // .distantPast: all there are
        print(ticket.id, ticket.subject ?? "-")
    }
    for try await ticket in freshdesk.tickets.list(TicketFilter(requester: .id(contact))) {  // of the last 30 days
        print(ticket.id, ticket.subject ?? "-")
    }

    if let agent = try await freshdesk.agents.first(email: "sample.agent@example.com") {
        try await freshdesk.agents.delete(agent.id)  // makes a contact of the agent; with an administrator's key
    }

    do {
        try await freshdesk.tickets.delete(ticket.id)
    } catch let error as FreshworksError {
        print(error)  // what happened, whether it may have been carried out, what to do next
    }
}
