/// A contact to create. Source: Freshdesk API v2, contacts.
///
/// One of e-mail address, phone, mobile, Twitter id, external id and social profile is needed.
public struct ContactDraft: Encodable, Sendable, Hashable {
    /// The full name.
    public var name: String
    /// The main e-mail address; no other contact or agent may have it.
    public var email: String?
    /// The phone number.
    public var phone: String?
    /// The mobile number.
    public var mobile: String?
    /// The Twitter id; no other contact may have it.
    public var twitterID: String?
    /// The id in a system of your own; no other contact may have it.
    public var uniqueExternalID: String?
    /// Profiles in social networks, ten at most.
    public var socialHandler: [JSONObject]?
    /// More e-mail addresses.
    public var otherEmails: [String]?
    /// The main company; that of the address's domain unless set.
    public var companyID: Int64?
    /// Whether the contact sees all tickets of the main company.
    public var viewAllTickets: Bool?
    /// More companies.
    public var otherCompanies: [CompanyMembership]?
    /// The postal address.
    public var address: String?
    /// About the contact.
    public var description: String?
    /// The job title.
    public var jobTitle: String?
    /// The language, such as `en`.
    public var language: String?
    /// The time zone by its name in the service.
    public var timeZone: String?
    /// The tags.
    public var tags: [String]?
    /// The fields that the account has defined.
    public var customFields: CustomFields?
    /// How values of custom objects are looked up: `display_id`, which is the default, or `primary_field_value`.
    public var lookupParameter: String?
    /// The picture: a JPEG or PNG of 5 MB at most. Without it the draft is sent as JSON, with it as a form.
    public var avatar: AttachmentUpload?

    /// Makes a draft; set the other properties as needed.
    public init(
        name: String, email: String? = nil, phone: String? = nil, mobile: String? = nil, twitterID: String? = nil,
        uniqueExternalID: String? = nil, customFields: CustomFields? = nil
    ) {
        self.name = name
        self.email = email
        self.phone = phone
        self.mobile = mobile
        self.twitterID = twitterID
        self.uniqueExternalID = uniqueExternalID
        self.customFields = customFields
    }

    func check() throws {
        try ArgumentCheck.notBlank(name, "name")
        try ArgumentCheck.email(email, "email")
        try ArgumentCheck.notBlank(phone, "phone")
        try ArgumentCheck.notBlank(mobile, "mobile")
        try ArgumentCheck.notBlank(twitterID, "twitter_id")
        try ArgumentCheck.notBlank(uniqueExternalID, "unique_external_id")
        let identifiers = [email, phone, mobile, twitterID, uniqueExternalID].compactMap(\.self)
        guard !identifiers.isEmpty || socialHandler?.isEmpty == false else {
            throw ArgumentCheck.refusal(
                "email", "or another of phone, mobile, twitter_id, unique_external_id, social_handler is needed")
        }
        try ArgumentCheck.id(companyID, "company_id")
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
