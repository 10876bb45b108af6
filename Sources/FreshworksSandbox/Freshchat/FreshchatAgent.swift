import Foundation
import FreshworksCore

/// Chat agents, kept as the JSON that they are answered with.
enum FreshchatAgent {
    static let statuses: [JSONObject] = [
        ["id": "8f0a-1", "name": "Active on Chat"], ["id": "8f0a-2", "name": "Away"],
        ["id": "8f0a-3", "name": "In training"],
    ]

    static func seeded(
        _ options: Sandbox.Options, _ directory: FreshchatDirectory, now: Date
    ) -> RecordStore<String, JSONObject> {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat agents")
        return RecordStore(
            (0..<max(1, options.agents)).map { index in
                let id = generator.uuid()
                let person = InventedPerson(index, at: "\(options.account).example")
                var agent = record(
                    id: id, role: directory.roles[index == 0 ? 1 : 2],
                    createdAt: now.addingTimeInterval(-150 * 86_400 + Double(index) * 3600))
                agent["email"] = .string(person.email)
                agent["first_name"] = .string(person.firstName)
                agent["last_name"] = .string(person.lastName)
                agent["groups"] = [directory.groups[index % directory.groups.count]["id"] ?? .null]
                agent["is_deactivated"] = .bool(index % 10 == 9)
                if generator.below(2) == 0 { agent.setAvailable(true) }
                return (id, agent)
            })
    }

    /// Absent values are left out rather than sent as null, as Freshchat does.
    static func record(id: String, role: JSONObject, createdAt: Date) -> JSONObject {
        [
            "id": .string(id), "avatar": [:], "groups": [], "role_id": role["id"] ?? .null,
            "role_name": role["name"] ?? .null, "locale": "en-us", "timezone": "Europe/Lisbon",
            "availability_status": "UNAVAILABLE", "agent_status": .object(statuses[1]),
            "routing_type": "INTELLIASSIGN", "agent_capacity": 5, "social_profiles": [], "is_deactivated": false,
            "is_deleted": false, "login_status": false, "freshchat_access": true, "round_robin_access": true,
            "created_time": .milliseconds(createdAt),
        ]
    }

    private static let changeable: [String: JSONShape] = [
        "email": .email, "first_name": .text, "last_name": .text, "phone": .text, "biography": .text,
        "avatar": FreshchatUser.avatar, "role_id": .text, "groups": .list(of: .text), "skill_id": .text,
        "locale": .text, "timezone": .text, "social_profiles": FreshchatUser.socialProfiles,
        "routing_type": .choice("OCR", "INTELLIASSIGN", "DISABLED"), "license_type": .text,
    ]
    static let creation = JSONShape.object(changeable, required: ["email"])
    static let update = JSONShape.object(changeable.merging(["is_deactivated": .bool]) { $1 })
    static let availability = JSONShape.object([
        "availability_status": .choice("AVAILABLE", "UNAVAILABLE"),
        "agent_status": .object(["id": .text], required: ["id"]),
    ])
}

extension JSONObject {
    fileprivate mutating func setAvailable(_ isAvailable: Bool) {
        self["availability_status"] = isAvailable ? "AVAILABLE" : "UNAVAILABLE"
        self["agent_status"] = .object(FreshchatAgent.statuses[isAvailable ? 0 : 1])
        self["login_status"] = .bool(isAvailable)
    }
}

extension FreshchatService {
    static let agentRoutes = [
        Route<FreshchatService>("GET", "agents") { request, service throws(SandboxReply) in
            try service.listAgents(request)
        },
        Route<FreshchatService>("POST", "agents") { request, service throws(SandboxReply) in
            let body = try request.freshchatBody(FreshchatAgent.creation)
            guard !service.agents.all.contains(where: { $0["email"].isSameText(as: body["email"]) }) else {
                throw FreshchatReplies.error(409, "CONFLICT", "agent already exists")
            }
            let agent = FreshchatAgent.record(
                id: service.ids.uuid(), role: service.directory.roles[2], createdAt: request.now)
            return try service.save(body, to: agent)
        },
        Route<FreshchatService>("GET", "agents/status") { _, _ throws(SandboxReply) in
            FreshchatReplies.ok(["states": .array(FreshchatAgent.statuses.map(JSONValue.object))])
        },
        Route<FreshchatService>("GET", "agents/{id}") { request, service throws(SandboxReply) in
            FreshchatReplies.ok(.object(try service.agent(request)))
        },
        Route<FreshchatService>("PUT", "agents/{id}") { request, service throws(SandboxReply) in
            var agent = try service.agent(request)
            let body = try request.freshchatBody(FreshchatAgent.update)
            guard body["email"] == nil || body["email"] == agent["email"] else {
                throw FreshchatReplies.invalid("email cannot be changed")
            }
            agent["updated_time"] = .milliseconds(request.now)
            return try service.save(body, to: agent)
        },
        Route<FreshchatService>("PATCH", "agents/{id}") { request, service throws(SandboxReply) in
            try service.changeAvailability(request)
        },
        Route<FreshchatService>("DELETE", "agents/{id}") { request, service throws(SandboxReply) in
            let agent = try service.agent(request)
            service.agents[agent.freshchatID] = nil
            return FreshchatReplies.accepted("Agent deletion request accepted")
        },
    ]

    private func listAgents(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let query = request.query
        let isDeactivated = try query.choice("is_deactivated", of: ["true", "false"]).map { $0 == "true" }
        let availability = try query.choice("availability_status", of: ["AVAILABLE", "UNAVAILABLE"])
        let found = agents.all.filter { agent in
            (isDeactivated == nil || agent["is_deactivated"]?.boolValue == isDeactivated)
                && (availability == nil || agent["availability_status"]?.stringValue == availability)
                && (query["groups"].map { agent["groups"]?.arrayValue?.contains(.string($0)) ?? false } ?? true)
        }
        let rows = try query.sorted(found, by: ["first_name", "last_name", "email", "created_time"])
        return try FreshchatPage(query).reply(rows, to: request, key: "agents", rel: "agent")
    }

    private func agent(_ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        guard let agent = agents[request.parameters["id"] ?? ""] else {
            throw FreshchatReplies.error(404, "AGENT_NOT_FOUND", "agent not found")
        }
        return agent
    }

    private mutating func save(_ body: JSONObject, to agent: JSONObject) throws(SandboxReply) -> SandboxReply {
        var agent = agent
        if let id = body["role_id"] {
            guard let role = FreshchatDirectory.find(id, in: directory.roles) else {
                throw FreshchatReplies.invalid("role_id is not valid")
            }
            agent["role_name"] = role["name"]
        }
        for id in body["groups"]?.arrayValue ?? [] where FreshchatDirectory.find(id, in: directory.groups) == nil {
            throw FreshchatReplies.invalid("groups is not valid")
        }
        for (key, value) in body { agent[key] = value }
        agents[agent.freshchatID] = agent
        return FreshchatReplies.ok(.object(agent))
    }

    private mutating func changeAvailability(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        var agent = try agent(request)
        let body = try request.freshchatBody(FreshchatAgent.availability)
        guard !body.isEmpty else { throw FreshchatReplies.invalid("availability_status is required") }
        // If both are sent, the custom status wins.
        if let id = body["agent_status"]?["id"] {
            guard let status = FreshchatDirectory.find(id, in: FreshchatAgent.statuses) else {
                throw FreshchatReplies.invalid("agent_status.id is not valid")
            }
            agent.setAvailable(id == FreshchatAgent.statuses[0]["id"])
            agent["agent_status"] = .object(status)
        } else {
            agent.setAvailable(body["availability_status"] == "AVAILABLE")
        }
        agents[agent.freshchatID] = agent
        return FreshchatReplies.ok([
            "availability_status": agent["availability_status"] ?? .null,
            "agent_status": agent["agent_status"] ?? .null,
        ])
    }
}
