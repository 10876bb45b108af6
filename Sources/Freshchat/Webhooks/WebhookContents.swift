/// Who got a conversation from whom, as a webhook tells it. Source: Freshchat webhooks, payload structure.
public struct WebhookAssignment: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an assignment.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``WebhookAssignment``, which the service alone writes. An id is `nil` where the service says `""`: nobody.
    public final class Fields: FieldTable {
        /// The kind of somebody who assigned it.
        public let assignor = ReadOnly<ActorType>("assignor")
        /// The id of somebody who assigned it.
        public let assignorID = ReadOnly<String>("assignor_id", reading: { $0.filled("assignor_id") })
        /// The agent who has it now.
        public let toAgentID = ReadOnly<String>("to_agent_id", reading: { $0.filled("to_agent_id") })
        /// The group that has it now.
        public let toGroupID = ReadOnly<String>("to_group_id", reading: { $0.filled("to_group_id") })
        /// The agent who had it.
        public let fromAgentID = ReadOnly<String>("from_agent_id", reading: { $0.filled("from_agent_id") })
        /// The group that had it.
        public let fromGroupID = ReadOnly<String>("from_group_id", reading: { $0.filled("from_group_id") })
        /// The conversation.
        public let conversation = ReadOnly<WebhookConversation>("conversation")
        /// The part of the conversation between two times it was reopened.
        public let interactionID = ReadOnly<String>("interaction_id")

        /// The only instance.
        public static let table = Fields()
    }
}

/// Who resolved a conversation, as a webhook tells it. Source: Freshchat webhooks, payload structure.
public struct WebhookResolution: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a resolution.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``WebhookResolution``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The kind of somebody who resolved it.
        public let resolver = ReadOnly<ActorType>("resolver")
        /// The id of somebody who resolved it.
        public let resolverID = ReadOnly<String>("resolver_id", reading: { $0.filled("resolver_id") })
        /// The conversation.
        public let conversation = ReadOnly<WebhookConversation>("conversation")
        /// The part of the conversation between two times it was reopened.
        public let interactionID = ReadOnly<String>("interaction_id")
        /// The user whose conversation it is.
        public let user = ReadOnly<User>("user")

        /// The only instance.
        public static let table = Fields()
    }
}

/// Who reopened a conversation, as a webhook tells it. Source: Freshchat webhooks, payload structure.
public struct WebhookReopening: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a reopening.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``WebhookReopening``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The kind of somebody who reopened it.
        public let reopener = ReadOnly<ActorType>("reopener")
        /// The id of somebody who reopened it.
        public let reopenerID = ReadOnly<String>("reopener_id", reading: { $0.filled("reopener_id") })
        /// The conversation.
        public let conversation = ReadOnly<WebhookConversation>("conversation")
        /// The part of the conversation between two times it was reopened.
        public let interactionID = ReadOnly<String>("interaction_id")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A conversation, as webhooks tell of it. Source: Freshchat webhooks, payload structure.
public struct WebhookConversation: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The conversation's id.
    public let id: String

    /// Reads a conversation.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("conversation_id")
    }

    /// The fields of ``WebhookConversation``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The account's app id.
        public let appID = ReadOnly<String>("app_id")
        /// The status.
        public let status = ReadOnly<ConversationStatus>("status")
        /// The channel.
        public let channelID = ReadOnly<String>("channel_id")
        /// The agent who has it.
        public let assignedAgentID = ReadOnly<String>(
            "assigned_agent_id", reading: { $0.filled("assigned_agent_id") })
        /// The group that has it.
        public let assignedGroupID = ReadOnly<String>(
            "assigned_group_id", reading: { $0.filled("assigned_group_id") })
        /// The agent by the id in the organization.
        public let assignedOrgAgentID = ReadOnly<String>(
            "assigned_org_agent_id", reading: { $0.filled("assigned_org_agent_id") })
        /// The skill that is needed; 0 for none.
        public let skillID = ReadOnly<Int64>("skill_id")
        /// The service level; 0 for none.
        public let slaPolicyID = ReadOnly<Int64>("sla_policy_id")
        /// Whether the service level was missed.
        public let isSLABreached = ReadOnly<Bool>("sla_breached")

        /// The only instance.
        public static let table = Fields()
    }
}

extension JSONObject {
    /// The text of a key, unless it is empty.
    fileprivate func filled(_ key: String) -> String? {
        let text: String? = self[key]
        return text?.isEmpty == false ? text : nil
    }
}
