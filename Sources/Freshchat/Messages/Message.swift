public import Foundation

/// A message of a conversation, or a note of the service on what happened to it. Source: Freshchat API v2, messages.
public struct Message: Resource, JSONReadable {
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

    /// When the message was created.
    public var createdTime: Date? { json["created_time"] }
    /// What the message consists of.
    public var parts: [MessagePart]? { json["message_parts"] }
    /// What the user is offered for an answer.
    public var replyParts: [MessagePart]? { json["reply_parts"] }
    /// Who sees the message; normal where the service does not say.
    public var messageType: MessageType { json["message_type"] ?? .normal }
    /// The kind of somebody who wrote it.
    public var actorType: ActorType? { json["actor_type"] }
    /// Who wrote it.
    public var actorID: String? { json["actor_id"] }
    /// The writer's id in the organization's own number space.
    public var orgActorID: String? { json["org_actor_id"] }
    /// The conversation's user; may be missing when the user wrote it.
    public var userID: String? { json["user_id"] }
    /// The account's app id.
    public var appID: String? { json["app_id"] }
    /// The channel.
    public var channelID: String? { json["channel_id"] }
    /// The conversation.
    public var conversationID: String? { json["conversation_id"] }
    /// A second id of the conversation, on omnichannel accounts; calls take ``conversationID``.
    public var freshchatConversationID: String? { json["freshchat_conversation_id"] }
    /// A second id of the channel, on omnichannel accounts.
    public var freshchatChannelID: String? { json["freshchat_channel_id"] }
    /// The part of the conversation between two times it was reopened.
    public var interactionID: String? { json["interaction_id"] }
    /// Where the message came from.
    public var messageSource: MessageSource? { json["message_source"] }
    /// The message that this one answers.
    public var inReplyToMessageID: String? {
        let message: JSONObject? = json["in_reply_to"]
        return message?["message_id"]
    }
    /// The step of a bot's flow.
    public var stepID: String? { json["stepId"] }
    /// Further data, such as `isResolved`.
    public var metadata: CustomFields? { json["meta_data"] }
    /// Whether the user cannot answer.
    public var restrictResponse: Bool? { json["restrictResponse"] }
    /// Whether it is a bot's private note.
    public var isBotsPrivateNote: Bool? { json["botsPrivateNote"] }
    /// Whether it asks for input on behalf of a bot.
    public var isBotsInput: Bool? { json["isBotsInput"] ?? json["bots_input"] }
    /// How the delivery to a channel ended, such as `Failed`.
    public var status: String? { json["status"] }
    /// The number of the error of a failed delivery.
    public var errorCode: Int? { json["error_code"] }
    /// What went wrong with a failed delivery.
    public var errorMessage: String? { json["error_message"] }
    /// The kind of error of a failed delivery.
    public var errorCategory: String? { json["error_category"] }

    /// Whether the message is a note of the service: assigned, resolved, reopened.
    ///
    /// The service marks them in different ways, and any of them counts. A message that a service account sent through the
    /// API may count too.
    public var isSystemEvent: Bool {
        let isResolved: Bool? = metadata?["isResolved"]
        let isReopened: Bool? = metadata?["isReopen"]
        return messageSource == .system || messageType == .system || actorType == .system || isResolved == true
            || isReopened == true
    }
}
