import Foundation
import FreshworksCore

extension FreshdeskService {
    /// Lists tell less than answers to changes, and views more.
    @Sendable static func showTicket(
        _ shown: inout JSONObject, _ ticket: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        // The service computes due times some seconds after the creation; until then there are none.
        if request.now >= ticket.time("created_at").addingTimeInterval(5) {
            let due = due(ticket)
            shown["due_by"] = due.resolution
            shown["fr_due_by"] = due.answer
        }
        let include = view == .row || view == .single ? request.include : []
        let text = ticket["description"]?.stringValue ?? ""
        if view != .row || include.contains("description") {
            shown["description"] = .string(text)
            shown["description_text"] = .string(FreshdeskHTML.text(text))
        }
        let associated = ticket["associated_tickets_list"]?.arrayValue ?? []
        if view == .row {
            shown["associated_tickets_count"] = associated.isEmpty ? .null : .int(associated.count)
        } else {
            shown["structured_description"] = FreshdeskHTML.structured(text, "description_contents")
            shown["attachments"] = service.files(of: ticket, sizeKey: "file_size", request)
            if view != .updated { shown["associated_tickets_list"] = .array(associated) }
            if view == .single { shown["source_additional_info"] = .null }
        }
        service.embed(include, of: ticket, in: &shown, request)
    }

    private func embed(
        _ include: Set<String>, of ticket: JSONObject, in shown: inout JSONObject, _ request: SandboxRequest
    ) {
        if include.contains("requester") { shown["requester"] = requester(ticket["requester_id"]) }
        if include.contains("stats") { shown["stats"] = ticket["stats"] }
        if include.contains("company") {
            let company = self[Self.companies, ticket["company_id"]]
            shown["company"] = company.map { ["id": $0["id"] ?? .null, "name": $0["name"] ?? .null] } ?? .null
        }
        if include.contains("conversations") {
            // Only the oldest ten; the rest has a list of its own.
            let oldest = all(Self.conversations).filter { $0["ticket_id"] == ticket["id"] }.prefix(10)
            shown["conversations"] = .array(oldest.map { show($0, .row, Self.conversations, request) })
        }
    }

    /// Requesters are contacts or agents.
    private func requester(_ id: JSONValue?) -> JSONValue {
        let user = self[Self.contacts, id] ?? self[Self.agents, id]?["contact"]?.objectValue ?? JSONObject()
        var object: JSONObject = ["id": id ?? .null]
        for key in ["name", "email", "mobile", "phone"] { object[key] = user[key] ?? JSONValue.null }
        return .object(object)
    }

    /// Spreads the tickets evenly over the last 40 days, so that a list without `updated_since` shows three quarters.
    mutating func seedTickets(_ options: Sandbox.Options, now: Date) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshdesk tickets")
        let now = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        let spacing = 40 * 86_400 / Double(max(1, options.tickets))
        let subjects = ["Cannot sign in", "Invoice is missing", "Printer offline", "Refund please", "Slow dashboard"]
        let agents = all(Self.agents).compactMap { $0["id"] as JSONValue? }
        for index in 0..<max(0, options.tickets) {
            let age = ((Double(options.tickets - index) - 0.5) * spacing).rounded()
            let subject = "\(generator.pick(subjects)) (\(index + 1))"
            let status = generator.pick([2, 2, 3, 4, 5, 6, 7])
            let created = now.addingTimeInterval(-age)
            var ticket = blank(Self.tickets, id: .int(index + 1), at: created)
            ticket["subject"] = .string(subject)
            ticket["description"] = .string("<div>\(subject)</div>")
            ticket["priority"] = .int(1 + generator.below(4))
            ticket["type"] = generator.pick(["Question", "Incident", "Problem", .null])
            let requester = generator.below(50)
            ticket["requester_id"] = .int(70_041_000_001 + requester)
            ticket["company_id"] = requester % 3 < 2 ? .int(70_000_555_001 + requester % 3) : .null
            ticket["responder_id"] = generator.below(3) == 0 ? .null : generator.pick(agents)
            ticket["tags"] = generator.pick([[], ["vip"], ["login", "urgent"]])
            let region = generator.pick(["EMEA", "APAC", "AMER"])
            ticket.merge("custom_fields", ["cf_region": .string(region), "cf_seats": .int(generator.below(500))])
            let changed = now.addingTimeInterval(-(age * Double(generator.below(100)) / 100).rounded())
            ticket["updated_at"] = .seconds(changed)
            Self.setStatus(.int(status), from: 2, of: &ticket, at: changed)
            keep(ticket, Self.tickets)
        }
        spendID(.int(max(0, options.tickets)), of: Self.tickets)
        shelves[Self.tickets.path]?.beginChanges(by: Self.manners.updatedKey)
    }
}
