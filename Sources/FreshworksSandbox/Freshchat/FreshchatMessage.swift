import Foundation
import FreshworksCore

/// What is said in a conversation, by people and by the system.
enum FreshchatMessage {
    private static let input: [String: JSONShape] = [
        "message_parts": .list(of: FreshchatPart.any, atLeast: 1), "reply_parts": .list(of: FreshchatPart.reply),
        "actor_type": .choice("user", "agent", "bot", "system"), "actor_id": .text, "user_id": .text,
        "message_type": .choice("normal", "private"),
        // Tolerated and ignored.
        "channel_id": .text, "app_id": .text, "conversation_id": .text,
    ]
    static let creation = JSONShape.object(input, required: ["message_parts", "actor_type"])
}

extension FreshchatConversation {
    /// Adds a message that was sent, after the checks.
    mutating func append(_ input: JSONObject, id: String, actor: JSONObject?, at now: Date) -> JSONObject {
        var message: JSONObject = ["id": .string(id), "created_time": .milliseconds(now)]
        message["message_parts"] = input["message_parts"]
        message["reply_parts"] = input["reply_parts"] ?? []
        message["message_type"] = input["message_type"] ?? "normal"
        message["actor_type"] = input["actor_type"]
        message["actor_id"] = input["actor_id"] ?? ""
        message["org_actor_id"] = actor?["org_contact_id"]
        return append(message, source: "api")
    }

    /// Adds what the system says. Solving is said in an agent's name: its source alone tells it from a person's words.
    mutating func append(event: Event, id: String, at now: Date) {
        var message: JSONObject = ["id": .string(id), "created_time": .milliseconds(now)]
        message["message_parts"] = [["text": ["content": .string(event.text)]]]
        switch event {
        case .resolved:
            message["actor_type"] = "agent"
            message["actor_id"] = json["assigned_agent_id"] ?? ""
            message["meta_data"] = ["isResolved": true]
        case .reopened:
            message["message_type"] = "system"
            message["actor_type"] = "system"
            message["actor_id"] = ""
            message["meta_data"] = ["isReopen": "true"]
        case .assigned:
            message["message_type"] = "system"
            message["actor_type"] = "system"
            message["actor_id"] = ""
        }
        _ = append(message, source: "system")
    }

    enum Event {
        case assigned, resolved, reopened

        var text: String {
            switch self {
            case .assigned: "Conversation was assigned"
            case .resolved: "Conversation was resolved"
            case .reopened: "Conversation was reopened"
            }
        }
    }

    private mutating func append(_ message: JSONObject, source: JSONValue) -> JSONObject {
        var message = message
        for key in ["user_id", "app_id", "channel_id", "conversation_id"] { message[key] = json[key] }
        message["interaction_id"] = .string(interactionID)
        message["message_source"] = source
        for key in ["restrictResponse", "botsPrivateNote", "isBotsInput"] { message[key] = false }
        messages.append(message)
        return message
    }
}

extension FreshchatService {
    static let messageRoutes = [
        Route<FreshchatService>("GET", "conversations/{id}/messages") { request, service throws(SandboxReply) in
            try service.listMessages(request)
        },
        Route<FreshchatService>("POST", "conversations/{id}/messages") { request, service throws(SandboxReply) in
            var conversation = try service.conversation(request)
            let body = try request.freshchatBody(FreshchatMessage.creation)
            let actor = try service.actor(of: body, in: conversation)
            if body["actor_type"] == "user", conversation.status == "resolved" {
                try service.requireLatest(conversation)
                conversation.reopen(eventID: service.ids.uuid(), at: request.now)
            }
            let message = conversation.append(body, id: service.ids.uuid(), actor: actor, at: request.now)
            conversation.json["updated_time"] = .milliseconds(request.now)
            service.conversations[conversation.id] = conversation
            return FreshchatReplies.ok(.object(message))
        },
    ]

    /// Newest first, with a single `link` while there is more; a page past the end is empty.
    private func listMessages(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let page = try FreshchatPage(request.query)
        let from = try request.query.freshchatTime("from_time") ?? ""
        let found = try conversation(request).messages.reversed()
            .filter { ($0["created_time"]?.stringValue ?? "") >= from }
        let (rows, hasMore) = request.rows(of: found, page: page.page, perPage: page.perPage)
        var answer: JSONObject = ["messages": .array(rows.map(JSONValue.object))]
        if hasMore { answer["link"] = FreshchatPage.link(page.page + 1, of: request, rel: "message") }
        return FreshchatReplies.ok(.object(answer))
    }

    /// The user or agent who speaks, who must be known: a user is a member of the conversation.
    func actor(
        of message: JSONObject, in conversation: FreshchatConversation
    ) throws(SandboxReply) -> JSONObject? {
        guard message["user_id"] == nil || message["user_id"] == conversation.json["user_id"] else {
            throw FreshchatReplies.invalid("user_id is not the conversation's user")
        }
        let id = message["actor_id"]?.stringValue ?? ""
        switch message["actor_type"]?.stringValue {
        case "user":
            guard !id.isEmpty else { throw FreshchatReplies.invalid("actor_id is required") }
            guard conversation.json["user_id"] == .string(id) else {
                throw FreshchatReplies.invalid("the user is not a member of the conversation")
            }
            return users[id]
        case "agent":
            guard !id.isEmpty else { throw FreshchatReplies.invalid("actor_id is required") }
            guard let agent = agents[id] else { throw FreshchatReplies.invalid("actor_id is not an agent") }
            return agent
        default: return nil
        }
    }
}
