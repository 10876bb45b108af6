public import Foundation

/// What an agent may do. Source: Freshdesk API v2, roles.
///
/// Its fields are those of ``Fields``.
public struct Role: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a role.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Role``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name, such as `Supervisor`.
        public let name = ReadOnly<String>("name")
        /// About the role.
        public let description = ReadOnly<String>("description")
        /// Whether every account has the role.
        public let isDefault = ReadOnly<Bool>("default")
        /// The kind of agents that can have the role.
        public let agentType = ReadOnly<AgentType>("agent_type")
        /// When the role was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the role was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}
