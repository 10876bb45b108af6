/// An agent to create. Source: Freshchat API v2, agents.
public struct AgentDraft: Encodable, Sendable, Hashable {
    /// The e-mail address; no other agent may have it.
    public var email: String
    /// The first name, which the service recommends to send.
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
    /// The ids of the groups to join.
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

    /// Makes a draft of what the service requires and recommends; set the other properties as needed.
    public init(email: String, firstName: String? = nil, lastName: String? = nil, roleID: String? = nil) {
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.roleID = roleID
    }

    func check() throws {
        try ArgumentCheck.email(email, "email")
        try ArgumentCheck.notBlank(firstName, "first_name")
        try ArgumentCheck.notBlank(lastName, "last_name")
        try ArgumentCheck.notBlank(roleID, "role_id")
        for id in groupIDs ?? [] { try ArgumentCheck.notBlank(id, "groups") }
    }

    private enum CodingKeys: String, CodingKey {
        case email, phone, biography, avatar, locale
        case firstName = "first_name"
        case lastName = "last_name"
        case roleID = "role_id"
        case groupIDs = "groups"
        case skillID = "skill_id"
        case timeZone = "timezone"
        case socialProfiles = "social_profiles"
        case routingType = "routing_type"
        case licenseType = "license_type"
    }
}
