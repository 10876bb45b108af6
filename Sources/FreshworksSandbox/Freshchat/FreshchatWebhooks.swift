import Foundation
import FreshworksCore

/// What webhooks tell of: what was said, and what has happened to conversations.
extension FreshchatService {
    /// What waits to be delivered at most, if nobody takes it.
    private static let outboxLimit = 1000

    private mutating func tell(_ action: String, _ content: JSONObject, by actor: JSONObject, at now: Date) {
        guard isOpen else { return }
        if outbox.count >= Self.outboxLimit { outbox.removeFirst() }
        outbox.append([
            "actor": .object(actor), "action": .string(action), "action_time": .milliseconds(now),
            "data": .object(content),
        ])
    }

    /// Tells of a message, the system's own ones included.
    mutating func tell(message: JSONObject, at now: Date) {
        let actor = JSONObject(["actor_type", "actor_id"].map { ($0, message[$0] ?? "") })
        tell("message_create", ["message": .object(message)], by: actor, at: now)
    }

    /// Tells what has happened to a conversation.
    /// - Parameter base: How it was before.
    mutating func tell(_ event: Event, of conversation: JSONObject, before base: JSONObject, at now: Date) {
        let agent: JSONValue = conversation["assigned_agent_id"] ?? ""
        let isByUser = event == .reopened && base.isEmpty
        let actor: JSONObject =
            switch event {
            case .resolved: ["actor_type": "agent", "actor_id": agent]
            case .reopened where isByUser: ["actor_type": "user", "actor_id": conversation["user_id"] ?? ""]
            default: ["actor_type": "system", "actor_id": ""]
            }
        let (type, id): (JSONValue, JSONValue) = (actor["actor_type"] ?? "", actor["actor_id"] ?? "")
        var content: JSONObject = [
            "conversation": embedded(conversation), "interaction_id": conversation["interaction_id"] ?? "",
        ]
        switch event {
        case .assigned:
            content["assignor"] = type
            content["assignor_id"] = id
            // Nobody is an empty text.
            content["to_agent_id"] = agent
            content["to_group_id"] = conversation["assigned_group_id"] ?? ""
            content["from_agent_id"] = base["assigned_agent_id"] ?? ""
            content["from_group_id"] = base["assigned_group_id"] ?? ""
            tell("conversation_assignment", ["assignment": .object(content)], by: actor, at: now)
        case .resolved:
            content["resolver"] = type
            content["resolver_id"] = id
            content["user"] = self[Self.users, conversation["user_id"]].map(JSONValue.object)
            tell("conversation_resolution", ["resolve": .object(content)], by: actor, at: now)
        case .reopened:
            content["reopener"] = type
            content["reopener_id"] = id
            tell("conversation_reopen", ["reopen": .object(content)], by: actor, at: now)
        }
    }

    private func embedded(_ conversation: JSONObject) -> JSONValue {
        let keys = [
            "conversation_id", "app_id", "status", "channel_id", "assigned_agent_id", "assigned_org_agent_id",
            "assigned_group_id", "skill_id",
        ]
        var shown = JSONObject(keys.compactMap { key in conversation[key].map { (key, $0) } })
        shown["sla_policy_id"] = 0
        shown["sla_breached"] = false
        return .object(shown)
    }
}
