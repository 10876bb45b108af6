/// A message to send. Source: Freshchat API v2, messages.
///
/// ```swift
/// var draft = MessageDraft(from: .agent(agentID), text: "Was this helpful?")
/// draft.replyParts = [.quickReplies("Yes", "No")]
/// ```
public struct MessageDraft: Encodable, Sendable, Hashable {
    /// Who writes it.
    public var actor: MessageActor
    /// What it consists of, at least one part.
    public var parts: [MessagePart]
    /// Who sees it; everybody unless set.
    public var messageType: MessageType?
    /// What to offer the user for an answer: collections of quick replies, or templates.
    public var replyParts: [MessagePart]?
    /// The conversation's user.
    public var userID: String?

    /// Makes a message of parts; set the other properties as needed.
    public init(from actor: MessageActor, parts: [MessagePart]) {
        self.actor = actor
        self.parts = parts
    }

    /// Makes a message of text; set the other properties as needed.
    public init(from actor: MessageActor, text: String) {
        self.init(from: actor, parts: [.text(text)])
    }

    func check() throws {
        guard !parts.isEmpty else { throw ArgumentCheck.refusal("message_parts", "must hold at least one part") }
        for part in parts { try part.check("message_parts") }
        for part in replyParts ?? [] {
            guard part.kind == .collection || part.kind == .templateContent else {
                throw ArgumentCheck.refusal("reply_parts", "must hold collections and templates only")
            }
            try part.check("reply_parts")
        }
        try ArgumentCheck.notBlank(actor.id, "actor_id")
        try ArgumentCheck.notBlank(userID, "user_id")
        guard messageType != .system else {
            throw ArgumentCheck.refusal("message_type", "must be \"normal\" or \"private\"")
        }
    }

    /// Writes the object, with the actor as two keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(parts, forKey: .parts)
        try container.encode(actor.type, forKey: .actorType)
        try container.encodeIfPresent(actor.id, forKey: .actorID)
        try container.encodeIfPresent(messageType, forKey: .messageType)
        try container.encodeIfPresent(replyParts, forKey: .replyParts)
        try container.encodeIfPresent(userID, forKey: .userID)
    }

    private enum CodingKeys: String, CodingKey {
        case parts = "message_parts"
        case actorType = "actor_type"
        case actorID = "actor_id"
        case messageType = "message_type"
        case replyParts = "reply_parts"
        case userID = "user_id"
    }
}
