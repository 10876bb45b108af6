public import Foundation

/// Where an agent is there for customers. Source: Freshdesk API v2, agent availability.
///
/// Its fields are those of ``Fields``.
public struct AgentAvailability: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an availability.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``AgentAvailability`` and ``AgentAvailabilityUpdate``.
    public final class Fields: FieldTable {
        /// The agent.
        public let agentID = ReadOnly<Int64>("agent_ref")
        /// Each channel; an update names those that change.
        public let channels = Later<[ChannelAvailability]>("channel_availability", .each(.limited))
        /// Whether the agent counts as away after a while.
        public let isIdleEnabled = ReadOnly<Bool>("idle_enabled")
        /// When the status last changed.
        public let statusUpdatedAt = ReadOnly<Date>("status_updated_at")
        /// Who decides: `agent_controlled` or `admin_controlled`.
        public let control = Later<String>("availability_control", .notBlank)

        /// The only instance.
        public static let table = Fields()
    }
}

/// What to change of an agent's availability: the fields of ``AgentAvailability/Fields``.
public typealias AgentAvailabilityUpdate = Update<AgentAvailability.Fields>

/// Whether an agent is there on a channel. Source: Freshdesk API v2, agent availability.
public struct ChannelAvailability: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a channel.
    public init(json: JSONObject) { self.json = json }

    /// Says how many tickets an agent gets at most on a channel, such as `Email queue`.
    public init(channel: String, assignmentLimit: Int) {
        json = ["channel": .string(channel), "assignment_limit": assignmentLimit.jsonValue]
    }

    /// The object.
    public var jsonValue: JSONValue { .object(json) }

    /// The fields of ``ChannelAvailability``.
    public final class Fields: FieldTable {
        /// The channel, such as `Email queue`, `Messaging queue` or `freshdesk`.
        public let channel = ReadOnly<String>("channel")
        /// How many tickets the agent gets at most.
        public let assignmentLimit = ReadOnly<Int>("assignment_limit")
        /// How many the agent has.
        public let currentLoad = ReadOnly<Int>("current_assignment_load")
        /// Whether the agent takes tickets.
        public let isAvailable = ReadOnly<Bool>("available")
        /// Whether the agent is logged in.
        public let isLoggedIn = ReadOnly<Bool>("logged_in")
        /// Whether tickets are assigned one agent after the other.
        public let isRoundRobinEnabled = ReadOnly<Bool>("round_robin_enabled")
        /// When it last changed.
        public let updatedAt = ReadOnly<Date>("availability_updated_at")
        /// The status that the agent has set.
        public let statusID = ReadOnly<Int64>("status_id")
        /// Whether nothing is assigned for now.
        public let isPaused = ReadOnly<Bool>("pause_assignment")

        /// The only instance.
        public static let table = Fields()
    }
}

extension FieldCheck<ChannelAvailability> {
    fileprivate static var limited: Self {
        .all(
            .member("channel", \.channel, .notBlank), .member("assignment_limit", \.assignmentLimit, .within(0...9999)))
    }
}

/// An agent as the list of availabilities shows one. Source: Freshdesk API v2, agent availability.
public struct AvailableAgent: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The agent's id.
    public let id: Int64

    /// Reads an agent.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``AvailableAgent``, which the service alone writes.
    public final class Fields: FieldTable {
        /// Name and address.
        public let contact = ReadOnly<AgentContact>("contact")
        /// Where the agent is there.
        public let availability = ReadOnly<AgentAvailability>("availability")
        /// Who decides: `agent_controlled` or `admin_controlled`.
        public let control = ReadOnly<String>("availability_control")
        /// Whether the agent was deactivated.
        public let isDeactivated = ReadOnly<Bool>("deactivated")
        /// Whether tickets are assigned in the old way.
        public let usesLegacyRouting = ReadOnly<Bool>("legacy_routing")
        /// More about the person.
        public let userData = ReadOnly<JSONObject>("user_data")

        /// The only instance.
        public static let table = Fields()
    }
}
