public import Foundation

/// A conversation of a user with the staff. Source: Freshchat API v2, conversations.
///
/// A view has no messages: list them with `freshchat.messages`.
public struct Conversation: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The conversation's id, which only a user's list of conversations calls `id`.
    public let id: String

    /// Reads a conversation.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("conversation_id")
    }

    /// Type and id; no customer data.
    public var debugDescription: String { "Conversation(id: \(id))" }

    /// The number that the web console shows in its addresses.
    public var internalID: Int64? { json["conversation_internal_id"] }
    /// The account's app id.
    public var appID: String? { json["app_id"] }
    /// The channel that the conversation runs in.
    public var channelID: String? { json["channel_id"] }
    /// Where the conversation stands.
    public var status: ConversationStatus? { json["status"] }
    /// The user, whom older answers name in ``users`` only.
    public var userID: String? { json["user_id"] ?? users?.first?.id }
    /// The user, alone in the list and often by the id alone.
    public var users: [User]? { json["users"] }
    /// The first messages, in the answer to a creation.
    public var messages: [Message]? { json["messages"] }
    /// The agents, in older answers.
    public var agents: [Agent]? { json["agents"] }
    /// The agent who has the conversation.
    public var assignedAgentID: String? { json.text("assigned_agent_id") }
    /// The group that has the conversation.
    public var assignedGroupID: String? { json.text("assigned_group_id") }
    /// The agent's id in the organization's own number space.
    public var assignedOrgAgentID: String? { json.text("assigned_org_agent_id") }
    /// The group's id in the organization's own number space.
    public var assignedOrgGroupID: String? { json.text("assigned_org_group_id") }
    /// The skill that is needed; 0 for none.
    public var skillID: Int64? { json["skill_id"] }
    /// Properties such as `priority` and the account's own `cf_topic`.
    public var properties: CustomFields? { json["properties"] ?? pairedProperties }
    /// Who started the conversation, such as `user`.
    public var createdBy: String? { json["created_by"] }
    /// When the conversation was created.
    public var createdTime: Date? { json["created_time"] }
    /// When the conversation was last changed.
    public var updatedTime: Date? { json["updated_time"] }
    /// The user's id in the organization's own number space.
    public var orgContactID: String? { json["org_contact_id"] }
    /// Where the web console shows the conversation.
    public var url: URL? { json["url"] }

    /// Older conversations have an array of names and values in place of the object.
    private var pairedProperties: CustomFields? {
        let pairs: [JSONObject]? = json["properties"]
        return pairs.map { pairs in
            CustomFields(JSONObject(pairs.compactMap { pair in pair["name"].map { ($0, pair["value"] ?? .null) } }))
        }
    }
}
