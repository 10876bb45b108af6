/// What to change of a contact; what is not set stays as it is. Source: Freshdesk API v2, contacts.
public struct ContactUpdate: Encodable, Sendable, Hashable {
    /// The full name.
    public var name: String?
    /// The main e-mail address.
    public var email: Patch<String>
    /// The phone number.
    public var phone: Patch<String>
    /// The mobile number.
    public var mobile: Patch<String>
    /// The Twitter id.
    public var twitterID: Patch<String>
    /// The id in a system of your own.
    public var uniqueExternalID: Patch<String>
    /// All profiles in social networks, ten at most.
    public var socialHandler: [JSONObject]?
    /// All further e-mail addresses; the array replaces the present one.
    public var otherEmails: [String]?
    /// The main company.
    public var companyID: Patch<Int64>
    /// Whether the contact sees all tickets of the main company.
    public var viewAllTickets: Bool?
    /// All further companies; the array replaces the present one.
    public var otherCompanies: [CompanyMembership]?
    /// The postal address.
    public var address: Patch<String>
    /// About the contact.
    public var description: Patch<String>
    /// The job title.
    public var jobTitle: Patch<String>
    /// The language, such as `en`.
    public var language: String?
    /// The time zone by its name in the service.
    public var timeZone: String?
    /// All tags; the array replaces the present one.
    public var tags: [String]?
    /// The fields that the account has defined; those that are not named stay as they are, `.null` empties one.
    public var customFields: CustomFields?
    /// How values of custom objects are looked up: `display_id`, which is the default, or `primary_field_value`.
    public var lookupParameter: String?
    /// The picture: a JPEG or PNG of 5 MB at most. A request with a picture cannot clear anything.
    public var avatar: AttachmentUpload?

    /// Makes an update.
    public init(
        name: String? = nil, email: Patch<String> = .unchanged, phone: Patch<String> = .unchanged,
        mobile: Patch<String> = .unchanged, twitterID: Patch<String> = .unchanged,
        uniqueExternalID: Patch<String> = .unchanged, socialHandler: [JSONObject]? = nil,
        otherEmails: [String]? = nil, companyID: Patch<Int64> = .unchanged, viewAllTickets: Bool? = nil,
        otherCompanies: [CompanyMembership]? = nil, address: Patch<String> = .unchanged,
        description: Patch<String> = .unchanged, jobTitle: Patch<String> = .unchanged, language: String? = nil,
        timeZone: String? = nil, tags: [String]? = nil, customFields: CustomFields? = nil,
        lookupParameter: String? = nil, avatar: AttachmentUpload? = nil
    ) {
        self.name = name
        self.email = email
        self.phone = phone
        self.mobile = mobile
        self.twitterID = twitterID
        self.uniqueExternalID = uniqueExternalID
        self.socialHandler = socialHandler
        self.otherEmails = otherEmails
        self.companyID = companyID
        self.viewAllTickets = viewAllTickets
        self.otherCompanies = otherCompanies
        self.address = address
        self.description = description
        self.jobTitle = jobTitle
        self.language = language
        self.timeZone = timeZone
        self.tags = tags
        self.customFields = customFields
        self.lookupParameter = lookupParameter
        self.avatar = avatar
    }

    func check() throws {
        try ArgumentCheck.notBlank(name, "name")
        try ArgumentCheck.email(email.newValue, "email")
        try ArgumentCheck.notBlank(phone.newValue, "phone")
        try ArgumentCheck.notBlank(mobile.newValue, "mobile")
        try ArgumentCheck.notBlank(twitterID.newValue, "twitter_id")
        try ArgumentCheck.notBlank(uniqueExternalID.newValue, "unique_external_id")
        try ArgumentCheck.id(companyID.newValue, "company_id")
        try ArgumentCheck.ids(otherCompanies?.map(\.companyID), "other_companies")
    }

    private enum CodingKeys: String, CodingKey {
        case name, email, phone, mobile, address, description, language, tags
        case twitterID = "twitter_id"
        case uniqueExternalID = "unique_external_id"
        case socialHandler = "social_handler"
        case otherEmails = "other_emails"
        case companyID = "company_id"
        case viewAllTickets = "view_all_tickets"
        case otherCompanies = "other_companies"
        case jobTitle = "job_title"
        case timeZone = "time_zone"
        case customFields = "custom_fields"
        case lookupParameter = "lookup_parameter"
    }
}
