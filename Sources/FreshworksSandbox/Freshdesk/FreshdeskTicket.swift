import Foundation
import FreshworksCore

/// A ticket as the sandbox keeps it.
struct FreshdeskTicket: Sendable {
    let id: Int64
    let subject: String
    let status: Int
    let priority: Int
    let type: String?
    let requesterID: Int64
    let responderID: Int64?
    let tags: [String]
    let region: String
    let seats: Int
    let createdAt: Date
    let updatedAt: Date

    var dueBy: Date { createdAt.addingTimeInterval(3 * 86_400) }

    /// Spreads the tickets evenly over the last 40 days, so that a list without `updated_since` shows three quarters.
    static func seeded(_ options: Sandbox.Options, agents: [Int64], now: Date) -> [FreshdeskTicket] {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshdesk tickets")
        let now = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        let spacing = 40 * 86_400 / Double(max(1, options.tickets))
        let subjects = ["Cannot sign in", "Invoice is missing", "Printer offline", "Refund please", "Slow dashboard"]
        return (0..<max(0, options.tickets)).map { index in
            let age = ((Double(options.tickets - index) - 0.5) * spacing).rounded()
            return FreshdeskTicket(
                id: Int64(index + 1), subject: "\(generator.pick(subjects)) (\(index + 1))",
                status: generator.pick([2, 2, 3, 4, 5, 6, 7]), priority: 1 + generator.below(4),
                type: generator.pick(["Question", "Incident", "Problem", nil]),
                requesterID: 70_041_000_001 + Int64(generator.below(50)),
                responderID: generator.below(3) == 0 ? nil : generator.pick(agents),
                tags: generator.pick([[], ["vip"], ["login", "urgent"]]),
                region: generator.pick(["EMEA", "APAC", "AMER"]), seats: generator.below(500),
                createdAt: now.addingTimeInterval(-age),
                updatedAt: now.addingTimeInterval(-(age * Double(generator.below(100)) / 100).rounded()))
        }
    }

    /// The keys of a list row: no description, no attachments.
    var row: JSONValue {
        [
            "cc_emails": [], "fwd_emails": [], "reply_cc_emails": [], "ticket_cc_emails": [], "fr_escalated": false,
            "spam": false, "email_config_id": .null, "group_id": .null, "priority": .int(priority),
            "requester_id": .int(requesterID), "responder_id": responderID.map { .int($0) } ?? .null, "source": 2,
            "company_id": .null, "status": .int(status), "subject": .string(subject), "support_email": .null,
            "to_emails": .null, "product_id": .null, "id": .int(id), "type": type.map { .string($0) } ?? .null,
            "due_by": .seconds(dueBy), "fr_due_by": .seconds(createdAt.addingTimeInterval(86_400)),
            "is_escalated": false,
            "custom_fields": ["cf_region": .string(region), "cf_locked": false, "cf_seats": .int(seats)],
            "created_at": .seconds(createdAt), "updated_at": .seconds(updatedAt), "associated_tickets_count": .null,
            "tags": .array(tags.map { .string($0) }), "nr_due_by": .null, "nr_escalated": false,
        ]
    }
}
