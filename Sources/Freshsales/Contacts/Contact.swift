public import Foundation

/// A person that the account does business with. Source: Freshworks CRM API, contacts.
///
/// Its fields are those of ``Fields``. Rows of a list lack most ids of related records unless the call includes those;
/// see ``Include``.
public struct Contact: SalesRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public var sideloads = Sideloads()
    /// `contact`.
    public static let record: StaticString = "contact"
    /// `contacts`.
    public static let records: StaticString = "contacts"

    /// Reads a contact.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Contact``, ``ContactDraft`` and ``ContactUpdate``.
    public final class Fields: FieldTable {
        /// The first name.
        public let firstName = Clearable<String>("first_name")
        /// The last name.
        public let lastName = Clearable<String>("last_name")
        /// The names joined, or else the e-mail address.
        public let displayName = ReadOnly<String>("display_name")
        /// Where the picture is.
        public let avatar = ReadOnly<URL>("avatar")
        /// The job title.
        public let jobTitle = Clearable<String>("job_title")
        /// Street and number.
        public let address = Clearable<String>("address")
        /// The city.
        public let city = Clearable<String>("city")
        /// The state or province.
        public let state = Clearable<String>("state")
        /// The postal code.
        public let zipcode = Clearable<String>("zipcode")
        /// The country.
        public let country = Clearable<String>("country")
        /// The primary e-mail address; no other contact may have it.
        public let email = Clearable<String>("email", .email)
        /// All e-mail addresses; a request adds, changes or removes those that it names.
        public let emails = Settable<[ContactEmail]>("emails", .addresses)
        /// The e-mail address at work.
        public let workEmail = Clearable<String>("work_email", .email)
        /// The phone number at work.
        public let workNumber = Clearable<String>("work_number")
        /// The mobile number, best in E.164, such as `+33600000001`.
        public let mobileNumber = Clearable<String>("mobile_number", .notBlank)
        /// Further phone numbers; a request adds, changes or removes those that it names.
        public let phoneNumbers = Settable<[ContactPhoneNumber]>("phone_numbers", .numbers)
        /// Your own key of the contact; no other contact may have it.
        public let externalID = Clearable<String>("external_id", .notBlank)
        /// The time zone by its name in the service, such as `Arizona`.
        public let timeZone = Clearable<String>("time_zone")
        /// The name on Facebook.
        public let facebook = Clearable<String>("facebook")
        /// The name on Twitter.
        public let twitter = Clearable<String>("twitter")
        /// The name on LinkedIn.
        public let linkedIn = Clearable<String>("linkedin")
        /// The medium that brought the contact.
        public let medium = Clearable<String>("medium")
        /// The keyword that brought the contact.
        public let keyword = Clearable<String>("keyword")

        /// How promising the contact is, more with a better one; the service does not document the scale.
        public let leadScore = ReadOnly<Int>("lead_score")
        /// How well the contact fits, as a number whose scale the service does not document.
        public let customerFit = ReadOnly<Int>("customer_fit")
        /// When the contact was last seen on the website.
        public let lastSeen = ReadOnly<Date>("last_seen")
        /// When the contact was last contacted.
        public let lastContacted = ReadOnly<Date>("last_contacted")
        /// How the contact was last contacted, such as `Email Opened`.
        public let lastContactedMode = ReadOnly<String>("last_contacted_mode")
        /// When a sales activity last reached the contact.
        public let lastContactedViaSalesActivity = ReadOnly<Date>("last_contacted_via_sales_activity")
        /// The kind of that sales activity, such as `Task`.
        public let lastContactedSalesActivityMode = ReadOnly<String>("last_contacted_sales_activity_mode")
        /// When the contact was last reached by chat, as a text of no documented format. Classic accounts only: those
        /// at `freshsales.io`.
        public let lastContactedViaChat = ReadOnly<String>("last_contacted_via_chat")
        /// When the contact was last given to an owner.
        public let lastAssignedAt = ReadOnly<Date>("last_assigned_at")
        /// When the lifecycle stage last changed.
        public let stageUpdatedAt = ReadOnly<Date>("stage_updated_time")
        /// The latest note.
        public let recentNote = ReadOnly<String>("recent_note")
        /// What the open deals amount to.
        public let openDealsAmount = ReadOnly<Decimal>("open_deals_amount")
        /// How many deals are open.
        public let openDealsCount = ReadOnly<Int>("open_deals_count")
        /// What the won deals amount to.
        public let wonDealsAmount = ReadOnly<Decimal>("won_deals_amount")
        /// How many deals were won.
        public let wonDealsCount = ReadOnly<Int>("won_deals_count")
        /// The sales sequences that have run.
        public let completedSalesSequences = ReadOnly<MultiSelect>("completed_sales_sequences")
        /// The sales sequences that are running.
        public let activeSalesSequences = ReadOnly<MultiSelect>("active_sales_sequences")
        /// The web forms that the contact has filled in.
        public let webFormIDs = ReadOnly<MultiSelect>("web_form_ids")
        /// The users who work with the contact.
        public let teamUserIDs = ReadOnly<MultiSelect>("team_user_ids")

        /// Whether the contact gets marketing mail.
        public let subscriptionStatus = Clearable<SubscriptionStatus>("subscription_status")
        /// The ids of the subscriptions.
        public let subscriptionTypes = Clearable<MultiSelect>("subscription_types", .joinable)
        /// Why the contact unsubscribed.
        public let unsubscriptionReason = Clearable<String>("unsubscription_reason")
        /// Why the contact unsubscribed, in free words.
        public let otherUnsubscriptionReason = Clearable<String>("other_unsubscription_reason")
        /// Whether the contact gets WhatsApp messages, as a number that the service does not document.
        public let whatsAppSubscriptionStatus = Clearable<Int>("whatsapp_subscription_status")
        /// Whether the contact gets text messages, as a number that the service does not document.
        public let smsSubscriptionStatus = Clearable<Int>("sms_subscription_status")

        /// When the contact first chatted, as a text of no documented format.
        public let firstSeenChat = ReadOnly<String>("first_seen_chat")
        /// When the contact last chatted, as a text of no documented format.
        public let lastSeenChat = ReadOnly<String>("last_seen_chat")
        /// The language of the contact's browser.
        public let locale = ReadOnly<String>("locale")
        /// How many sessions the contact had.
        public let totalSessions = ReadOnly<String>("total_sessions")
        /// The campaign of the first visit.
        public let firstCampaign = ReadOnly<String>("first_campaign")
        /// The medium of the first visit.
        public let firstMedium = ReadOnly<String>("first_medium")
        /// The source of the first visit.
        public let firstSource = ReadOnly<String>("first_source")
        /// The campaign of the last visit.
        public let lastCampaign = ReadOnly<String>("last_campaign")
        /// The medium of the last visit.
        public let lastMedium = ReadOnly<String>("last_medium")
        /// The source of the last visit.
        public let lastSource = ReadOnly<String>("last_source")
        /// The campaign of the latest visit.
        public let latestCampaign = ReadOnly<String>("latest_campaign")
        /// The medium of the latest visit.
        public let latestMedium = ReadOnly<String>("latest_medium")
        /// The source of the latest visit.
        public let latestSource = ReadOnly<String>("latest_source")

        /// The user who owns the contact. Lists leave it out without `.owner`.
        public let ownerID = Clearable<Int64>("owner_id", .id)
        /// The territory. Lists leave it out without `.territory`.
        public let territoryID = Clearable<Int64>("territory_id", .id)
        /// Where the contact comes from. Lists leave it out without `.leadSource`.
        public let leadSourceID = Clearable<Int64>("lead_source_id", .id)
        /// The campaign that brought the contact. Lists leave it out without `.campaign`.
        public let campaignID = Clearable<Int64>("campaign_id", .id)
        /// The status. Lists leave it out without `.contactStatus`.
        public let contactStatusID = Clearable<Int64>("contact_status_id", .id)
        /// The lifecycle stage. Lists leave it out without `.lifecycleStage`.
        public let lifecycleStageID = Clearable<Int64>("lifecycle_stage_id", .id)
        /// The primary company.
        public let salesAccountID = Clearable<Int64>("sales_account_id", .id)
        /// All companies, 10 at most, exactly one of them primary. Lists leave them out without `.salesAccounts`; an
        /// update replaces them all.
        public let salesAccounts = Settable<[ContactSalesAccount]>("sales_accounts", .tied)
        /// The tags; an update replaces them all.
        public let tags = Settable<[String]>("tags")
        /// The tags that the service has set.
        public let systemTags = ReadOnly<[String]>("system_tags")
        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_field")

        /// The user who created the contact; with `.creator`.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// The user who last changed the contact; with `.updater`.
        public let updaterID = ReadOnly<Int64>("updater_id")
        /// The deals; with `.deals`.
        public let dealIDs = ReadOnly<[Int64]>("deal_ids")
        /// The tasks; with `.tasks`.
        public let taskIDs = ReadOnly<[Int64]>("task_ids")
        /// The appointments; with `.appointments`.
        public let appointmentIDs = ReadOnly<[Int64]>("appointment_ids")
        /// The notes; with `.notes`.
        public let noteIDs = ReadOnly<[Int64]>("note_ids")
        /// The marketing lists. On a single contact only.
        public let listIDs = ReadOnly<[Int64]>("list_ids")
        /// Whether there are contacts like this one. On a single contact only.
        public let hasDuplicates = ReadOnly<Bool>("has_duplicates")
        /// Whether duplicates were looked for today. On a single contact only.
        public let duplicatesSearchedToday = ReadOnly<Bool>("duplicates_searched_today")
        /// Whether the contact is connected to others. On a single contact only.
        public let hasConnections = ReadOnly<Bool>("has_connections")
        /// Whether connections were looked for today. On a single contact only.
        public let connectionsSearchedToday = ReadOnly<Bool>("connections_searched_today")
        /// The department. Classic accounts only.
        public let department = ReadOnly<String>("department")
        /// Whether not to be disturbed. Classic accounts only.
        public let doNotDisturb = ReadOnly<Bool>("do_not_disturb")
        /// Whether the contact may decide. Classic accounts only.
        public let hasAuthority = ReadOnly<Bool>("has_authority")
        /// How promising the contact is, in words. Classic accounts only.
        public let leadQuality = ReadOnly<String>("lead_quality")
        /// Whether mail reaches the contact. Classic accounts only.
        public let emailStatus = ReadOnly<String>("email_status")
        /// The id of the person across the products of the suite; beyond what a `Double` can hold.
        public let mcrID = ReadOnly<Int64>("mcr_id")
        /// The id of the record type. Newer accounts only.
        public let recordTypeID = ReadOnly<String>("record_type_id")
        /// Whether this is a part of the record only, because it came along with another; get the contact for the rest.
        public let isPartial = ReadOnly<Bool>("partial")
        /// Whether the contact is in the recycle bin.
        public let isDeleted = ReadOnly<Bool>("is_deleted")
        /// Paths of the web app by name, such as `timeline_feeds`; they are no paths of the API.
        public let links = ReadOnly<[String: String]>("links")
        /// When the contact was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the contact was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// One of the ways to reach somebody.
        public static let required: [FieldRequirement] = [.any("email", "mobile_number", "emails")]
    }
}

/// A contact to create, or to create or change: the fields of ``Contact/Fields``.
///
/// A new contact needs an e-mail address or a mobile number. Accounts may demand further fields.
public typealias ContactDraft = Draft<Contact.Fields>

/// What to change of a contact: the fields of ``Contact/Fields``; what is not set stays as it is.
public typealias ContactUpdate = Update<Contact.Fields>

extension ContactDraft {
    /// Makes a draft, and fills in more.
    public init(
        firstName: String? = nil, lastName: String? = nil, email: String? = nil, mobileNumber: String? = nil,
        _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = Contact.Fields.draft(fill) {
            $0.firstName = firstName
            $0.lastName = lastName
            $0.email = email
            $0.mobileNumber = mobileNumber
        }
    }

    /// Makes a draft of what the service requires, and fills in more.
    public init(
        email: String, mobileNumber: String? = nil, firstName: String? = nil, lastName: String? = nil,
        _ fill: (inout Self) -> Void = { _ in }
    ) {
        self.init(firstName: firstName, lastName: lastName, email: Optional(email), mobileNumber: mobileNumber, fill)
    }
}

/// The contacts of a Freshsales account.
public typealias ContactEndpoints = RecordEndpoints<Contact>

extension FreshsalesClient {
    /// The contacts of the account.
    public var contacts: ContactEndpoints { ContactEndpoints(api: api) }
}
