/// What to change of a contact; what is not set stays as it is. Source: Freshworks CRM API, contacts.
public struct ContactUpdate: Encodable, Sendable, Hashable {
    /// The first name.
    public var firstName: Patch<String>
    /// The last name.
    public var lastName: Patch<String>
    /// The job title.
    public var jobTitle: Patch<String>
    /// Street and number.
    public var address: Patch<String>
    /// The city.
    public var city: Patch<String>
    /// The state or province.
    public var state: Patch<String>
    /// The postal code.
    public var zipcode: Patch<String>
    /// The country.
    public var country: Patch<String>
    /// The primary e-mail address; no other contact may have it.
    public var email: Patch<String>
    /// E-mail addresses to add, change or remove.
    public var emails: [ContactEmailDraft]?
    /// The e-mail address at work.
    public var workEmail: Patch<String>
    /// The phone number at work.
    public var workNumber: Patch<String>
    /// The mobile number, best in E.164, such as `+33600000001`.
    public var mobileNumber: Patch<String>
    /// Further phone numbers to add, change or remove.
    public var phoneNumbers: [ContactPhoneNumberDraft]?
    /// Your own key of the contact; no other contact may have it.
    public var externalID: Patch<String>
    /// The time zone by its name in the service, such as `Arizona`.
    public var timeZone: Patch<String>
    /// The name on Facebook.
    public var facebook: Patch<String>
    /// The name on Twitter.
    public var twitter: Patch<String>
    /// The name on LinkedIn.
    public var linkedIn: Patch<String>
    /// The medium that brought the contact.
    public var medium: Patch<String>
    /// The keyword that brought the contact.
    public var keyword: Patch<String>
    /// Whether the contact gets marketing mail.
    public var subscriptionStatus: Patch<SubscriptionStatus>
    /// The ids of the subscriptions.
    public var subscriptionTypes: Patch<MultiSelect>
    /// Why the contact unsubscribed.
    public var unsubscriptionReason: Patch<String>
    /// Why the contact unsubscribed, in free words.
    public var otherUnsubscriptionReason: Patch<String>
    /// Whether the contact gets WhatsApp messages, as a number.
    public var whatsAppSubscriptionStatus: Patch<Int>
    /// Whether the contact gets text messages, as a number.
    public var smsSubscriptionStatus: Patch<Int>
    /// The tags; the array replaces the present ones.
    public var tags: [String]?
    /// The user who owns the contact.
    public var ownerID: Patch<Int64>
    /// The territory.
    public var territoryID: Patch<Int64>
    /// Where the contact comes from.
    public var leadSourceID: Patch<Int64>
    /// The campaign that brought the contact.
    public var campaignID: Patch<Int64>
    /// The status.
    public var contactStatusID: Patch<Int64>
    /// The lifecycle stage.
    public var lifecycleStageID: Patch<Int64>
    /// The primary company.
    public var salesAccountID: Patch<Int64>
    /// All companies, 10 at most, exactly one of them primary; the array replaces the present ones.
    public var salesAccounts: [SalesAccountLink]?
    /// The account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields?

    /// Makes an update.
    public init(
        firstName: Patch<String> = .unchanged, lastName: Patch<String> = .unchanged,
        jobTitle: Patch<String> = .unchanged, address: Patch<String> = .unchanged, city: Patch<String> = .unchanged,
        state: Patch<String> = .unchanged, zipcode: Patch<String> = .unchanged, country: Patch<String> = .unchanged,
        email: Patch<String> = .unchanged, emails: [ContactEmailDraft]? = nil, workEmail: Patch<String> = .unchanged,
        workNumber: Patch<String> = .unchanged, mobileNumber: Patch<String> = .unchanged,
        phoneNumbers: [ContactPhoneNumberDraft]? = nil, externalID: Patch<String> = .unchanged,
        timeZone: Patch<String> = .unchanged, facebook: Patch<String> = .unchanged,
        twitter: Patch<String> = .unchanged, linkedIn: Patch<String> = .unchanged, medium: Patch<String> = .unchanged,
        keyword: Patch<String> = .unchanged, subscriptionStatus: Patch<SubscriptionStatus> = .unchanged,
        subscriptionTypes: Patch<MultiSelect> = .unchanged, unsubscriptionReason: Patch<String> = .unchanged,
        otherUnsubscriptionReason: Patch<String> = .unchanged, whatsAppSubscriptionStatus: Patch<Int> = .unchanged,
        smsSubscriptionStatus: Patch<Int> = .unchanged, tags: [String]? = nil, ownerID: Patch<Int64> = .unchanged,
        territoryID: Patch<Int64> = .unchanged, leadSourceID: Patch<Int64> = .unchanged,
        campaignID: Patch<Int64> = .unchanged, contactStatusID: Patch<Int64> = .unchanged,
        lifecycleStageID: Patch<Int64> = .unchanged, salesAccountID: Patch<Int64> = .unchanged,
        salesAccounts: [SalesAccountLink]? = nil, customFields: CustomFields? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.jobTitle = jobTitle
        self.address = address
        self.city = city
        self.state = state
        self.zipcode = zipcode
        self.country = country
        self.email = email
        self.emails = emails
        self.workEmail = workEmail
        self.workNumber = workNumber
        self.mobileNumber = mobileNumber
        self.phoneNumbers = phoneNumbers
        self.externalID = externalID
        self.timeZone = timeZone
        self.facebook = facebook
        self.twitter = twitter
        self.linkedIn = linkedIn
        self.medium = medium
        self.keyword = keyword
        self.subscriptionStatus = subscriptionStatus
        self.subscriptionTypes = subscriptionTypes
        self.unsubscriptionReason = unsubscriptionReason
        self.otherUnsubscriptionReason = otherUnsubscriptionReason
        self.whatsAppSubscriptionStatus = whatsAppSubscriptionStatus
        self.smsSubscriptionStatus = smsSubscriptionStatus
        self.tags = tags
        self.ownerID = ownerID
        self.territoryID = territoryID
        self.leadSourceID = leadSourceID
        self.campaignID = campaignID
        self.contactStatusID = contactStatusID
        self.lifecycleStageID = lifecycleStageID
        self.salesAccountID = salesAccountID
        self.salesAccounts = salesAccounts
        self.customFields = customFields
    }

    func check() throws {
        try ArgumentCheck.email(email.newValue, "email")
        try ArgumentCheck.email(workEmail.newValue, "work_email")
        try emails?.forEach { try $0.check() }
        try phoneNumbers?.forEach { try $0.check() }
        try ArgumentCheck.notBlank(mobileNumber.newValue, "mobile_number")
        try ArgumentCheck.notBlank(externalID.newValue, "external_id")
        try subscriptionTypes.newValue?.check("subscription_types")
        try ArgumentCheck.id(ownerID.newValue, "owner_id")
        try ArgumentCheck.id(territoryID.newValue, "territory_id")
        try ArgumentCheck.id(leadSourceID.newValue, "lead_source_id")
        try ArgumentCheck.id(campaignID.newValue, "campaign_id")
        try ArgumentCheck.id(contactStatusID.newValue, "contact_status_id")
        try ArgumentCheck.id(lifecycleStageID.newValue, "lifecycle_stage_id")
        try ArgumentCheck.id(salesAccountID.newValue, "sales_account_id")
        try SalesAccountLink.check(salesAccounts)
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
