/// A button that calls a bot back. Source: Freshchat API v2, message parts.
public struct CallbackPart: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a button.
    public init(json: JSONObject) { self.json = json }

    /// What the button says.
    public var label: String? { json["label"] }
    /// What the bot gets.
    public var payload: String? { json["payload"] }
}
