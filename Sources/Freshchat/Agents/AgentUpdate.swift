/// What to change of an agent; what is not set stays as it is. Source: Freshchat API v2, agents.
///
/// The e-mail address cannot be changed. The service documents no way to clear a property: a text may be set to `""`, which
/// is sent as it is.
public struct AgentUpdate: Encodable, Sendable, Hashable {
    /// The first name.
    public var firstName: String?
    /// The last name.
    public var lastName: String?
    /// The phone number.
    public var phone: String?
    /// A few words about the agent.
    public var biography: String?
    /// The avatar.
    public var avatar: Picture?
    /// The id of the role.
    public var roleID: String?
    /// The ids of all groups to belong to.
    public var groupIDs: [String]?
    /// The skill.
    public var skillID: String?
    /// The language, such as `en-us`.
    public var locale: String?
    /// The time zone, such as `Europe/Lisbon`.
    public var timeZone: String?
    /// Accounts at social networks.
    public var socialProfiles: [SocialProfile]?
    /// How conversations are given to the agent.
    public var routingType: RoutingType?
    /// The kind of license.
    public var licenseType: String?
    /// Whether the agent is deactivated.
    public var isDeactivated: Bool?

    /// Makes an update.
    public init(
        firstName: String? = nil, lastName: String? = nil, phone: String? = nil, biography: String? = nil,
        avatar: Picture? = nil, roleID: String? = nil, groupIDs: [String]? = nil, skillID: String? = nil,
        locale: String? = nil, timeZone: String? = nil, socialProfiles: [SocialProfile]? = nil,
        routingType: RoutingType? = nil, licenseType: String? = nil, isDeactivated: Bool? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.phone = phone
        self.biography = biography
        self.avatar = avatar
        self.roleID = roleID
        self.groupIDs = groupIDs
        self.skillID = skillID
        self.locale = locale
        self.timeZone = timeZone
        self.socialProfiles = socialProfiles
        self.routingType = routingType
        self.licenseType = licenseType
        self.isDeactivated = isDeactivated
    }

    func check() throws {
        guard self != AgentUpdate() else { throw ArgumentCheck.refusal("agent", "must change at least one property") }
        try ArgumentCheck.notBlank(roleID, "role_id")
        for id in groupIDs ?? [] { try ArgumentCheck.notBlank(id, "groups") }
    }

    private enum CodingKeys: String, CodingKey {
        case phone, biography, avatar, locale
        case firstName = "first_name"
        case lastName = "last_name"
        case roleID = "role_id"
        case groupIDs = "groups"
        case skillID = "skill_id"
        case timeZone = "timezone"
        case socialProfiles = "social_profiles"
        case routingType = "routing_type"
        case licenseType = "license_type"
        case isDeactivated = "is_deactivated"
    }
}
