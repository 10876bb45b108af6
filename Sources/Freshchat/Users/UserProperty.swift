/// A property of users that the account has defined itself: a name and a text. Source: Freshchat API v2, users.
public struct UserProperty: Encodable, JSONReadable, Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value, which is a text whatever it means; empty where the service has none.
    public var value: String

    /// Makes a property.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Reads an object; `nil` when the name is missing.
    public init?(json: JSONValue) {
        guard let name: String = json["name"] else { return nil }
        self.init(name: name, value: json["value"] ?? "")
    }
}
