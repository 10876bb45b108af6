public import Foundation

/// A member of the staff. Source: Freshchat API v2, agents.
///
/// Its fields are those of ``Fields``.
public struct Agent: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The agent's id, a UUID.
    public let id: String

    /// Reads an agent.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Agent``, ``AgentDraft`` and ``AgentUpdate``.
    ///
    /// The service documents no way to empty a field. Those that `.clear` takes are set to an empty text.
    public final class Fields: FieldTable {
        /// The e-mail address; no other agent may have it.
        public let email = Initial<String>("email", .email)
        /// The first name, which the service recommends to send.
        public let firstName = Clearable<String>("first_name", clearedBy: "", .notBlank)
        /// The last name.
        public let lastName = Clearable<String>("last_name", clearedBy: "", .notBlank)
        /// The phone number.
        public let phone = Clearable<String>("phone", clearedBy: "")
        /// A few words about the agent.
        public let biography = Clearable<String>("biography", clearedBy: "")
        /// The job title.
        public let title = ReadOnly<String>("title")
        /// The avatar.
        public let avatar = Settable<Picture>("avatar")
        /// The ids of the groups the agent belongs to; an update replaces them all.
        public let groupIDs = Settable<[String]>("groups", .each(.notBlank))
        /// The id of the role; a word such as `OWNER` for a built-in role.
        public let roleID = Settable<String>("role_id", .notBlank)
        /// The name of the role.
        public let roleName = ReadOnly<String>("role_name")
        /// The skill.
        public let skillID = Settable<String>("skill_id")
        /// The kind of license.
        public let licenseType = Settable<String>("license_type")
        /// The language, such as `en-us`.
        public let locale = Settable<String>("locale")
        /// The time zone, such as `Europe/Lisbon`.
        public let timeZone = Settable<String>("timezone")
        /// Accounts at social networks.
        public let socialProfiles = Settable<[SocialProfile]>("social_profiles")
        /// How conversations are given to the agent.
        public let routingType = Settable<RoutingType>("routing_type")

        /// The id of the person in all Freshworks products.
        public let freshID = ReadOnly<String>("freshid_uuid")
        /// The groups of that person.
        public let freshIDGroupIDs = ReadOnly<[String]>("freshid_group_ids")
        /// The id in the organization, of 18 or 19 digits, as Freshdesk knows it too.
        public let orgContactID = ReadOnly<String>("org_contact_id")
        /// Whether the agent takes conversations.
        public let availabilityStatus = ReadOnly<AvailabilityStatus>("availability_status")
        /// The status that the account has defined itself.
        public let agentStatus = ReadOnly<AgentStatus>("agent_status")
        /// How many conversations the agent takes at a time.
        public let capacity = ReadOnly<Double>("agent_capacity")
        /// Whether the agent is deactivated.
        public let isDeactivated = Later<Bool>("is_deactivated")
        /// Whether the agent was deleted.
        public let isDeleted = ReadOnly<Bool>("is_deleted")
        /// Whether the agent is logged in.
        public let isLoggedIn = ReadOnly<Bool>("login_status")
        /// Whether the agent may use Freshchat.
        public let hasFreshchatAccess = ReadOnly<Bool>("freshchat_access")
        /// Whether the agent takes part in round-robin assignment.
        public let hasRoundRobinAccess = ReadOnly<Bool>("round_robin_access")
        /// When the agent was created.
        public let createdAt = ReadOnly<Date>("created_time")
        /// When the agent was last changed.
        public let updatedAt = ReadOnly<Date>("updated_time")

        /// The only instance.
        public static let table = Fields()
        /// The address.
        public static let required: [FieldRequirement] = ["email"]
    }
}

/// An agent to create: the fields of ``Agent/Fields``.
public typealias AgentDraft = Draft<Agent.Fields>

/// What to change of an agent: the fields of ``Agent/Fields``; what is not set stays as it is.
public typealias AgentUpdate = Update<Agent.Fields>

extension AgentDraft {
    /// Makes a draft of what the service requires and recommends, and fills in more.
    public init(
        email: String, firstName: String? = nil, lastName: String? = nil, roleID: String? = nil,
        _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = Agent.Fields.draft(fill) {
            $0.email = email
            $0.firstName = firstName
            $0.lastName = lastName
            $0.roleID = roleID
        }
    }
}
