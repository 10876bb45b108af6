import Foundation
import FreshworksCore

/// Tickets: what the sheet says of their keys, and what follows from them.
extension FreshdeskService {
    static let viewIncludes = ["conversations", "requester", "company", "stats"]
    static let listIncludes = ["stats", "requester", "description", "company"]

    static let tickets = FreshdeskRecords(
        "tickets", noun: "ticket", calls: [.list, .create, .update, .delete],
        filters: [
            .choice("order_by", of: ["created_at", "due_by", "updated_at", "status"]),
            .choice("order_type", of: ["desc", "asc"]), .include(listIncludes),
            .choice("filter", of: ["new_and_my_open", "watching", "spam", "deleted"]),
            requesterFilter("requester_id"), requesterFilter("email"), requesterFilter("unique_external_id"),
            .link("company_id", to: "companies", "company"), .since("updated_since"),
        ],
        lastPage: 300, softDeletion: "deleted",
        customFields: [
            CustomField("cf_region", .text), CustomField("cf_locked", .checkbox), CustomField("cf_seats", .number),
            CustomField("cf_renewal_on", .date),
        ],
        rules: FreshdeskRecords.Rules(
            allowsChange: requireLive, settle: settleTicket, check: checkTicket, kept: keepTicket,
            listed: isTicketListed, order: order, page: changedTickets, show: showTicket)
    ) {
        RecordKey("requester_id", .id).pointing(to: "users", "contact")
        RecordKey("email", .address).onlyInRequests
        RecordKey("phone", .text).onlyInRequests
        RecordKey("facebook_id", .text).onlyInRequests
        RecordKey("twitter_id", .text).onlyInRequests
        RecordKey("unique_external_id", .text).onlyInRequests
        RecordKey("name", .text).onlyInRequests
        RecordKey("description", .filled, "").required.onlyIfAsked
        RecordKey("type", .choice("Question", "Incident", "Problem", "Feature Request", "Refund").orNull)
        RecordKey("status", .number(of: statuses.map { $0.number }), 2)
        RecordKey("priority", .number(of: Array(1...4)), 1)
        RecordKey("source", .number(of: sources.map { $0.value }), 2)
        RecordKey("responder_id", .id.orNull).pointing(to: "agents", "agent")
        RecordKey("group_id", .id.orNull).pointing(to: "groups", "group")
        RecordKey("company_id", .id.orNull).pointing(to: "companies", "company")
        RecordKey("product_id", .id.orNull).pointing(to: "products", "product")
        RecordKey("email_config_id", .id.orNull).pointing(to: "email_configs", "email config")
        RecordKey("internal_agent_id", .id.orNull).pointing(to: "agents", "agent")
        RecordKey("internal_group_id", .id.orNull).pointing(to: "groups", "group")
        RecordKey.custom("custom_fields")
        RecordKey("tags", .texts, [])
        RecordKey("due_by", .time.orNull)
        RecordKey("fr_due_by", .time.orNull)
        RecordKey("parent_id", .id).onlyInRequests
        RecordKey("related_ticket_ids", .ids).creationOnly.onlyInRequests
        RecordKey("lookup_parameter", .choice("display_id", "primary_field_value")).onlyInRequests
        RecordKey.files("attachments", []).onlyIfAsked
        RecordKey("subject", .filled).required.inUpdates(.text.orNull)
        RecordKey("cc_emails", .addresses.orNull, []).creationOnly
        RecordKey("reply_cc_emails", .addresses, []).readOnly
        RecordKey("ticket_cc_emails", .addresses, []).readOnly
        RecordKey("fwd_emails", .addresses, []).readOnly
        RecordKey.nulls("to_emails", "support_email", "nr_due_by", "association_type", "ticket_bcc_emails")
        RecordKey("fr_escalated", .flag, false).readOnly
        RecordKey("is_escalated", .flag, false).readOnly
        RecordKey("nr_escalated", .flag, false).readOnly
        RecordKey("spam", .flag, false).readOnly
        RecordKey("deleted", .flag, nil).readOnly
        RecordKey("form_id", .id, 70_000_800_001).readOnly.notInLists
        RecordKey.nulls("sentiment_score", "initial_sentiment_score")
        RecordKey("associated_tickets_list", .ids, []).readOnly.onlyIfAsked
        RecordKey("stats", .object, blankStats).readOnly.onlyIfAsked
        RecordKey("watcher_ids", .ids, []).readOnly.onlyIfAsked
        RecordKey("access_ids", .ids, []).readOnly.onlyIfAsked
        RecordKey("summary", .object).readOnly.onlyIfAsked
    }

    static let ticketRoutes = [
        Route<FreshdeskService>("GET", "tickets/{id}", scope: "tickets.view", viewTicket),
        Route<FreshdeskService>("PUT", "tickets/{id}/restore", scope: "tickets.delete", restoreTicket),
    ]

    private static func viewTicket(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        // What is archived is elsewhere.
        if isArchived(ticket, at: request.now) { throw .empty(404) }
        let include = RecordFilter<FreshdeskService>.include(viewIncludes)
        var flaws = request.query.strangers(besides: ["include"])
        do { _ = try include.read(request.query["include"] ?? viewIncludes[0], service, request) } catch {
            flaws.append(error)
        }
        try service.refuse(flaws, tickets)
        return service.reply(ticket, .single, tickets, request)
    }

    private static func restoreTicket(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        var ticket = try service.record(of: tickets, request)
        guard ticket["deleted"] == true else { throw .empty(404) }
        try service.checkBare(request)
        ticket["deleted"] = nil
        ticket["updated_at"] = .seconds(request.now)
        service.keep(ticket, tickets)
        return .empty(204)
    }

    private static func settleTicket(_ writing: inout Writing, _ service: FreshdeskService) throws(SandboxReply) {
        if let text = writing["description"]?.stringValue {
            writing.record["description"] = .string(FreshdeskHTML.wrapped(text))
        }
        if writing.isNew {
            for key in ["reply_cc_emails", "ticket_cc_emails"] { writing.record[key] = writing.record["cc_emails"] }
            writing.record.set("status_updated_at", inside: "stats", to: .seconds(writing.request.now))
        }
        let old = (writing.before ?? tickets.blank)["status"]
        if let status = writing["status"], status != old {
            setStatus(status, from: old, of: &writing.record, at: writing.request.now)
        }
    }

    static let blankStats: JSONValue = .object(
        JSONObject(
            [
                "agent_responded_at", "requester_responded_at", "first_responded_at", "status_updated_at",
                "reopened_at", "resolved_at", "closed_at", "pending_since",
            ].map { ($0, .null) }))

    /// Tells when what happened to a ticket.
    static func setStatus(_ status: JSONValue, from old: JSONValue?, of ticket: inout JSONObject, at now: Date) {
        let time = JSONValue.seconds(now)
        var changes: JSONObject = ["status_updated_at": time, "pending_since": status == 3 ? time : .null]
        switch status {
        case 4:
            changes["resolved_at"] = time
            changes["closed_at"] = .null
        case 5:
            changes["closed_at"] = time
            if ticket["stats"]?["resolved_at"] == .null { changes["resolved_at"] = time }
        default:
            if old == 4 || old == 5 { changes["reopened_at"] = time }
            changes["resolved_at"] = .null
            changes["closed_at"] = .null
        }
        ticket["status"] = status
        ticket.merge("stats", .object(changes))
    }

    private static func checkTicket(_ writing: inout Writing, _ service: FreshdeskService) throws(SandboxReply) {
        service.checkRequester(&writing)
        let id = writing.before?["id"]
        for (key, ids) in [
            ("parent_id", [writing["parent_id"]].compactMap(\.self)),
            ("related_ticket_ids", writing["related_ticket_ids"]?.arrayValue ?? []),
        ] where ids.contains(where: { $0 == id || !service.isLive($0) }) {
            writing.refuse(key, .dangling("ticket"))
        }
        for key in ["subject", "description"] where writing.before?["source"] == 10 && writing[key] != nil {
            writing.refuse(key, .said(code: "incompatible_field", "It cannot be changed on outbound tickets"))
        }
        service.checkFiles(&writing, of: id)
        checkDueTimes(&writing)
    }

    private func isLive(_ id: JSONValue) -> Bool {
        self[Self.tickets, id].map { $0["deleted"] != true && $0["spam"] != true } ?? false
    }

    private static func checkDueTimes(_ writing: inout Writing) {
        func refuse(_ key: String, _ words: String) { writing.refuse(key, .said(code: "invalid_value", words)) }
        let keys = ["due_by", "fr_due_by"]
        for (key, other) in zip(keys, keys.reversed()) where writing[key]?.isNull != writing[other]?.isNull {
            return refuse(key, "It should be set together with \(other)")
        }
        // These are texts in one spelling by now, which sort as their times do.
        guard let due = writing["due_by"]?.stringValue, let answer = writing["fr_due_by"]?.stringValue else { return }
        let now = JSONValue.seconds(writing.request.now).stringValue ?? ""
        for (key, time) in [("due_by", due), ("fr_due_by", answer)] where time <= now {
            refuse(key, "It should be in the future")
        }
        if due < answer { refuse("fr_due_by", "It should not be after due_by") }
    }

    @Sendable private static func keepTicket(_ writing: inout Writing, _ service: inout FreshdeskService) {
        if let requester = service.findOrCreateRequester(writing) { writing.record["requester_id"] = requester }
        if writing.isNew && writing["company_id"] == nil {
            let requester = service[contacts, writing.record["requester_id"]]
            writing.record["company_id"] = requester?["company_id"] ?? .null
        }
        let files = service.attachments.add(writing.files("attachments"), now: writing.request.now)
        writing.record["attachments"] = .array((writing.record["attachments"]?.arrayValue ?? []) + files)
        service.associate(&writing)
    }

    /// Makes a ticket the child of its parent, or the tracker of its related tickets.
    private mutating func associate(_ writing: inout Writing) {
        guard let id = writing.record["id"] else { return }
        let related = writing["related_ticket_ids"]?.arrayValue ?? []
        let parents = [writing["parent_id"]].compactMap(\.self)
        for (own, others, ids) in [(2, 1, parents), (3, 4, parents.isEmpty ? related : [])] where !ids.isEmpty {
            writing.record["association_type"] = .int(own)
            writing.record["associated_tickets_list"] = .array(ids)
            change(Self.tickets, where: { ids.contains($0["id"] ?? .null) }) { other in
                let known = own == 2 ? other["associated_tickets_list"]?.arrayValue ?? [] : []
                other["association_type"] = .int(others)
                other["associated_tickets_list"] = .array(known.filter { $0 != id } + [id])
            }
        }
    }
}
