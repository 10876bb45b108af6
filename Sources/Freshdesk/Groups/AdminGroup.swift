public import Foundation

/// A group of agents, as accounts since 2021 see it; ``Group`` is the older view of the same groups. Source: Freshdesk API v2, admin groups.
///
/// Its fields are those of ``Fields``.
public struct AdminGroup: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a group.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``AdminGroup``, ``AdminGroupDraft`` and ``AdminGroupUpdate``.
    public final class Fields: FieldTable {
        /// The name; no other group may have it.
        public let name = Settable<String>("name", .notBlank)
        /// About the group.
        public let description = Clearable<String>("description")
        /// The kind of the group's agents.
        public let type = Settable<GroupType>("type", .notBlank)
        /// The agent who is told when a ticket stays unassigned for as long as `unassignedFor` says.
        public let escalateTo = Clearable<Int64>("escalate_to", .id)
        /// How long a ticket may stay unassigned: `30m`, `1h`, `2h`, `4h`, `8h`, `12h`, `1d`, `2d` or `3d`.
        public let unassignedFor = Settable<String>("unassigned_for", .notBlank)
        /// The agents of the group. ``AdminGroupEndpoints/changeAgents(of:adding:removing:options:)`` changes some of them.
        public let agentIDs = Settable<[Int64]>("agent_ids", .ids)
        /// The business hours of the group.
        public let businessCalendarID = Settable<Int64>("business_calendar_id", .id)
        /// Whether agents can say themselves whether they are there.
        public let allowAgentsToChangeAvailability = Settable<Bool>("allow_agents_to_change_availability")
        /// How tickets and chats are assigned: `enabled`, `type` and `settings`, one for each channel.
        public let automaticAgentAssignment = Settable<JSONObject>("automatic_agent_assignment")
        /// Whether other products know the group.
        public let syncStatus = ReadOnly<JSONValue>("sync_status")
        /// Whether agents are there; on recent accounts.
        public let agentAvailabilityStatus = ReadOnly<JSONValue>("agent_availability_status")
        /// Whether tickets of agents who are away go to others; on recent accounts.
        public let isReassignmentEnabled = ReadOnly<Bool>("reassignment_enabled")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A group to create: the fields of ``AdminGroup/Fields``.
public typealias AdminGroupDraft = Draft<AdminGroup.Fields>

/// What to change of a group: the fields of ``AdminGroup/Fields``; what is not set stays as it is.
public typealias AdminGroupUpdate = Update<AdminGroup.Fields>

extension AdminGroupDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = AdminGroup.Fields.draft(fill) { $0.name = name }
    }
}
