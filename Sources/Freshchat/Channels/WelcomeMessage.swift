/// What a user sees first in a channel. Source: Freshchat API v2, channels.
public struct WelcomeMessage: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a welcome message.
    public init(json: JSONObject) { self.json = json }

    /// What the message consists of.
    public var parts: [MessagePart]? { json["message_parts"] }
    /// Normal, as a rule.
    public var messageType: MessageType? { json["message_type"] }
    /// Where it comes from: the system, as a rule.
    public var messageSource: MessageSource? { json["message_source"] }
    /// Whether the user cannot answer.
    public var restrictResponse: Bool? { json["restrictResponse"] }
    /// Whether it is a bot's private note.
    public var isBotsPrivateNote: Bool? { json["botsPrivateNote"] }
    /// Whether it asks for input on behalf of a bot.
    public var isBotsInput: Bool? { json["isBotsInput"] }
}
