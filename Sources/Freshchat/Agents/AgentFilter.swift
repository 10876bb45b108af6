/// Which agents to list; what is set must fit all at once. Source: Freshchat API v2, agents.
public struct AgentFilter: Sendable, Hashable {
    /// Whether the agent was deactivated.
    public var isDeactivated: Bool?
    /// The id of a group the agent belongs to.
    public var groupID: String?
    /// Whether the agent takes conversations.
    public var availabilityStatus: AvailabilityStatus?

    /// Makes a filter; without any condition it lets all agents through.
    public init(
        isDeactivated: Bool? = nil, groupID: String? = nil, availabilityStatus: AvailabilityStatus? = nil
    ) {
        self.isDeactivated = isDeactivated
        self.groupID = groupID
        self.availabilityStatus = availabilityStatus
    }

    var query: QueryItems {
        var items = QueryItems()
        items.append("is_deactivated", isDeactivated)
        items.append("groups", groupID, .notBlank)
        items.append("availability_status", availabilityStatus?.rawValue)
        return items
    }
}
