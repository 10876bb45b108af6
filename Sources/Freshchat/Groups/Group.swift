/// A group of agents. Source: Freshchat API v2, groups.
///
/// Its fields are those of ``Fields``.
public struct Group: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The group's id, a UUID.
    public let id: String

    /// Reads a group.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Group``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// What the group is for.
        public let description = ReadOnly<String>("description")
        /// How conversations are given to its agents.
        public let routingType = ReadOnly<RoutingType>("routing_type")
        /// The rule behind the routing.
        public let routingLogic = ReadOnly<String>("routing_logic")
        /// The group's id in the chat product of an omnichannel account.
        public let chatGroupID = ReadOnly<String>("chat_group_id")
        /// The agents, which newer accounts leave out.
        public let agents = ReadOnly<[Agent]>("agents")
        /// The business hours.
        public let businessCalendarID = ReadOnly<String>("business_calendar_id")
        /// The service levels.
        public let slaPolicyIDs = ReadOnly<[String]>("sla_policy_ids")
        /// The canned answers.
        public let standardResponseIDs = ReadOnly<[String]>("standard_response_ids")

        /// The only instance.
        public static let table = Fields()
    }
}

/// How conversations find their agents.
public struct RoutingType: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Omniroute, across the products.
    public static let omniroute = Self(rawValue: "OCR")
    /// IntelliAssign, by the load of each agent.
    public static let intelliAssign = Self(rawValue: "INTELLIASSIGN")
    /// By hand.
    public static let disabled = Self(rawValue: "DISABLED")
}
