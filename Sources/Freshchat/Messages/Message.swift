public import Foundation

/// A message of a conversation, or a note of the service on what happened to it. Source: Freshchat API v2, messages.
///
/// Its fields are those of ``Fields``.
public struct Message: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The message's id, a UUID.
    public let id: String

    /// Reads a message.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The text: that of all its parts, each on a line of its own; `nil` when none has one.
    public var text: String? {
        let texts = parts?.compactMap(\.text) ?? []
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// What the message consists of. Requests say it as ``OutgoingPart``.
    public var parts: [MessagePart]? { json["message_parts"] }

    /// What the user is offered for an answer. Requests say it as ``OutgoingPart``.
    public var replyParts: [MessagePart]? { json["reply_parts"] }

    /// Who wrote it; `nil` when the service does not say.
    public var actor: MessageActor? { MessageActor(json: .object(json)) }

    /// Who sees the message; normal where the service does not say.
    public var messageType: MessageType { json["message_type"] ?? .normal }

    /// Whether the message is a note of the service: assigned, resolved, reopened.
    ///
    /// The service marks them in different ways, and any of them counts. A message that a service account sent through
    /// the API may count too.
    public var isSystemEvent: Bool {
        let isResolved: Bool? = self.metadata["isResolved"]
        let isReopened: Bool? = self.metadata["isReopen"]
        return self.messageSource == .system || messageType == .system || self.actorType == .system
            || isResolved == true || isReopened == true
    }

    /// The fields of ``Message`` and ``MessageDraft``.
    public final class Fields: FieldTable {
        /// Who writes it. Answers show it as ``Message/actor``.
        public let actor = SendOnlyInitial<MessageActor>("actor", as: MessageActor.spelling, .real)
        /// What the message consists of, at least one part. Answers show it as ``Message/parts``.
        public let parts = SendOnlyInitial<[OutgoingPart]>("message_parts", .complete)
        /// What the user is offered for an answer: collections of quick replies, or templates.
        /// Answers show it as ``Message/replyParts``.
        public let replyParts = SendOnlyInitial<[OutgoingPart]>("reply_parts", .answers, .complete)
        /// Who sees the message; everybody unless set.
        public let messageType = Initial<MessageType>("message_type", .writable)
        /// The conversation's user; may be missing when the user wrote it.
        public let userID = Initial<String>("user_id", .notBlank)

        /// The kind of somebody who wrote it.
        public let actorType = ReadOnly<ActorType>("actor_type")
        /// The id of somebody who wrote it.
        public let actorID = ReadOnly<String>("actor_id")
        /// The writer's id in the organization.
        public let orgActorID = ReadOnly<String>("org_actor_id")
        /// The account's app id.
        public let appID = ReadOnly<String>("app_id")
        /// The channel.
        public let channelID = ReadOnly<String>("channel_id")
        /// The conversation.
        public let conversationID = ReadOnly<String>("conversation_id")
        /// A second id of the conversation, on omnichannel accounts; calls take `conversationID`.
        public let freshchatConversationID = ReadOnly<String>("freshchat_conversation_id")
        /// A second id of the channel, on omnichannel accounts.
        public let freshchatChannelID = ReadOnly<String>("freshchat_channel_id")
        /// The part of the conversation between two times it was reopened.
        public let interactionID = ReadOnly<String>("interaction_id")
        /// Where the message came from.
        public let messageSource = ReadOnly<MessageSource>("message_source")
        /// The message that this one answers.
        public let inReplyToMessageID = ReadOnly<String>("in_reply_to", reading: { $0["in_reply_to"]?["message_id"] })
        /// The step of a bot's flow.
        public let stepID = ReadOnly<String>("stepId")
        /// Further data, such as `isResolved`.
        public let metadata = ReadOnly<CustomFields>("meta_data")
        /// Whether the user cannot answer.
        public let restrictsResponse = ReadOnly<Bool>("restrictResponse")
        /// Whether it is a bot's private note.
        public let isBotsPrivateNote = ReadOnly<Bool>("botsPrivateNote")
        /// Whether it asks for input on behalf of a bot.
        public let isBotsInput = ReadOnly<Bool>("isBotsInput", or: "bots_input")
        /// How the delivery to a channel ended, such as `Failed`.
        public let status = ReadOnly<String>("status")
        /// The number of the error of a failed delivery.
        public let errorCode = ReadOnly<Int>("error_code")
        /// What went wrong with a failed delivery.
        public let errorMessage = ReadOnly<String>("error_message")
        /// The kind of error of a failed delivery.
        public let errorCategory = ReadOnly<String>("error_category")
        /// When the message was created.
        public let createdAt = ReadOnly<Date>("created_time")

        /// The only instance.
        public static let table = Fields()
        /// A part.
        public static let required: [FieldRequirement] = ["message_parts"]
    }
}

/// A message to send: the fields of ``Message/Fields``.
///
/// ```swift
/// var draft = MessageDraft(from: .agent(agentID), text: "Was this helpful?")
/// draft.replyParts = [.quickReplies("Yes", "No")]
/// ```
public typealias MessageDraft = Draft<Message.Fields>

extension MessageDraft {
    /// Makes a message of parts, and fills in more.
    public init(from actor: MessageActor, parts: [OutgoingPart], _ fill: (inout Self) -> Void = { _ in }) {
        self = Message.Fields.draft(fill) {
            $0.actor = actor
            $0.parts = parts
        }
    }

    /// Makes a message of text, and fills in more.
    public init(from actor: MessageActor, text: String, _ fill: (inout Self) -> Void = { _ in }) {
        self.init(from: actor, parts: [.text(text)], fill)
    }
}

/// Who sees a message.
public struct MessageType: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Everybody in the conversation.
    public static let normal = Self(rawValue: "normal")
    /// The staff: an internal note.
    public static let `private` = Self(rawValue: "private")
    /// A note of the service on what happened; it is not sent.
    public static let system = Self(rawValue: "system")
}

extension FieldCheck<MessageType> {
    /// Refuses what the service alone writes.
    fileprivate static var writable: Self {
        Self { $0 == .system ? "must be \"normal\" or \"private\"" : nil }
    }
}

extension FieldCheck<[OutgoingPart]> {
    /// Refuses what offers no answer.
    fileprivate static var answers: Self {
        .each(
            FieldCheck<OutgoingPart> {
                $0.part.kind == .collection || $0.part.kind == .templateContent
                    ? nil : "must hold collections and templates only"
            })
    }
}
