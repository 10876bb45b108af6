public import Foundation

/// A member of the staff. Source: Freshchat API v2, agents.
public struct Agent: Resource, JSONReadable {
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

    /// The e-mail address.
    public var email: String? { json["email"] }
    /// The first name.
    public var firstName: String? { json["first_name"] }
    /// The last name.
    public var lastName: String? { json["last_name"] }
    /// The phone number.
    public var phone: String? { json["phone"] }
    /// A few words about the agent.
    public var biography: String? { json["biography"] }
    /// The job title.
    public var title: String? { json["title"] }
    /// The avatar.
    public var avatar: Picture? { json["avatar"] }
    /// The ids of the groups the agent belongs to.
    public var groupIDs: [String]? { json["groups"] }
    /// The id of the role; a word such as `OWNER` for a built-in role.
    public var roleID: String? { json["role_id"] }
    /// The name of the role.
    public var roleName: String? { json["role_name"] }
    /// The skill.
    public var skillID: String? { json["skill_id"] }
    /// The kind of license.
    public var licenseType: String? { json["license_type"] }
    /// The id of the person in all Freshworks products.
    public var freshID: String? { json["freshid_uuid"] }
    /// The groups of that person.
    public var freshIDGroupIDs: [String]? { json["freshid_group_ids"] }
    /// The id in the organization's own number space, 18 or 19 digits.
    public var orgContactID: String? { json["org_contact_id"] }
    /// The language, such as `en-us`.
    public var locale: String? { json["locale"] }
    /// The time zone, such as `Europe/Lisbon`.
    public var timeZone: String? { json["timezone"] }
    /// Whether the agent takes conversations.
    public var availabilityStatus: AvailabilityStatus? { json["availability_status"] }
    /// The status that the account has defined itself.
    public var agentStatus: AgentStatus? { json["agent_status"] }
    /// How conversations are given to the agent.
    public var routingType: RoutingType? { json["routing_type"] }
    /// How many conversations the agent takes at a time.
    public var capacity: Double? { json["agent_capacity"] }
    /// Whether the agent was deactivated.
    public var isDeactivated: Bool? { json["is_deactivated"] }
    /// Whether the agent was deleted.
    public var isDeleted: Bool? { json["is_deleted"] }
    /// Whether the agent is logged in.
    public var loginStatus: Bool? { json["login_status"] }
    /// Whether the agent may use Freshchat.
    public var freshchatAccess: Bool? { json["freshchat_access"] }
    /// Whether the agent takes part in round-robin assignment.
    public var roundRobinAccess: Bool? { json["round_robin_access"] }
    /// Accounts at social networks.
    public var socialProfiles: [SocialProfile]? { json["social_profiles"] }
    /// When the agent was created.
    public var createdTime: Date? { json["created_time"] }
    /// When the agent was last changed.
    public var updatedTime: Date? { json["updated_time"] }
}
