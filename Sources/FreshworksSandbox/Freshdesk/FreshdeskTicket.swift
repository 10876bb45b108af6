import Foundation
import FreshworksCore

/// A ticket as the sandbox keeps it.
struct FreshdeskTicket: Sendable {
    static let viewIncludes = ["conversations", "requester", "company", "stats"]
    static let listIncludes = ["stats", "requester", "description"]

    private static let defaults: JSONObject = [
        "cc_emails": [], "email_config_id": .null, "group_id": .null, "priority": 1, "responder_id": .null,
        "source": 2, "company_id": .null, "status": 2, "subject": .null, "product_id": .null, "type": .null,
        "internal_agent_id": .null, "internal_group_id": .null,
        "custom_fields": ["cf_region": .null, "cf_locked": false, "cf_seats": .null, "cf_renewal_on": .null],
        "tags": [],
    ]

    let id: Int64
    /// The keys that requests may set and that answers show as they were set.
    var fields = defaults
    var requesterID: Int64
    /// The first message, as HTML.
    var description = ""
    /// When it was agreed to be resolved and first answered; `nil` leaves that to the service.
    var dueBy: Date?
    var firstResponseDueBy: Date?
    var stats: FreshdeskTicketStats
    var attachments: [FreshdeskAttachment] = []
    /// 1 parent, 2 child, 3 tracker, 4 related.
    var associationType: Int?
    var associated: [Int64] = []
    var isDeleted = false
    var isSpam = false
    let createdAt: Date
    var updatedAt: Date

    /// Whether it can only be read.
    var isFrozen: Bool { isDeleted || isSpam }
    var status: Int64 { fields["status"] ?? 2 }
    var companyID: Int64? { fields["company_id"] }
    var responderID: Int64? { fields["responder_id"] }

    init(id: Int64, requesterID: Int64, createdAt: Date, updatedAt: Date) {
        self.id = id
        self.requesterID = requesterID
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        stats = FreshdeskTicketStats(statusUpdatedAt: createdAt)
    }

    /// Spreads the tickets evenly over the last 40 days, so that a list without `updated_since` shows three quarters.
    static func seeded(_ options: Sandbox.Options, agents: [Int64], now: Date) -> [FreshdeskTicket] {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshdesk tickets")
        let now = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        let spacing = 40 * 86_400 / Double(max(1, options.tickets))
        let subjects = ["Cannot sign in", "Invoice is missing", "Printer offline", "Refund please", "Slow dashboard"]
        let companies = FreshdeskDirectory.companies
        return (0..<max(0, options.tickets)).map { index in
            let age = ((Double(options.tickets - index) - 0.5) * spacing).rounded()
            let subject = "\(generator.pick(subjects)) (\(index + 1))"
            let status = generator.pick([2, 2, 3, 4, 5, 6, 7])
            let priority = 1 + generator.below(4)
            let type = generator.pick(["Question", "Incident", "Problem", nil])
            let requester = generator.below(50)
            let responder = generator.below(3) == 0 ? nil : generator.pick(agents)
            let tags: [JSONValue] = generator.pick([[], ["vip"], ["login", "urgent"]])
            let region = generator.pick(["EMEA", "APAC", "AMER"])
            let seats = generator.below(500)
            var ticket = FreshdeskTicket(
                id: Int64(index + 1), requesterID: 70_041_000_001 + Int64(requester),
                createdAt: now.addingTimeInterval(-age),
                updatedAt: now.addingTimeInterval(-(age * Double(generator.below(100)) / 100).rounded()))
            ticket.fields["subject"] = .string(subject)
            ticket.fields["priority"] = .int(priority)
            ticket.fields["type"] = type.map { .string($0) } ?? .null
            ticket.fields["responder_id"] = responder.map { .int($0) } ?? .null
            ticket.fields["company_id"] = requester % 3 < 2 ? .int(companies[requester % 3].id) : .null
            ticket.fields["tags"] = .array(tags)
            ticket.fields.merge("custom_fields", ["cf_region": .string(region), "cf_seats": .int(seats)])
            ticket.setStatus(.int(status), at: ticket.updatedAt)
            ticket.description = "<div>\(subject)</div>"
            return ticket
        }
    }

    /// Takes over what a request sets; of the custom fields only those that were sent.
    mutating func apply(_ body: FreshdeskBody, now: Date) {
        for key in fields.keys where key != "custom_fields" && key != "status" {
            if let value: JSONValue = body[key] { fields[key] = value }
        }
        fields.merge("custom_fields", body["custom_fields"])
        if let status: JSONValue = body["status"], status != fields["status"] { setStatus(status, at: now) }
        if let text = body["description"]?.stringValue { description = FreshdeskHTML.wrapped(text) }
        if body["due_by"] != nil { dueBy = body.time("due_by") }
        if body["fr_due_by"] != nil { firstResponseDueBy = body.time("fr_due_by") }
        updatedAt = now
    }

    private mutating func setStatus(_ status: JSONValue, at now: Date) {
        stats.change(from: self.status, to: status.int64Value ?? 2, at: now)
        fields["status"] = status
    }

    /// The service computes due times some seconds after the creation; until then there are none.
    func due(at now: Date) -> (resolution: Date?, firstResponse: Date?) {
        let isComputed = now >= createdAt.addingTimeInterval(5)
        return (
            dueBy ?? (isComputed ? createdAt.addingTimeInterval(3 * 86_400) : nil),
            firstResponseDueBy ?? (isComputed ? createdAt.addingTimeInterval(86_400) : nil)
        )
    }
}

/// When what happened to a ticket; `nil` for what did not.
struct FreshdeskTicketStats: Sendable {
    var agentRespondedAt: Date?
    var firstRespondedAt: Date?
    var statusUpdatedAt: Date
    var reopenedAt: Date?
    var resolvedAt: Date?
    var closedAt: Date?
    var pendingSince: Date?

    init(statusUpdatedAt: Date) { self.statusUpdatedAt = statusUpdatedAt }

    mutating func change(from old: Int64, to new: Int64, at now: Date) {
        statusUpdatedAt = now
        pendingSince = new == 3 ? now : nil
        switch new {
        case 4:
            resolvedAt = now
            closedAt = nil
        case 5:
            closedAt = now
            resolvedAt = resolvedAt ?? now
        default:
            if old == 4 || old == 5 { reopenedAt = now }
            resolvedAt = nil
            closedAt = nil
        }
    }

    mutating func agentReplied(at now: Date) {
        agentRespondedAt = now
        firstRespondedAt = firstRespondedAt ?? now
    }

    var json: JSONValue {
        [
            "agent_responded_at": .seconds(agentRespondedAt), "requester_responded_at": .null,
            "first_responded_at": .seconds(firstRespondedAt), "status_updated_at": .seconds(statusUpdatedAt),
            "reopened_at": .seconds(reopenedAt), "resolved_at": .seconds(resolvedAt),
            "closed_at": .seconds(closedAt), "pending_since": .seconds(pendingSince),
        ]
    }
}
