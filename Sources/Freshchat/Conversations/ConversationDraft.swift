/// A conversation to create with its first messages. Source: Freshchat API v2, conversations.
public struct ConversationDraft: Encodable, Sendable, Hashable {
    /// The channel to run in.
    public var channelID: String
    /// The user whose conversation it is.
    public var userID: String
    /// The first messages, at least one.
    public var messages: [MessageDraft]
    /// Where it stands; new unless set.
    public var status: ConversationStatus?
    /// The agent to give it to.
    public var assignedAgentID: String?
    /// The group to give it to.
    public var assignedGroupID: String?
    /// The agent by the id in the organization's own number space.
    public var assignedOrgAgentID: String?
    /// The group by the id in the organization's own number space.
    public var assignedOrgGroupID: String?
    /// Properties such as `["priority": "High", "cf_topic": "orders"]`.
    public var properties: CustomFields?

    /// Makes a draft of what the service requires; set the other properties as needed.
    public init(channelID: String, userID: String, messages: [MessageDraft]) {
        self.channelID = channelID
        self.userID = userID
        self.messages = messages
    }

    func check() throws {
        try ArgumentCheck.notBlank(channelID, "channel_id")
        try ArgumentCheck.notBlank(userID, "users.id")
        guard !messages.isEmpty else { throw ArgumentCheck.refusal("messages", "must hold at least one message") }
        for message in messages { try message.check() }
        try ArgumentCheck.notBlank(status?.rawValue, "status")
        try ArgumentCheck.notBlank(assignedAgentID, "assigned_agent_id")
        try ArgumentCheck.notBlank(assignedGroupID, "assigned_group_id")
        try ArgumentCheck.notBlank(assignedOrgAgentID, "assigned_org_agent_id")
        try ArgumentCheck.notBlank(assignedOrgGroupID, "assigned_org_group_id")
    }

    /// Writes the object, with the user as the only element of `users`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(channelID, forKey: .channelID)
        try container.encode([["id": userID]], forKey: .users)
        try container.encode(messages, forKey: .messages)
        try container.encodeIfPresent(status, forKey: .status)
        try container.encodeIfPresent(assignedAgentID, forKey: .assignedAgentID)
        try container.encodeIfPresent(assignedGroupID, forKey: .assignedGroupID)
        try container.encodeIfPresent(assignedOrgAgentID, forKey: .assignedOrgAgentID)
        try container.encodeIfPresent(assignedOrgGroupID, forKey: .assignedOrgGroupID)
        try container.encodeIfPresent(properties, forKey: .properties)
    }

    private enum CodingKeys: String, CodingKey {
        case users, messages, status, properties
        case channelID = "channel_id"
        case assignedAgentID = "assigned_agent_id"
        case assignedGroupID = "assigned_group_id"
        case assignedOrgAgentID = "assigned_org_agent_id"
        case assignedOrgGroupID = "assigned_org_group_id"
    }
}
