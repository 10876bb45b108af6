/// What an agent may do. Source: Freshchat API v2, roles.
///
/// Its fields are those of ``Fields``.
public struct Role: FieldRecord {
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

    /// The fields of ``Role``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// What the role is for.
        public let description = ReadOnly<String>("description")
        /// Whether the account has defined the role itself.
        public let isCustom = ReadOnly<Bool>("is_custom_role")

        /// The only instance.
        public static let table = Fields()
    }
}
