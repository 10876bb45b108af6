import Foundation
import FreshworksCore

/// Many agents at once, and where they are there for customers.
extension FreshdeskService {
    static let agentActionRoutes = [
        Route<FreshdeskService>("POST", "agents/bulk", createAgents),
        Route<FreshdeskService>("GET", "agents/autocomplete", suggestAgents),
        Route<FreshdeskService>("GET", "agents/{id}/availability", viewAvailability),
        Route<FreshdeskService>("PUT", "agents/{id}/availability", updateAvailability),
        Route<FreshdeskService>("PATCH", "agents/{id}/availability", updateAvailability),
    ]

    private static func createAgents(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try requireAdministrator(request, service)
        let writing = try service.sent(request) { RecordKey("agents", .objects).required }
        let drafts = writing["agents"]?.arrayValue ?? []
        if drafts.isEmpty { try service.refuse("agents", .blank) }
        var failed = 0
        for draft in drafts {
            do throws(SandboxReply) {
                _ = try service.call("POST", ["agents"], draft.objectValue ?? JSONObject(), request)
            } catch {
                failed += 1
            }
        }
        return service.begin("agents-create", failed: failed, of: drafts.count, isNumber: true, request)
    }

    private static func suggestAgents(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let found = try service.suggestions(agents, "term", request) {
            [$0["contact"]?["name"], $0["contact"]?["email"]]
        }
        return .json(
            200,
            .array(
                found.map { agent in
                    [
                        "id": agent["id"] ?? .null, "name": agent["contact"]?["name"] ?? .null,
                        "email": agent["contact"]?["email"] ?? .null, "avatar": .null,
                    ]
                }))
    }

    /// How an agent is there on each channel.
    static func channels(of agent: JSONObject) -> JSONValue {
        .array(
            ["Email queue", "Messaging queue", "freshdesk"].map { channel -> JSONValue in
                [
                    "assignment_limit": agent["assignment_limits"]?[channel] ?? 5, "current_assignment_load": 0,
                    "available": agent["available"] ?? false, "channel": .string(channel), "logged_in": false,
                    "round_robin_enabled": false, "availability_updated_at": agent["updated_at"] ?? .null,
                    "status_id": 1, "pause_assignment": false,
                ]
            })
    }

    private static func viewAvailability(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let agent = try service.record(of: agents, request)
        try service.checkBare(request)
        return .json(
            200,
            [
                "agent_ref": agent["id"] ?? .null, "channel_availability": channels(of: agent), "idle_enabled": false,
                "status_updated_at": agent["updated_at"] ?? .null,
                "availability_control": agent["availability_control"] ?? .null,
            ])
    }

    private static func updateAvailability(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        var agent = try service.record(of: agents, request)
        let channel = JSONShape.object(
            [
                "channel": .choice("Email queue", "Messaging queue", "freshdesk"), "assignment_limit": .integer,
            ], required: ["channel", "assignment_limit"])
        let writing = try service.sent(request) {
            RecordKey("channel_availability", .list(of: channel))
            RecordKey("availability_control", .choice("agent_controlled", "admin_controlled"))
        }
        for channel in writing["channel_availability"]?.arrayValue ?? [] {
            agent.set(
                channel["channel"]?.stringValue ?? "", inside: "assignment_limits",
                to: channel["assignment_limit"] ?? .null)
        }
        agent["availability_control"] = writing["availability_control"] ?? agent["availability_control"]
        service.keep(agent, agents)
        var answer: JSONObject = ["channel_availability": writing["channel_availability"] ?? []]
        answer["availability_control"] = writing["availability_control"]
        return .json(200, .object(answer))
    }
}
