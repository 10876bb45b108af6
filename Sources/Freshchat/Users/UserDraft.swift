/// A user to create; at least one property must be set. Source: Freshchat API v2, users.
public struct UserDraft: Encodable, Sendable, Hashable {
    /// The e-mail address.
    public var email: String?
    /// The first name.
    public var firstName: String?
    /// The last name.
    public var lastName: String?
    /// The phone number, such as `+14155550100`.
    public var phone: String?
    /// Your own id of the user, to find the user by.
    public var referenceID: String?
    /// The avatar.
    public var avatar: Picture?
    /// Properties that the account has defined itself.
    public var properties: [UserProperty]?
    /// Accounts at social networks.
    public var socialProfiles: [SocialProfile]?

    /// Makes a draft.
    public init(
        email: String? = nil, firstName: String? = nil, lastName: String? = nil, phone: String? = nil,
        referenceID: String? = nil, avatar: Picture? = nil, properties: [UserProperty]? = nil,
        socialProfiles: [SocialProfile]? = nil
    ) {
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.phone = phone
        self.referenceID = referenceID
        self.avatar = avatar
        self.properties = properties
        self.socialProfiles = socialProfiles
    }

    func check() throws {
        guard self != UserDraft() else { throw ArgumentCheck.refusal("user", "must have at least one property") }
        try ArgumentCheck.email(email, "email")
        try ArgumentCheck.notBlank(firstName, "first_name")
        try ArgumentCheck.notBlank(lastName, "last_name")
        try ArgumentCheck.notBlank(phone, "phone")
        try ArgumentCheck.notBlank(referenceID, "reference_id")
        for property in properties ?? [] { try ArgumentCheck.notBlank(property.name, "properties.name") }
    }

    private enum CodingKeys: String, CodingKey {
        case email, phone, avatar, properties
        case firstName = "first_name"
        case lastName = "last_name"
        case referenceID = "reference_id"
        case socialProfiles = "social_profiles"
    }
}
