/// What an agent may do. Source: Freshchat API v2, roles.
public struct Role: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The role's id; a word such as `ACCOUNT_ADMIN` for a built-in role.
    public let id: String

    /// Reads a role.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The name.
    public var name: String? { json["name"] }
    /// What the role is for.
    public var description: String? { json["description"] }
    /// Whether the account has defined the role itself.
    public var isCustom: Bool? { json["is_custom_role"] }
}
