import Foundation
import FreshworksCore

/// What is said in conversations, by people and by the system.
extension FreshchatService {
    static let messages = FreshchatRecords("messages", noun: "message", calls: []) {
        RecordKey("message_parts", .list(of: FreshchatPart.any, atLeast: 1)).required
        RecordKey("reply_parts", .list(of: FreshchatPart.reply), [])
        RecordKey("message_type", .choice("normal", "private"), "normal")
        RecordKey("actor_type", .choice("user", "agent", "bot", "system")).required
        RecordKey("actor_id", .text, "")
        RecordKey("user_id", .text)
        for key in [
            "app_id", "channel_id", "conversation_id", "interaction_id", "freshchat_conversation_id",
            "freshchat_channel_id", "org_actor_id", "in_reply_to", "stepId", "meta_data", "bots_input", "status",
            "error_code", "error_message", "error_category",
        ] { RecordKey(key, .any, nil).readOnly }
        RecordKey("message_source", .text, "api").readOnly
        for key in ["restrictResponse", "botsPrivateNote", "isBotsInput"] { RecordKey(key, .flag, false).readOnly }
    }

    /// A message within a new conversation.
    static let messageShape: JSONShape = {
        let writable = messages.keys.filter { $0.isWritable(isUpdate: false) }
        return .object(
            Dictionary(uniqueKeysWithValues: writable.map { ($0.name, $0.shape) }),
            required: writable.filter(\.isRequired).map(\.name), tolerating: Set(messages.keys.map(\.name)))
    }()

    static let messageRoutes = [
        Route<FreshchatService>(
            "GET", "conversations/{id}/messages", scope: "conversation.messages.view", or: "conversation.view",
            listMessages),
        Route<FreshchatService>(
            "POST", "conversations/{id}/messages", scope: "conversation.messages.create", or: "conversation.create",
            send),
    ]

    /// Newest first, with a single `link` while there is more; a page past the end is empty.
    private static func listMessages(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let page = try FreshchatPage(request.query)
        let from = try request.query.freshchatTime("from_time") ?? ""
        let found = service.messages(of: try service.record(of: conversations, request)).reversed()
            .filter { ($0["created_time"]?.stringValue ?? "") >= from }
        let (rows, hasMore) = request.rows(of: found, page: page.page, perPage: page.perPage)
        var answer: JSONObject = ["messages": .array(rows.map(JSONValue.object))]
        if hasMore { answer["link"] = FreshchatPage.link(page.page + 1, of: request, rel: "message") }
        return FreshchatReplies.ok(.object(answer))
    }

    private static func send(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        var conversation = try service.record(of: conversations, request)
        let now = request.now
        var writing = Writing(
            try service.body(of: request, messages),
            of: service.message(in: conversation, id: request.seed["id"], at: now), messages.keys, isNew: true, manners,
            request)
        try service.refuse(writing.flaws, messages)
        let actor = try service.actor(of: writing.sent, in: conversation)
        if writing["actor_type"] == "user", conversation["status"] == "resolved" {
            try service.requireLatest(conversation)
            service.reopen(&conversation, at: now)
            service.append(event: .reopened, to: conversation, at: now)
            writing.record["interaction_id"] = conversation["interaction_id"]
            writing.record["id"] = request.seed["id"] ?? service.nextID(of: messages)
        }
        writing.record["org_actor_id"] = actor?["org_contact_id"]
        let message = try service.write(writing, messages).record
        conversation["updated_time"] = .milliseconds(now)
        service.keep(conversation, conversations)
        service.tell(message: message, at: now)
        return FreshchatReplies.ok(.object(message))
    }

    func messages(of conversation: JSONObject) -> [JSONObject] {
        all(Self.messages).filter { $0["conversation_id"] == conversation["conversation_id"] }
    }

    private func message(in conversation: JSONObject, id: JSONValue? = nil, at now: Date) -> JSONObject {
        var message = blank(Self.messages, id: id, at: now)
        for key in ["user_id", "app_id", "channel_id", "conversation_id", "interaction_id"] {
            message[key] = conversation[key]
        }
        return message
    }

    /// Adds a message that was sent, after the checks.
    mutating func append(_ input: JSONObject, to conversation: JSONObject, id: JSONValue? = nil, at now: Date) {
        var message = message(in: conversation, id: id, at: now)
        for (name, value) in input where Self.messages.key(name)?.isWritable(isUpdate: false) == true {
            message[name] = value
        }
        message["org_actor_id"] = (try? actor(of: input, in: conversation))?["org_contact_id"]
        shelve(new: message)
        tell(message: message, at: now)
    }

    private mutating func shelve(new message: JSONObject) {
        spendID(message["id"] ?? .null, of: Self.messages)
        keep(message, Self.messages)
    }

    enum Event {
        case assigned, resolved, reopened
    }

    /// Adds what the system says. Solving is said in an agent's name: its source alone tells it from a person's words.
    mutating func append(
        event: Event, to conversation: JSONObject, before base: JSONObject = [:], at now: Date
    ) {
        tell(event, of: conversation, before: base, at: now)
        var message = message(in: conversation, at: now)
        for key in ["reply_parts", "message_type"] { message[key] = nil }
        message["message_parts"] = [["text": ["content": .string("Conversation was \(event)")]]]
        message["message_source"] = "system"
        message["actor_type"] = event == .resolved ? "agent" : "system"
        message["actor_id"] = event == .resolved ? conversation["assigned_agent_id"] ?? "" : ""
        if event != .resolved { message["message_type"] = "system" }
        let marks: [Event: JSONValue] = [.resolved: ["isResolved": true], .reopened: ["isReopen": "true"]]
        message["meta_data"] = marks[event]
        shelve(new: message)
        tell(message: message, at: now)
    }

    /// The user or agent who speaks, who must be known: a user is a member of the conversation.
    func actor(of message: JSONObject, in conversation: JSONObject) throws(SandboxReply) -> JSONObject? {
        guard message["user_id"] == nil || message["user_id"] == conversation["user_id"] else {
            throw FreshchatReplies.invalid("user_id is not the conversation's user")
        }
        let id = message["actor_id"]
        switch message["actor_type"]?.stringValue {
        case "user":
            guard let id, !id.isBlank else { throw FreshchatReplies.invalid("actor_id is required") }
            guard conversation["user_id"] == id else {
                throw FreshchatReplies.invalid("the user is not a member of the conversation")
            }
            return self[Self.users, id]
        case "agent":
            guard let id, !id.isBlank else { throw FreshchatReplies.invalid("actor_id is required") }
            guard let agent = self[Self.agents, id] else { throw FreshchatReplies.invalid("actor_id is not an agent") }
            return agent
        default: return nil
        }
    }
}
