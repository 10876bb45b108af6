/// What to change of a user; what is not set stays as it is. Source: Freshchat API v2, users.
///
/// The service documents no way to clear a property. A text may be set to `""`, which is sent as it is.
public struct UserUpdate: Encodable, Sendable, Hashable {
    /// The e-mail address.
    public var email: String?
    /// The first name.
    public var firstName: String?
    /// The last name.
    public var lastName: String?
    /// The phone number, such as `+14155550100`.
    public var phone: String?
    /// Your own id of the user.
    public var referenceID: String?
    /// The avatar.
    public var avatar: Picture?
    /// Properties that the account has defined itself. It is not documented whether those with other names stay.
    public var properties: [UserProperty]?
    /// Accounts at social networks.
    public var socialProfiles: [SocialProfile]?

    /// Makes an update.
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
        guard self != UserUpdate() else { throw ArgumentCheck.refusal("user", "must change at least one property") }
        try ArgumentCheck.email(email, "email")
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
