import Foundation
import FreshworksCore

/// A chat agent as the sandbox keeps it.
struct FreshchatAgent: Sendable {
    let id: String
    let person: InventedPerson
    let roleID: String
    let isAvailable: Bool
    let isDeactivated: Bool
    let createdAt: Date

    static func seeded(_ options: Sandbox.Options, now: Date) -> [FreshchatAgent] {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat agents")
        return (0..<max(1, options.agents)).map { index in
            FreshchatAgent(
                id: generator.uuid(), person: InventedPerson(index, at: "\(options.account).example"),
                roleID: index == 0 ? "ACCOUNT_ADMIN" : "AGENT", isAvailable: generator.below(2) == 0,
                isDeactivated: index % 10 == 9, createdAt: now.addingTimeInterval(-150 * 86_400 + Double(index) * 3600))
        }
    }

    /// Absent values are left out rather than sent as null, as Freshchat does.
    var json: JSONValue {
        [
            "id": .string(id), "email": .string(person.email), "first_name": .string(person.firstName),
            "last_name": .string(person.lastName), "avatar": [:], "groups": [], "role_id": .string(roleID),
            "role_name": roleID == "AGENT" ? "Agent" : "Account Admin", "locale": "en-us",
            "timezone": "Europe/Lisbon", "availability_status": isAvailable ? "AVAILABLE" : "UNAVAILABLE",
            "agent_status": ["name": isAvailable ? "Active on Chat" : "Away"], "routing_type": "INTELLIASSIGN",
            "agent_capacity": 5, "social_profiles": [], "is_deactivated": .bool(isDeactivated), "is_deleted": false,
            "login_status": .bool(isAvailable), "freshchat_access": true, "round_robin_access": true,
            "created_time": .milliseconds(createdAt),
        ]
    }
}

extension FreshchatService {
    static let agentRoutes = [
        Route<FreshchatService>("GET", "agents") { request, service throws(SandboxReply) in
            try service.listAgents(request)
        }
    ]

    private func listAgents(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let query = request.query
        let page = try FreshchatPage(query)
        let order = try Self.choice("sort_order", of: ["asc", "desc"], query)
        let isDeactivated = try Self.choice("is_deactivated", of: ["true", "false"], query).map { $0 == "true" }
        let isAvailable = try Self.choice("availability_status", of: ["AVAILABLE", "UNAVAILABLE"], query)
            .map { $0 == "AVAILABLE" }
        var found = agents.filter { agent in
            (isDeactivated ?? agent.isDeactivated) == agent.isDeactivated
                && (isAvailable ?? agent.isAvailable) == agent.isAvailable
        }
        switch try Self.choice("sort_by", of: ["first_name", "last_name", "email"], query) {
        case "first_name": found.sort { ($0.person.firstName, $0.id) < ($1.person.firstName, $1.id) }
        case "last_name": found.sort { ($0.person.lastName, $0.id) < ($1.person.lastName, $1.id) }
        case "email": found.sort { $0.person.email < $1.person.email }
        default: break
        }
        if order == "desc" { found.reverse() }
        return try page.reply(found, to: request, key: "agents", rel: "agent", json: \.json)
    }

    private static func choice(_ name: String, of values: [String], _ query: QueryText) throws(SandboxReply) -> String?
    {
        guard let value = query[name] else { return nil }
        guard values.contains(value) else {
            throw FreshchatReplies.error(400, "INVALID_VALUE", "\(name) is not valid")
        }
        return value
    }
}
