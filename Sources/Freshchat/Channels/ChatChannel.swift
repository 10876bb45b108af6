public import Foundation

/// A channel that conversations run in, also called a topic. Source: Freshchat API v2, channels.
///
/// Its fields are those of ``Fields``.
public struct ChatChannel: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The channel's id, a UUID.
    public let id: String

    /// Reads a channel.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of the channel, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The icon.
        public let icon = ReadOnly<Picture>("icon")
        /// Whether the channel is open.
        public let isEnabled = ReadOnly<Bool>("enabled")
        /// Whether everyone sees the channel.
        public let isPublic = ReadOnly<Bool>("public")
        /// What the app that shows the channel selects it by.
        public let tags = ReadOnly<[String]>("tags")
        /// The language, such as `en`.
        public let locale = ReadOnly<String>("locale")
        /// Where the channel comes from.
        public let source = ReadOnly<String>("source")
        /// What a user sees first.
        public let welcomeMessage = ReadOnly<WelcomeMessage>("welcome_message")
        /// The group that conversations go to, which newer accounts leave out.
        public let assignToGroup = ReadOnly<Group>("assign_to_group")
        /// When the channel was last changed.
        public let updatedAt = ReadOnly<Date>("updated_time")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What a user sees first in a channel. Source: Freshchat API v2, channels.
public struct WelcomeMessage: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a welcome message.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``WelcomeMessage``, which the service alone writes.
    public final class Fields: FieldTable {
        /// What the message consists of.
        public let parts = ReadOnly<[MessagePart]>("message_parts")
        /// Normal, as a rule.
        public let messageType = ReadOnly<MessageType>("message_type")
        /// Where it comes from: the system, as a rule.
        public let messageSource = ReadOnly<MessageSource>("message_source")
        /// Whether the user cannot answer.
        public let restrictsResponse = ReadOnly<Bool>("restrictResponse")
        /// Whether it is a bot's private note.
        public let isBotsPrivateNote = ReadOnly<Bool>("botsPrivateNote")
        /// Whether it asks for input on behalf of a bot.
        public let isBotsInput = ReadOnly<Bool>("isBotsInput", or: "bots_input")

        /// The only instance.
        public static let table = Fields()
    }
}
