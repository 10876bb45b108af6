public import Foundation

/// What has happened in the account, as a webhook tells it. Source: Freshchat webhooks, payload structure.
///
/// Which of ``message``, ``assignment``, ``resolution`` and ``reopening`` it has follows from ``action``. An action that this
/// library does not know has none: answer 200 to it all the same, and find what it says in `json`.
public struct WebhookEvent: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// What has happened.
    public let action: WebhookAction

    /// Reads an event.
    /// - Throws: ``FreshworksError`` when it names no action.
    public init(json: JSONObject) throws {
        self.json = json
        let inner: WebhookAction? = json["data"]?["action"]
        action = try json["action"] ?? inner ?? json.require("action")
    }

    /// The action alone; no customer data.
    public var debugDescription: String { "WebhookEvent(\(action.rawValue))" }

    /// The fields of ``WebhookEvent``, which the service alone writes.
    public final class Fields: FieldTable {
        /// When it happened.
        public let actionTime = ReadOnly<Date>(
            "action_time", reading: { $0["action_time"] ?? $0["data"]?["action_time"] })
        /// Who did it.
        public let actor = ReadOnly<MessageActor>("actor", reading: { $0["actor"] ?? $0["data"]?["actor"] })

        /// The only instance.
        public static let table = Fields()
    }

    /// The message that somebody wrote, your own ones included; see ``isEcho(of:)``.
    public var message: Message? {
        content("message").flatMap { try? Message(json: LegacyMessageParts.translated($0)) }
    }

    /// Who got a conversation from whom.
    public var assignment: WebhookAssignment? { content("assignment").map(WebhookAssignment.init(json:)) }

    /// Who resolved a conversation.
    public var resolution: WebhookResolution? { content("resolve").map(WebhookResolution.init(json:)) }

    /// Who reopened a conversation.
    public var reopening: WebhookReopening? { content("reopen").map(WebhookReopening.init(json:)) }

    /// The conversation that it is about.
    public var conversationID: String? {
        self.message?.conversationID ?? assignment?.conversation?.id ?? resolution?.conversation?.id
            ?? reopening?.conversation?.id
    }

    /// Whether a program that writes as one of these agents or bots has caused it itself. Without this check a bot answers
    /// its own messages for ever.
    /// - Parameter actorIDs: The ids that the program writes as.
    public func isEcho(of actorIDs: Set<String>) -> Bool {
        let writer = message?.actorID ?? self.actor?.id
        return writer.map(actorIDs.contains) ?? false
    }

    /// Whether it is about one of these messages, as ``MessageEndpoints/send(_:to:options:)`` has answered them. For bots that
    /// write without an id.
    public func isEcho(ofMessages messageIDs: Set<String>) -> Bool {
        message.map { messageIDs.contains($0.id) } ?? false
    }

    /// What tells the event from all others, whatever the attempt to deliver it: the message's id, or action, conversation and
    /// time.
    public var identity: String {
        if let message { return "\(action.rawValue) \(message.id)" }
        let time: String = json["action_time"] ?? json["data"]?["action_time"] ?? ""
        return "\(action.rawValue) \(conversationID ?? "") \(time)"
    }

    /// What stands under a name: in `data` as the service documents it, or beside the action as some accounts have it.
    private func content(_ name: String) -> JSONObject? { json["data"]?[name]?.objectValue ?? json[name]?.objectValue }
}

/// What a webhook tells of.
public struct WebhookAction: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes an action, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A message, by whomever: ``WebhookEvent/message``.
    public static let messageCreated = Self(rawValue: "message_create")
    /// Another agent or group: ``WebhookEvent/assignment``.
    public static let conversationAssigned = Self(rawValue: "conversation_assignment")
    /// The end of a conversation: ``WebhookEvent/resolution``.
    public static let conversationResolved = Self(rawValue: "conversation_resolution")
    /// A conversation goes on: ``WebhookEvent/reopening``.
    public static let conversationReopened = Self(rawValue: "conversation_reopen")
}

/// Parts of messages as webhooks had them until 2018, `{"part_type": "text", "properties": {"text": "…"}}`.
private enum LegacyMessageParts {
    static func translated(_ message: JSONObject) -> JSONObject {
        guard message["message_parts"] == nil, let parts = message["msg_parts"]?.arrayValue else { return message }
        var message = message
        message["message_parts"] = .array(
            parts.map { part in
                let kind: String = part["part_type"] ?? "unknown"
                let properties: JSONObject = part["properties"] ?? [:]
                return kind == "text"
                    ? ["text": ["content": properties["text"] ?? ""]] : .object([kind: .object(properties)])
            })
        return message
    }
}
