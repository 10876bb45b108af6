import Foundation
import FreshworksCore

/// Support agents. The first one owns the sandbox's API key; he alone is an administrator at first.
extension FreshdeskService {
    /// Users' ids are large in real accounts; a 32-bit id type fails on them.
    static let firstAgent: Int64 = 70_040_000_021
    /// What the ids of new agents and contacts are counted from.
    static let firstUser: Int64 = 70_042_000_000

    /// All calls but `agents/me` need an administrator.
    static let agents = FreshdeskRecords(
        "agents", noun: "agent", firstID: firstUser,
        filters: [
            .equal("email", inside: "contact"), .equal("mobile", inside: "contact"), .equal("phone", inside: "contact"),
            .choice("state", of: ["fulltime", "occasional"]) { ($1 == "fulltime") == isFullTime($0) },
            .choice("only", of: ["availability"]),
        ],
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator, settle: settleAgent, check: checkAgent, removed: becomeContact,
            order: byText("name", inside: "contact"), show: showAgent)
    ) {
        RecordKey("type", .text, "support_agent").readOnly
        RecordKey("available", .flag, false).readOnly
        RecordKey.nulls("available_since")
        RecordKey("occasional", .flag, false)
        RecordKey("email", .address).required.inside("contact")
        RecordKey("ticket_scope", .number(of: [1, 2, 3]), 1).required
        RecordKey("agent_type", .number(of: [1, 2, 3])).creationOnly.onlyInRequests
        RecordKey("signature", .text.orNull)
        RecordKey("focus_mode", .flag, true)
        RecordKey("group_ids", .ids, []).pointing(to: "groups", "group").notInLists
        RecordKey("role_ids", .ids, [.int(agentRole)]).pointing(to: "roles", "role").notInLists
        RecordKey("skill_ids", .ids, []).pointing(to: "admin/skills", "skill").notInLists
        RecordKey("contribution_group_ids", .ids, []).readOnly.onlyIfAsked
        RecordKey("deactivated", .flag, false).readOnly.onlyInLists
        RecordKey.nulls("last_active_at")
        RecordKey("active", .flag, false).readOnly.inside("contact")
        // Names, phones and job titles are managed in the organization's admin center later.
        RecordKey("name", .text).creationOnly.inside("contact")
        RecordKey("phone", .text.orNull).creationOnly.inside("contact")
        RecordKey("mobile", .text.orNull).creationOnly.inside("contact")
        RecordKey("job_title", .text.orNull).creationOnly.inside("contact")
        RecordKey("language", .text, "en").inside("contact")
        RecordKey("time_zone", .text, "Berlin").inside("contact")
        RecordKey("last_login_at", .time).readOnly.inside("contact")
        RecordKey("assignment_limits", .object, [:]).readOnly.onlyIfAsked
        RecordKey("availability_control", .text, "agent_controlled").readOnly.onlyIfAsked
    }

    static let agentRoutes = [Route<FreshdeskService>("GET", "agents/me", me)]

    private static func me(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try service.checkBare(request)
        return service.reply(try service.caller(of: request), .single, agents, request)
    }

    private static func isFullTime(_ agent: JSONObject) -> Bool { agent["occasional"] != true }

    private static func settleAgent(_ writing: inout Writing, _ service: FreshdeskService) throws(SandboxReply) {
        guard writing.isNew else { return }
        let kinds: [JSONValue: JSONValue] = [2: "field_agent", 3: "collaborator"]
        writing.record["type"] = writing["agent_type"].flatMap { kinds[$0] } ?? "support_agent"
        if writing["name"] == nil {
            let address = writing["email"]?.stringValue ?? ""
            writing.record.set("name", inside: "contact", to: .string(String(address.prefix { $0 != "@" })))
        }
    }

    private static func checkAgent(_ writing: inout Writing, _ service: FreshdeskService) throws(SandboxReply) {
        if writing["role_ids"] == [] {
            writing.refuse("role_ids", .said(code: "invalid_value", "There should be at least one role"))
        }
        service.checkAddress(&writing)
        try service.refuse(writing.flaws, agents)
        let isOwn = try service.caller(of: writing.request)["id"] == writing.record["id"]
        if isOwn, writing["ticket_scope"] != nil || writing["role_ids"] != nil {
            throw FreshdeskReplies.refusal(
                403, "inaccessible_field", "Nobody may change his own ticket scope or roles")
        }
        guard let seats = service.seats, isFullTime(writing.record),
            !(writing.before.map(isFullTime) ?? false)
        else { return }
        if service.all(agents).count(where: isFullTime) >= seats { throw FreshdeskReplies.noSeatLeft }
    }

    /// Agents and contacts may not share an address.
    func checkAddress(_ writing: inout Writing) {
        guard let address = writing["email"]?.stringValue, let owner = user(email: address),
            owner != writing.record["id"]
        else { return }
        writing.refuse("email", .duplicate(of: owner))
    }

    /// A deleted agent becomes a contact with the same id, and whatever was his is nobody's.
    @Sendable private static func becomeContact(
        _ agent: JSONObject, _ service: inout FreshdeskService, _ request: SandboxRequest
    ) {
        var contact = service.blank(contacts, id: agent["id"], at: request.now)
        contact["created_at"] = agent["created_at"]
        for (key, value) in agent["contact"]?.objectValue ?? [:] where contacts.key(key) != nil { contact[key] = value }
        service.settle(contact: &contact)
        service.keep(contact, contacts)
        service.change(tickets, where: { $0["responder_id"] == agent["id"] }) { $0["responder_id"] = .null }
    }

    @Sendable private static func showAgent(
        _ shown: inout JSONObject, _ agent: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        if view == .row && request.query["only"] != nil { return shown = availability(of: agent) }
        if view == .created { shown["contribution_group_ids"] = agent["contribution_group_ids"] }
        for key in ["created_at", "updated_at"] { shown.set(key, inside: "contact", to: agent[key] ?? .null) }
    }

    /// The row of another list, in which agents are people who are there or not.
    private static func availability(of agent: JSONObject) -> JSONObject {
        let person: JSONValue = [
            "name": agent["contact"]?["name"] ?? .null, "email": agent["contact"]?["email"] ?? .null, "avatar": .null,
        ]
        return [
            "id": agent["id"] ?? .null, "user_data": ["user": person], "contact": person,
            "availability": [
                "agent_ref": agent["id"] ?? .null, "channel_availability": channels(of: agent),
                "status_updated_at": agent["updated_at"] ?? .null,
            ],
            "deactivated": agent["deactivated"] ?? false,
            "availability_control": agent["availability_control"] ?? .null,
            "legacy_routing": false,
        ]
    }

    mutating func seedAgents(_ options: Sandbox.Options, now: Date) {
        for index in 0..<max(1, options.agents) {
            let person = InventedPerson(index, at: "\(options.account).example")
            var agent = blank(
                Self.agents, id: .int(Self.firstAgent + Int64(index)),
                at: now.addingTimeInterval(-200 * 86_400 + Double(index) * 3600))
            agent.merge("contact", ["active": true, "email": .string(person.email), "name": .string(person.name)])
            agent["signature"] = "<p>Kind regards</p>"
            agent["group_ids"] = [70_000_010_001]
            if index == 0 { agent["role_ids"] = [Self.administratorRoles[0]] }
            keep(agent, Self.agents)
        }
    }
}
