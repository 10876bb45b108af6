/// A group of agents. Source: Freshchat API v2, groups.
public struct Group: Resource, JSONReadable {
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

    /// The name.
    public var name: String? { json["name"] }
    /// What the group is for.
    public var description: String? { json["description"] }
    /// How conversations are given to its agents.
    public var routingType: RoutingType? { json["routing_type"] }
    /// The rule behind the routing.
    public var routingLogic: String? { json["routing_logic"] }
    /// The group's id in the chat product of an omnichannel account.
    public var chatGroupID: String? { json["chat_group_id"] }
    /// The agents, which newer accounts leave out.
    public var agents: [Agent]? { json["agents"] }
    /// The business hours.
    public var businessCalendarID: String? { json["business_calendar_id"] }
    /// The service levels.
    public var slaPolicyIDs: [String]? { json["sla_policy_ids"] }
    /// The canned answers.
    public var standardResponseIDs: [String]? { json["standard_response_ids"] }
}
