public import Foundation

/// A conversation of a user with the staff. Source: Freshchat API v2, conversations.
///
/// Its fields are those of ``Fields``. As a rule it comes without its messages: list them with `freshchat.messages`.
public struct Conversation: FieldRecord {
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

    /// The first messages, in the answer to a creation. Requests say them as ``MessageDraft``.
    public var messages: [Message]? { json["messages"] }

    /// The fields of ``Conversation``, ``ConversationDraft`` and ``ConversationUpdate``.
    public final class Fields: FieldTable {
        /// The channel that the conversation runs in. Moving it to another is not documented for all accounts.
        public let channelID = Settable<String>("channel_id", .notBlank)
        /// The user whose conversation it is.
        public let userID = Initial<String>(
            "user_id",
            as: .sent(as: "users", write: { [["id": .string($0)]] }, read: { $0.arrayValue?.first?["id"] }),
            reading: { $0["user_id"] ?? $0["users"]?.arrayValue?.first?["id"] }, .notBlank)
        /// The user, alone in the list and often by the id alone.
        public let users = ReadOnly<[User]>("users")
        /// The first messages, at least one. Answers show them as ``Message``.
        public let messages = SendOnlyInitial<[MessageDraft]>("messages", .each(.complete()))
        /// The status. ``ConversationStatus/assigned`` requires the agent; new conversations are
        /// ``ConversationStatus/new`` unless set.
        public let status = Settable<ConversationStatus>("status", .notBlank)
        /// The agent who has the conversation. `.clear` sends an empty text, as the service wants it.
        public let assignedAgentID = Clearable<String>("assigned_agent_id", clearedBy: "", .notBlank)
        /// The group that has the conversation. `.clear` sends an empty text.
        public let assignedGroupID = Clearable<String>("assigned_group_id", clearedBy: "", .notBlank)
        /// The agent by the id in the organization. `.clear` sends an empty text.
        public let assignedOrgAgentID = Clearable<String>("assigned_org_agent_id", clearedBy: "", .notBlank)
        /// The group by the id in the organization. `.clear` sends an empty text.
        public let assignedOrgGroupID = Clearable<String>("assigned_org_group_id", clearedBy: "", .notBlank)
        /// Properties such as `priority` and the account's own `cf_topic`; an update leaves those that it does not
        /// name.
        public let properties = Settable<CustomFields>(
            "properties", as: .sent(as: "properties", write: \.jsonValue, read: CustomFields.init(json:)),
            reading: CustomFields.properties(of:))

        /// The number that the web console shows in its addresses.
        public let internalID = ReadOnly<Int64>("conversation_internal_id")
        /// The account's app id.
        public let appID = ReadOnly<String>("app_id")
        /// The agents, in older answers.
        public let agents = ReadOnly<[Agent]>("agents")
        /// The skill that is needed; 0 for none.
        public let skillID = ReadOnly<Int64>("skill_id")
        /// Who started the conversation, such as `user`.
        public let createdBy = ReadOnly<String>("created_by")
        /// The user's id in the organization, of 18 or 19 digits, as Freshdesk knows it too.
        public let orgContactID = ReadOnly<String>("org_contact_id")
        /// Where the web console shows the conversation.
        public let url = ReadOnly<URL>("url")
        /// When the conversation was created.
        public let createdAt = ReadOnly<Date>("created_time")
        /// When the conversation was last changed.
        public let updatedAt = ReadOnly<Date>("updated_time")

        /// The only instance.
        public static let table = Fields()
        /// A channel, a user and a message.
        public static let required: [FieldRequirement] = ["channel_id", "users", "messages"]

        /// Refuses an update that assigns the conversation to nobody.
        public static func errors(in update: ConversationUpdate) -> [FreshworksError.FieldError] {
            let isForNobody = update.assignedAgentID.newValue == nil && update.assignedOrgAgentID.newValue == nil
            return update.status == .assigned && isForNobody
                ? [.refused("assigned_agent_id", "must be set with the status \"assigned\"")] : []
        }
    }
}

/// A conversation to create with its first messages: the fields of ``Conversation/Fields``.
public typealias ConversationDraft = Draft<Conversation.Fields>

/// What to change of a conversation: the fields of ``Conversation/Fields``; what is not set stays as it is.
public typealias ConversationUpdate = Update<Conversation.Fields>

extension ConversationDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(
        channelID: String, userID: String, messages: [MessageDraft], _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = Conversation.Fields.draft(fill) {
            $0.channelID = channelID
            $0.userID = userID
            $0.messages = messages
        }
    }
}

/// The status of a conversation.
public struct ConversationStatus: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a status, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nobody has it yet. Setting it reopens a resolved conversation.
    public static let new = Self(rawValue: "new")
    /// An agent has it.
    public static let assigned = Self(rawValue: "assigned")
    /// It is done.
    public static let resolved = Self(rawValue: "resolved")
    /// It goes on after it was resolved.
    public static let reopened = Self(rawValue: "reopened")
    /// It waits for the user; not in all accounts.
    public static let waitingOnCustomer = Self(rawValue: "waiting on customer")
    /// It waits for colleagues; not in all accounts.
    public static let waitingOnInternalTeam = Self(rawValue: "waiting on internal team")
}

/// How urgent a conversation is: the property `priority`.
///
/// ```swift
/// let priority: ConversationPriority? = conversation.properties["priority"]
/// ```
public struct ConversationPriority: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a priority, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Low.
    public static let low = Self(rawValue: "Low")
    /// Medium.
    public static let medium = Self(rawValue: "Medium")
    /// High.
    public static let high = Self(rawValue: "High")
    /// Urgent.
    public static let urgent = Self(rawValue: "Urgent")
}
