/// Whether an agent is there, as the answer to a change of it. Source: Freshchat API v2, agents.
public struct AgentPresence: Resource {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a presence.
    public init(json: JSONObject) { self.json = json }

    /// Whether the agent takes conversations.
    public var availabilityStatus: AvailabilityStatus? { json["availability_status"] }
    /// The status that the account has defined itself.
    public var agentStatus: AgentStatus? { json["agent_status"] }
}
