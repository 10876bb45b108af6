/// A status that the account has defined itself, such as "Lunch". Source: Freshchat API v2, agents.
public struct AgentStatus: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a status.
    public init(json: JSONObject) { self.json = json }

    /// The status's id, which agents may come without.
    public var id: String? { json["id"] }
    /// The name.
    public var name: String? { json["name"] }
}
