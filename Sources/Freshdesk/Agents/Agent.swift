public import Foundation

/// A member of the support staff. Source: Freshdesk API v2, agents.
///
/// Lists leave out ``groupIDs``, ``roleIDs`` and ``skillIDs``; view the single agent for them.
public struct Agent: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The user id; contacts and agents share one number space.
    public let id: Int64

    /// Reads an agent.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// Name, address and phone numbers.
    public var contact: AgentContact? { json["contact"] }
    /// Which tickets the agent sees.
    public var ticketScope: TicketScope? { json["ticket_scope"] }
    /// The kind of agent. Requests call it `agent_type` and number it.
    public var type: AgentType? { json["type"] }
    /// Whether the agent works now and then, on day passes.
    public var occasional: Bool? { json["occasional"] }
    /// The signature under replies, as HTML.
    public var signature: String? { json["signature"] }
    /// Whether the agent takes part in the automatic assignment of tickets.
    public var available: Bool? { json["available"] }
    /// Since when the agent is available.
    public var availableSince: Date? { json["available_since"] }
    /// Whether focus mode is on.
    public var focusMode: Bool? { json["focus_mode"] }
    /// The groups the agent belongs to.
    public var groupIDs: [Int64]? { json["group_ids"] }
    /// The roles the agent has.
    public var roleIDs: [Int64]? { json["role_ids"] }
    /// The skills the agent has.
    public var skillIDs: [Int64]? { json["skill_ids"] }
    /// The groups the agent may only contribute to.
    public var contributionGroupIDs: [Int64]? { json["contribution_group_ids"] }
    /// Whether the agent was deactivated.
    public var deactivated: Bool? { json["deactivated"] }
    /// When the agent was last active.
    public var lastActiveAt: Date? { json["last_active_at"] }
    /// When the agent was created.
    public var createdAt: Date? { json["created_at"] }
    /// When the agent was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}
