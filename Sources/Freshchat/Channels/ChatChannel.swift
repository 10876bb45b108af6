public import Foundation

/// A channel that conversations run in, also called a topic. Source: Freshchat API v2, channels.
public struct ChatChannel: Resource {
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

    /// The name.
    public var name: String? { json["name"] }
    /// The icon.
    public var icon: Picture? { json["icon"] }
    /// When the channel was last changed.
    public var updatedTime: Date? { json["updated_time"] }
    /// Whether the channel is open.
    public var enabled: Bool? { json["enabled"] }
    /// Whether everyone sees the channel.
    public var isPublic: Bool? { json["public"] }
    /// What the app that shows the channel selects it by.
    public var tags: [String]? { json["tags"] }
    /// The language, such as `en`.
    public var locale: String? { json["locale"] }
    /// Where the channel comes from.
    public var source: String? { json["source"] }
    /// What a user sees first.
    public var welcomeMessage: WelcomeMessage? { json["welcome_message"] }
    /// The group that conversations go to, which newer accounts leave out.
    public var assignToGroup: Group? { json["assign_to_group"] }
}
