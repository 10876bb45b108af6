import Foundation
import Freshdesk

// What the page "Webhooks of automation rules" shows.

func guideWebhook(
    _ body: Data, _ field: (String) -> String?, secret: Secret, _ freshdesk: FreshdeskClient
) async throws -> Ticket? {
    let webhook = try AutomationWebhook(secret: secret)
    let event = try webhook.event(of: body, field)
    guard let id = event.ticketID else { return nil }
    return try await freshdesk.tickets.get(id)  // what the event says may be old by now
}
