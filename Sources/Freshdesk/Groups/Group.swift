public import Foundation

/// A group of agents that tickets are assigned to. Source: Freshdesk API v2, groups.
///
/// Its fields are those of ``Fields``. Lists leave out `agentIDs`.
public struct Group: FieldRecord {
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

    /// The fields of ``Group``, ``GroupDraft`` and ``GroupUpdate``.
    public final class Fields: FieldTable {
        /// The name; no other group may have it.
        public let name = Settable<String>("name", .notBlank)
        /// About the group.
        public let description = Clearable<String>("description")
        /// The agents of the group; absent in lists. An update replaces them all.
        public let agentIDs = Settable<[Int64]>("agent_ids", .ids)
        /// How the group's tickets are assigned to its agents. Requests can only say `.off` and `.roundRobin`.
        public let autoTicketAssign = Settable<TicketAssignment>("auto_ticket_assign", .within(0...1))
        /// The agent who is told when a ticket stays unassigned for as long as `unassignedFor` says.
        public let escalateTo = Clearable<Int64>("escalate_to", .id)
        /// How long a ticket may stay unassigned: `30m`, unless set, `1h`, `2h`, `4h`, `8h`, `12h`, `1d`, `2d` or `3d`.
        public let unassignedFor = Settable<String>("unassigned_for", .notBlank)
        /// The business hours of the group.
        public let businessHourID = ReadOnly<Int64>("business_hour_id")
        /// The kind of the group's agents; support agents unless set.
        public let groupType = Initial<GroupType>("group_type")
        /// When the group was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the group was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A group to create: the fields of ``Group/Fields``.
public typealias GroupDraft = Draft<Group.Fields>

/// What to change of a group: the fields of ``Group/Fields``; what is not set stays as it is.
public typealias GroupUpdate = Update<Group.Fields>

extension GroupDraft {
    /// Makes a draft of what the service requires, and fills in more: `GroupDraft(name: "Tier 2") { $0.agentIDs = ids }`.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = Group.Fields.draft(fill) { $0.name = name }
    }
}

/// How a group's tickets are assigned to its agents.
public struct TicketAssignment: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// By hand.
    public static let off = Self(rawValue: 0)
    /// To one agent after the other.
    public static let roundRobin = Self(rawValue: 1)
    /// By the agents' skills; not settable.
    public static let skillBased = Self(rawValue: 2)
    /// By the agents' load; not settable.
    public static let loadBased = Self(rawValue: 3)
    /// By Omniroute; not settable.
    public static let omniroute = Self(rawValue: 12)
}

/// The kind of agents that a group has.
public struct GroupType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Agents who work on tickets.
    public static let supportAgents = Self(rawValue: "support_agent_group")
    /// Agents who work at the customer's place.
    public static let fieldAgents = Self(rawValue: "field_agent_group")
}
