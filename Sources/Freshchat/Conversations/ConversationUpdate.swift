/// What to change of a conversation; what is not set stays as it is. Source: Freshchat API v2, conversations.
public struct ConversationUpdate: Encodable, Sendable, Hashable {
    /// Where it stands. ``ConversationStatus/assigned`` requires the agent.
    public var status: ConversationStatus?
    /// The agent to give it to. Clearing sends an empty text, as the service wants it.
    public var assignedAgentID: Patch<String>
    /// The group to give it to. Clearing sends an empty text.
    public var assignedGroupID: Patch<String>
    /// The agent by the id in the organization's own number space. Clearing sends an empty text.
    public var assignedOrgAgentID: Patch<String>
    /// The group by the id in the organization's own number space. Clearing sends an empty text.
    public var assignedOrgGroupID: Patch<String>
    /// The channel to move it to; not documented for all accounts.
    public var channelID: String?
    /// Properties such as `["priority": "High", "cf_topic": "orders"]`; the others stay as they are.
    public var properties: CustomFields?

    /// Makes an update.
    public init(
        status: ConversationStatus? = nil, assignedAgentID: Patch<String> = .unchanged,
        assignedGroupID: Patch<String> = .unchanged, assignedOrgAgentID: Patch<String> = .unchanged,
        assignedOrgGroupID: Patch<String> = .unchanged, channelID: String? = nil, properties: CustomFields? = nil
    ) {
        self.status = status
        self.assignedAgentID = assignedAgentID
        self.assignedGroupID = assignedGroupID
        self.assignedOrgAgentID = assignedOrgAgentID
        self.assignedOrgGroupID = assignedOrgGroupID
        self.channelID = channelID
        self.properties = properties
    }

    func check() throws {
        guard self != ConversationUpdate() else {
            throw ArgumentCheck.refusal("conversation", "must change at least one property")
        }
        try ArgumentCheck.notBlank(status?.rawValue, "status")
        try ArgumentCheck.notBlank(channelID, "channel_id")
        try ArgumentCheck.notBlank(assignedAgentID.newValue, "assigned_agent_id")
        try ArgumentCheck.notBlank(assignedGroupID.newValue, "assigned_group_id")
        try ArgumentCheck.notBlank(assignedOrgAgentID.newValue, "assigned_org_agent_id")
        try ArgumentCheck.notBlank(assignedOrgGroupID.newValue, "assigned_org_group_id")
        if status == .assigned, assignedAgentID.newValue == nil, assignedOrgAgentID.newValue == nil {
            throw ArgumentCheck.refusal("assigned_agent_id", "must be set with the status \"assigned\"")
        }
    }

    /// Writes what is set, and an empty text for what is cleared.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(status, forKey: .status)
        try container.encodeIfPresent(assignedAgentID.textOrEmpty, forKey: .assignedAgentID)
        try container.encodeIfPresent(assignedGroupID.textOrEmpty, forKey: .assignedGroupID)
        try container.encodeIfPresent(assignedOrgAgentID.textOrEmpty, forKey: .assignedOrgAgentID)
        try container.encodeIfPresent(assignedOrgGroupID.textOrEmpty, forKey: .assignedOrgGroupID)
        try container.encodeIfPresent(channelID, forKey: .channelID)
        try container.encodeIfPresent(properties, forKey: .properties)
    }

    private enum CodingKeys: String, CodingKey {
        case status, properties
        case assignedAgentID = "assigned_agent_id"
        case assignedGroupID = "assigned_group_id"
        case assignedOrgAgentID = "assigned_org_agent_id"
        case assignedOrgGroupID = "assigned_org_group_id"
        case channelID = "channel_id"
    }
}

extension Patch<String> {
    /// What to send: nothing, an empty text, or the text.
    fileprivate var textOrEmpty: String? { self == .clear ? "" : newValue }
}
