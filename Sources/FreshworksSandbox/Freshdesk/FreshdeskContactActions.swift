import Foundation
import FreshworksCore

/// What becomes of contacts besides changing them.
extension FreshdeskService {
    static let contactActionRoutes = [
        Route<FreshdeskService>("GET", "contacts/autocomplete", scope: "contacts.view", suggestContacts),
        Route<FreshdeskService>("POST", "contacts/merge", scope: "contacts.edit", mergeContacts),
        Route<FreshdeskService>("DELETE", "contacts/{id}/hard_delete", scope: "contacts.delete", hardDelete),
        Route<FreshdeskService>("PUT", "contacts/{id}/restore", scope: "contacts.delete", restoreContact),
        Route<FreshdeskService>("PUT", "contacts/{id}/send_invite", scope: "contacts.edit", sendInvite),
        Route<FreshdeskService>("PUT", "contacts/{id}/make_agent", makeAgent),
        Route<FreshdeskService>("GET", "companies/autocomplete", scope: "companies.view", suggestCompanies),
    ]

    private static func suggestContacts(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let found = try service.suggestions(contacts, "term", request) { contact in
            let name = contact["name"]?.stringValue ?? ""
            return name.split(separator: " ").map { .string(String($0)) } + [.string(name)]
        }
        return .json(200, .array(found.map { ["id": $0["id"] ?? .null, "name": $0["name"] ?? .null] }))
    }

    private static func suggestCompanies(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let found = try service.suggestions(companies, "name", request) { [$0["name"]] }
        return .json(
            200, ["companies": .array(found.map { ["id": $0["id"] ?? .null, "name": $0["name"] ?? .null] })])
    }

    private static func hardDelete(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let contact = try service.record(of: contacts, request)
        try service.refuse(request.query.strangers(besides: ["force"]), nil)
        // python-freshdesk, whose users delete with it, writes `True`.
        let isForced = request.query["force"]?.lowercased() == "true"
        guard contact["deleted"] == true || isForced else { throw .empty(400) }
        for ticket in service.all(tickets) where ticket["requester_id"] == contact["id"] {
            for note in service.all(conversations) where note["ticket_id"] == ticket["id"] {
                service.remove(note, conversations)
            }
            service.remove(ticket, tickets)
        }
        service.remove(contact, contacts)
        return .empty(204)
    }

    private static func restoreContact(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        var contact = try service.record(of: contacts, request)
        try service.checkBare(request)
        guard contact["deleted"] == true else { throw .empty(404) }
        contact["deleted"] = false
        contact["updated_at"] = .seconds(request.now)
        service.keep(contact, contacts)
        return .empty(204)
    }

    private static func sendInvite(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let contact = try service.record(of: contacts, request)
        try requireLive(contact, request)
        try service.checkBare(request)
        return .empty(204)
    }

    private static let basics = [
        "active", "email", "job_title", "language", "last_login_at", "mobile", "name", "phone", "time_zone",
        "created_at", "updated_at",
    ]

    private static func makeAgent(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try requireAdministrator(request, service)
        let contact = try service.record(of: contacts, request)
        try requireLive(contact, request)
        let writing = try service.sent(request) {
            RecordKey("occasional", .flag)
            RecordKey("signature", .text)
            RecordKey("ticket_scope", .number(of: [1, 2, 3]))
            RecordKey("skill_ids", .ids)
            RecordKey("group_ids", .ids)
            RecordKey("role_ids", .ids)
            RecordKey("type", .choice("support_agent", "field_agent", "collaborator"))
            RecordKey("focus_mode", .flag)
        }
        guard let email = contact["email"], !email.isNull else {
            throw FreshdeskReplies.refusal(409, "inconsistent_state", "The contact needs an email address")
        }
        if let seats = service.seats, writing["occasional"] != true,
            service.all(agents).count(where: { $0["occasional"] != true }) >= seats
        {
            throw FreshdeskReplies.noSeatLeft
        }
        var agent = service.blank(agents, id: contact["id"], at: request.now)
        for key in [
            "occasional", "signature", "ticket_scope", "skill_ids", "group_ids", "role_ids", "type", "focus_mode",
        ] {
            if let value = writing[key] as JSONValue? { agent[key] = value }
        }
        for key in basics { agent.set(key, inside: "contact", to: contact[key] ?? .null) }
        service.remove(contact, contacts)
        service.keep(agent, agents)
        var shown = JSONObject(basics.map { ($0, contact[$0] ?? JSONValue.null) })
        shown["agent"] = .object(
            JSONObject(
                [
                    "id", "type", "available", "available_since", "occasional", "signature", "ticket_scope",
                    "group_ids", "role_ids", "focus_mode", "created_at", "updated_at",
                ].map { ($0, agent[$0] ?? JSONValue.null) }))
        return .json(200, .object(shown))
    }

    private static let singleKeys = ["phone", "mobile", "twitter_id", "unique_external_id"]

    private func liveContact(_ id: JSONValue?) -> JSONObject? {
        self[Self.contacts, id].flatMap { $0["deleted"] == true ? nil : $0 }
    }

    private static func mergeContacts(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let kept = JSONShape.object([
            "email": .address, "phone": .text, "mobile": .text, "twitter_id": .text, "unique_external_id": .text,
            "other_emails": .addresses, "company_ids": .ids,
        ])
        let writing = try service.sent(request) {
            RecordKey("primary_contact_id", .id).required
            RecordKey("secondary_contact_ids", .ids).required
            RecordKey("contact", kept)
        }
        let ids = writing["secondary_contact_ids"]?.arrayValue ?? []
        guard var primary = service.liveContact(writing["primary_contact_id"]) else {
            throw FreshdeskReplies.validation([Flaw("primary_contact_id", .dangling("contact"))], tellsUser: false)
                ?? .empty(400)
        }
        let others = ids.compactMap { service.liveContact($0) }
        if others.isEmpty || others.count < ids.count || ids.contains(primary["id"] ?? .null) {
            try service.refuse("secondary_contact_ids", .dangling("contact"))
        }
        var flaws: [Flaw] = []
        for key in singleKeys {
            let values = Set(([primary] + others).compactMap { $0[key]?.stringValue })
            if let value = writing["contact"]?[key] as JSONValue? {
                primary[key] = value
            } else if values.count > 1 {
                flaws.append(Flaw(key, .missing))
            } else if let value = values.first {
                primary[key] = .string(value)
            }
        }
        try service.refuse(flaws, nil)
        let addresses = others.flatMap { [$0["email"] ?? .null] + ($0["other_emails"]?.arrayValue ?? []) }
        primary["other_emails"] =
            writing["contact"]?["other_emails"]
            ?? .array((primary["other_emails"]?.arrayValue ?? []) + addresses.filter { !$0.isNull })
        if let email = writing["contact"]?["email"] as JSONValue? { primary["email"] = email }
        if let companies = writing["contact"]?["company_ids"]?.arrayValue { primary["company_id"] = companies.first }
        primary["updated_at"] = .seconds(request.now)
        for other in others { service.remove(other, contacts) }
        service.keep(primary, contacts)
        service.change(tickets, where: { ids.contains($0["requester_id"] ?? .null) }) {
            $0["requester_id"] = primary["id"]
        }
        return .empty(204)
    }
}
