import Foundation
import FreshworksCore

extension FreshchatService {
    static let agents = FreshchatRecords(
        "agents", noun: "agent",
        filters: [
            .choice("is_deactivated", of: ["true", "false"]) { $0["is_deactivated"] == .bool($1 == "true") },
            .choice("availability_status", of: ["AVAILABLE", "UNAVAILABLE"]) {
                $0["availability_status"] == .string($1)
            },
            .text("groups") { $0["groups"]?.arrayValue?.contains(.string($1)) ?? false },
        ],
        sortKeys: ["first_name", "last_name", "email", "created_time"],
        rules: FreshchatRecords.Rules(settle: settleAgent)
    ) {
        RecordKey("email", .email, nil).required.unique
        for key in ["first_name", "last_name", "phone", "biography", "skill_id", "license_type"] {
            RecordKey(key, .text, nil)
        }
        RecordKey("avatar", avatar, [:])
        RecordKey("groups", .list(of: .text), []).pointing(to: "groups", "group")
        RecordKey("role_id", .text, "AGENT").pointing(to: "roles", "role")
        RecordKey("role_name", .text, "Agent").readOnly
        RecordKey("locale", .text, "en-us")
        RecordKey("timezone", .text, "Europe/Lisbon")
        RecordKey("availability_status", .text, "UNAVAILABLE").readOnly
        RecordKey("agent_status", .object, .object(agentStatuses[1])).readOnly
        RecordKey("routing_type", .choice("OCR", "INTELLIASSIGN", "DISABLED"), "INTELLIASSIGN")
        RecordKey("agent_capacity", .integer, 5).readOnly
        RecordKey("social_profiles", socialProfiles, [])
        RecordKey("is_deactivated", .flag, false).updateOnly
        RecordKey("is_deleted", .flag, false).readOnly
        RecordKey("login_status", .flag, false).readOnly
        RecordKey("freshchat_access", .flag, true).readOnly
        RecordKey("round_robin_access", .flag, true).readOnly
        for key in ["title", "freshid_uuid", "freshid_group_ids", "org_contact_id", "updated_time"] {
            RecordKey(key, .text, nil).readOnly
        }
    }

    private static let agentStatuses: [JSONObject] = [
        ["id": "8f0a-1", "name": "Active on Chat"], ["id": "8f0a-2", "name": "Away"],
        ["id": "8f0a-3", "name": "In training"],
    ]

    static let agentRoutes = [
        Route<FreshchatService>("GET", "agents/status", scope: "agents.view", listStatuses),
        Route<FreshchatService>("PATCH", "agents/{id}", scope: "agents.edit", changeAvailability),
    ]

    private static func listStatuses(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        FreshchatReplies.ok(["states": .array(agentStatuses.map(JSONValue.object))])
    }

    private static func settleAgent(_ writing: inout Writing, _ service: FreshchatService) throws(SandboxReply) {
        guard writing.isNew || writing.record["email"] == writing.base["email"] else {
            throw FreshchatReplies.invalid("email cannot be changed")
        }
        writing.record["role_name"] = service[roles, writing.record["role_id"]]?["name"]
    }

    private static func changeAvailability(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        var agent = try service.record(of: agents, request)
        let (plain, custom) = ("availability_status", "agent_status")
        let body = try request.freshchatBody(
            .object(
                [
                    plain: .choice("AVAILABLE", "UNAVAILABLE"),
                    custom: .object(["id": .text], required: ["id"], tolerating: ["name"]),
                ], tolerating: ["id", "created_time", "updated_time"]))
        // If both are sent, the custom status wins.
        if let id = body[custom]?["id"] {
            guard let status = agentStatuses.first(where: { $0["id"] == id }) else {
                throw FreshchatReplies.invalid("agent_status.id is not valid")
            }
            setAvailable(id == agentStatuses[0]["id"], &agent)
            agent[custom] = .object(status)
        } else {
            guard let status = body[plain] else { throw FreshchatReplies.invalid("\(plain) is required") }
            setAvailable(status == "AVAILABLE", &agent)
        }
        service.keep(agent, agents)
        return FreshchatReplies.ok([plain: agent[plain] ?? .null, custom: agent[custom] ?? .null])
    }

    private static func setAvailable(_ isAvailable: Bool, _ agent: inout JSONObject) {
        agent["availability_status"] = isAvailable ? "AVAILABLE" : "UNAVAILABLE"
        agent["agent_status"] = .object(agentStatuses[isAvailable ? 0 : 1])
        agent["login_status"] = .bool(isAvailable)
    }

    mutating func seedAgents(_ options: Sandbox.Options, now: Date) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat agents")
        let (roles, groups) = (all(Self.roles), all(Self.groups))
        for index in 0..<max(1, options.agents) {
            let id = JSONValue.string(generator.uuid())
            let person = InventedPerson(index, at: "\(options.account).example")
            var agent = blank(
                Self.agents, id: id, at: now.addingTimeInterval(-150 * 86_400 + Double(index) * 3600))
            let role = roles[index == 0 ? 1 : 2]
            agent["role_id"] = role["id"]
            agent["role_name"] = role["name"]
            agent["email"] = .string(person.email)
            agent["first_name"] = .string(person.firstName)
            agent["last_name"] = .string(person.lastName)
            agent["phone"] = .string("+351555\(1000 + index)")
            agent["biography"] = .string("Tier \(index % 2 + 1)")
            agent["skill_id"] = "1d2e3f40-0000-4000-8000-000000000001"
            agent["groups"] = [groups[index % groups.count]["id"] ?? .null]
            agent["is_deactivated"] = .bool(index % 10 == 9)
            if generator.below(2) == 0 { Self.setAvailable(true, &agent) }
            keep(agent, Self.agents)
        }
    }
}
