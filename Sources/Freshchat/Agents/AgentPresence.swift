/// Whether an agent is there, as the answer to a change of it. Source: Freshchat API v2, agents.
public struct AgentPresence: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a presence.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``AgentPresence``, which the service alone writes.
    public final class Fields: FieldTable {
        /// Whether the agent takes conversations.
        public let availabilityStatus = ReadOnly<AvailabilityStatus>("availability_status")
        /// The status that the account has defined itself.
        public let agentStatus = ReadOnly<AgentStatus>("agent_status")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A status that the account has defined itself, such as "Lunch". Source: Freshchat API v2, agents.
public struct AgentStatus: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a status.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``AgentStatus``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The status's id, which agents may come without.
        public let id = ReadOnly<String>("id")
        /// The name.
        public let name = ReadOnly<String>("name")

        /// The only instance.
        public static let table = Fields()
    }
}

/// Whether an agent takes conversations.
public struct AvailabilityStatus: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a status, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes conversations.
    public static let available = Self(rawValue: "AVAILABLE")
    /// Takes none.
    public static let unavailable = Self(rawValue: "UNAVAILABLE")
}
