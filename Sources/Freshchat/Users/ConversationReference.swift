/// A conversation of a user, of which the service tells the id alone. Source: Freshchat API v2, users.
public struct ConversationReference: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The conversation's id.
    public let id: String

    /// Reads a reference.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
}
