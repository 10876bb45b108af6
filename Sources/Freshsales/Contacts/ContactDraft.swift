/// A contact to create, or to create or change. Source: Freshworks CRM API, contacts.
///
/// A new contact needs an e-mail address or a mobile number. Accounts may demand further fields.
public struct ContactDraft: Encodable, Sendable, Hashable {
    /// The first name.
    public var firstName: String?
    /// The last name.
    public var lastName: String?
    /// The job title.
    public var jobTitle: String?
    /// Street and number.
    public var address: String?
    /// The city.
    public var city: String?
    /// The state or province.
    public var state: String?
    /// The postal code.
    public var zipcode: String?
    /// The country.
    public var country: String?
    /// The primary e-mail address; no other contact may have it.
    public var email: String?
    /// E-mail addresses to add, change or remove.
    public var emails: [ContactEmailDraft]?
    /// The e-mail address at work.
    public var workEmail: String?
    /// The phone number at work.
    public var workNumber: String?
    /// The mobile number, best in E.164, such as `+33600000001`.
    public var mobileNumber: String?
    /// Further phone numbers to add, change or remove.
    public var phoneNumbers: [ContactPhoneNumberDraft]?
    /// Your own key of the contact; no other contact may have it.
    public var externalID: String?
    /// The time zone by its name in the service, such as `Arizona`.
    public var timeZone: String?
    /// The name on Facebook.
    public var facebook: String?
    /// The name on Twitter.
    public var twitter: String?
    /// The name on LinkedIn.
    public var linkedIn: String?
    /// The medium that brought the contact.
    public var medium: String?
    /// The keyword that brought the contact.
    public var keyword: String?
    /// Whether the contact gets marketing mail.
    public var subscriptionStatus: SubscriptionStatus?
    /// The ids of the subscriptions.
    public var subscriptionTypes: MultiSelect?
    /// Why the contact unsubscribed.
    public var unsubscriptionReason: String?
    /// Why the contact unsubscribed, in free words.
    public var otherUnsubscriptionReason: String?
    /// Whether the contact gets WhatsApp messages, as a number.
    public var whatsAppSubscriptionStatus: Int?
    /// Whether the contact gets text messages, as a number.
    public var smsSubscriptionStatus: Int?
    /// The tags; the array replaces the present ones.
    public var tags: [String]?
    /// The user who owns the contact.
    public var ownerID: Int64?
    /// The territory.
    public var territoryID: Int64?
    /// Where the contact comes from.
    public var leadSourceID: Int64?
    /// The campaign that brought the contact.
    public var campaignID: Int64?
    /// The status.
    public var contactStatusID: Int64?
    /// The lifecycle stage.
    public var lifecycleStageID: Int64?
    /// The primary company.
    public var salesAccountID: Int64?
    /// All companies, 10 at most, exactly one of them primary; the array replaces the present ones.
    public var salesAccounts: [SalesAccountLink]?
    /// The account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields?

    /// Makes a draft; set the other properties as needed.
    public init(
        email: String? = nil, mobileNumber: String? = nil, firstName: String? = nil, lastName: String? = nil
    ) {
        self.email = email
        self.mobileNumber = mobileNumber
        self.firstName = firstName
        self.lastName = lastName
    }

    func check() throws {
        try ArgumentCheck.email(email, "email")
        try ArgumentCheck.email(workEmail, "work_email")
        try emails?.forEach { try $0.check() }
        try phoneNumbers?.forEach { try $0.check() }
        try ArgumentCheck.notBlank(mobileNumber, "mobile_number")
        try ArgumentCheck.notBlank(externalID, "external_id")
        try subscriptionTypes?.check("subscription_types")
        try ArgumentCheck.id(ownerID, "owner_id")
        try ArgumentCheck.id(territoryID, "territory_id")
        try ArgumentCheck.id(leadSourceID, "lead_source_id")
        try ArgumentCheck.id(campaignID, "campaign_id")
        try ArgumentCheck.id(contactStatusID, "contact_status_id")
        try ArgumentCheck.id(lifecycleStageID, "lifecycle_stage_id")
        try ArgumentCheck.id(salesAccountID, "sales_account_id")
        try SalesAccountLink.check(salesAccounts)
    }

    func checkReachable() throws {
        guard email != nil || mobileNumber != nil || emails?.isEmpty == false else {
            throw ArgumentCheck.refusal("email", "must be there unless mobile_number is")
        }
    }

    private enum CodingKeys: String, CodingKey {
        case address, city, state, zipcode, country, email, emails, facebook, twitter, medium, keyword, tags
        case firstName = "first_name"
        case lastName = "last_name"
        case jobTitle = "job_title"
        case workEmail = "work_email"
        case workNumber = "work_number"
        case mobileNumber = "mobile_number"
        case phoneNumbers = "phone_numbers"
        case externalID = "external_id"
        case timeZone = "time_zone"
        case linkedIn = "linkedin"
        case subscriptionStatus = "subscription_status"
        case subscriptionTypes = "subscription_types"
        case unsubscriptionReason = "unsubscription_reason"
        case otherUnsubscriptionReason = "other_unsubscription_reason"
        case whatsAppSubscriptionStatus = "whatsapp_subscription_status"
        case smsSubscriptionStatus = "sms_subscription_status"
        case ownerID = "owner_id"
        case territoryID = "territory_id"
        case leadSourceID = "lead_source_id"
        case campaignID = "campaign_id"
        case contactStatusID = "contact_status_id"
        case lifecycleStageID = "lifecycle_stage_id"
        case salesAccountID = "sales_account_id"
        case salesAccounts = "sales_accounts"
        case customFields = "custom_field"
    }
}
