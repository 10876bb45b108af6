import Foundation
import FreshworksCore

/// What may be asked of conversations.
private enum ConversationBody {
    static let creation = JSONShape.object(
        assignment.merging([
            "channel_id": .text, "messages": .list(of: FreshchatMessage.creation, atLeast: 1),
            "users": .list(of: .object(["id": .text], required: ["id"]), atLeast: 1, atMost: 1),
            "status": .choice("new", "assigned", "resolved", "reopened"), "properties": properties, "app_id": .text,
        ]) { $1 }, required: ["channel_id", "messages", "users"])

    static let update = JSONShape.object(
        assignment.merging([
            "channel_id": .text, "properties": properties,
            "status": .choice(
                "new", "assigned", "resolved", "reopened", "waiting on customer", "waiting on internal team"),
        ]) { $1 })

    private static let assignment: [String: JSONShape] = [
        "assigned_agent_id": .text, "assigned_group_id": .text, "assigned_org_agent_id": .text,
        "assigned_org_group_id": .text,
    ]

    /// An object; the list of names and values that other resources take is refused.
    private static let properties = JSONShape { value, path in
        guard let properties = value.objectValue else { return "Conversation payload not valid" }
        for (key, value) in properties {
            let fits =
                key == "priority"
                ? JSONShape.choice("Low", "Medium", "High", "Urgent").accepts(value)
                : key.hasPrefix("cf_") && [JSONShape.text, .number, .bool].contains { $0.accepts(value) }
            if !fits { return "\(path).\(key) is not valid" }
        }
        return nil
    }
}

extension FreshchatService {
    static let conversationRoutes = [
        Route<FreshchatService>("POST", "conversations") { request, service throws(SandboxReply) in
            try service.createConversation(request)
        },
        Route<FreshchatService>("GET", "conversations/fields") { _, _ throws(SandboxReply) in
            FreshchatReplies.ok(FreshchatConversationFields.all)
        },
        Route<FreshchatService>("GET", "conversations/{id}") { request, service throws(SandboxReply) in
            FreshchatReplies.ok(.object(try service.conversation(request).json))
        },
        Route<FreshchatService>("PUT", "conversations/{id}") { request, service throws(SandboxReply) in
            var conversation = try service.conversation(request)
            let body = try request.freshchatBody(ConversationBody.update)
            try service.apply(body, to: &conversation, at: request.now)
            service.conversations[conversation.id] = conversation
            return FreshchatReplies.ok(.object(conversation.json))
        },
    ]

    func conversation(_ request: SandboxRequest) throws(SandboxReply) -> FreshchatConversation {
        guard let conversation = conversations[request.parameters["id"] ?? ""] else {
            throw FreshchatReplies.notFound("conversation")
        }
        return conversation
    }

    /// Only the newest conversation of a user can be reopened.
    func requireLatest(_ conversation: FreshchatConversation) throws(SandboxReply) {
        let newest = conversations.all.last { $0.json["user_id"] == conversation.json["user_id"] }
        guard newest?.id == conversation.id else {
            throw FreshchatReplies.invalid("not the latest conversation")
        }
    }

    private mutating func createConversation(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let body = try request.freshchatBody(ConversationBody.creation)
        guard let user = users[body["users"]?.arrayValue?.first?["id"]?.stringValue ?? ""] else {
            throw FreshchatReplies.invalid("users is not valid")
        }
        var conversation = FreshchatConversation(
            id: ids.uuid(), serial: 1000 + request.serial, channel: try channel(body["channel_id"]), user: user,
            account: account, at: request.now)
        try assign(body, to: &conversation)
        let status: JSONValue = body["status"] ?? (conversation.hasAgent ? "assigned" : "new")
        try require(status, fits: conversation)
        conversation.json["status"] = status
        merge(body["properties"], into: &conversation)
        for message in body["messages"]?.arrayValue?.compactMap(\.objectValue) ?? [] {
            let actor = try actor(of: message, in: conversation)
            _ = conversation.append(message, id: ids.uuid(), actor: actor, at: request.now)
        }
        conversation.json["created_by"] = conversation.messages.first?["actor_type"]
        conversations[conversation.id] = conversation
        // Only the answer to a creation names the members and repeats the messages.
        var answer = conversation.json
        answer["users"] = body["users"]
        answer["messages"] = .array(conversation.messages.map(JSONValue.object))
        return FreshchatReplies.ok(.object(answer))
    }

    private mutating func apply(
        _ body: JSONObject, to conversation: inout FreshchatConversation, at now: Date
    ) throws(SandboxReply) {
        if let id = body["channel_id"] { conversation.json["channel_id"] = try channel(id) }
        let agent = conversation.json["assigned_agent_id"]
        try assign(body, to: &conversation)
        let newAgent = conversation.json["assigned_agent_id"]
        if let newAgent, newAgent != agent {
            conversation.append(event: .assigned, id: ids.uuid(), at: now)
        }
        switch (conversation.status, body["status"]) {
        case ("resolved", "new"?), ("resolved", "reopened"?):
            try requireLatest(conversation)
            conversation.reopen(eventID: ids.uuid(), at: now)
        case (let old, let status?):
            try require(status, fits: conversation)
            conversation.json["status"] = status
            if status == "resolved", old != status {
                conversation.append(event: .resolved, id: ids.uuid(), at: now)
            }
        case ("resolved", nil): break
        case (_, nil) where newAgent != nil && newAgent != agent: conversation.json["status"] = "assigned"
        case ("assigned", nil) where !conversation.hasAgent: conversation.json["status"] = "new"
        default: break
        }
        merge(body["properties"], into: &conversation)
        conversation.json["updated_time"] = .milliseconds(now)
    }

    /// A blank id takes the agent or group away.
    private func assign(_ body: JSONObject, to conversation: inout FreshchatConversation) throws(SandboxReply) {
        for key in ["assigned_agent_id", "assigned_org_agent_id", "assigned_group_id", "assigned_org_group_id"] {
            guard let value = body[key], let id = value.stringValue else { continue }
            let isKnown =
                switch key {
                case "assigned_agent_id": agents[id] != nil
                case "assigned_group_id": FreshchatDirectory.find(value, in: directory.groups) != nil
                default: true
                }
            if id.allSatisfy(\.isWhitespace) {
                conversation.json[key] = nil
            } else if isKnown {
                conversation.json[key] = value
            } else {
                throw FreshchatReplies.invalid("\(key) is not valid")
            }
        }
    }

    private func require(_ status: JSONValue, fits conversation: FreshchatConversation) throws(SandboxReply) {
        guard status != "assigned" || conversation.hasAgent else {
            throw FreshchatReplies.invalid("assigned_agent_id is required")
        }
    }

    private func channel(_ id: JSONValue?) throws(SandboxReply) -> JSONValue {
        guard let id, FreshchatDirectory.find(id, in: directory.channels) != nil else {
            throw FreshchatReplies.invalid("channel_id is not valid")
        }
        return id
    }

    private func merge(_ properties: JSONValue?, into conversation: inout FreshchatConversation) {
        guard let properties = properties?.objectValue else { return }
        var merged = conversation.json["properties"]?.objectValue ?? [:]
        for (key, value) in properties { merged[key] = value }
        conversation.json["properties"] = .object(merged)
    }
}

extension FreshchatConversation {
    fileprivate var hasAgent: Bool { json["assigned_agent_id"] != nil || json["assigned_org_agent_id"] != nil }
}
