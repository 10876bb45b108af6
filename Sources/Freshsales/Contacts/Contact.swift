public import Foundation

/// A person that the account does business with. Source: Freshworks CRM API, contacts.
///
/// Rows of a view lack most ids of related records unless the call includes those; see ``Include``.
public struct Contact: SideloadedRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public internal(set) var sideloads = Sideloads()

    /// Reads a contact.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The first name.
    public var firstName: String? { json["first_name"] }
    /// The last name.
    public var lastName: String? { json["last_name"] }
    /// The names joined, or else the e-mail address.
    public var displayName: String? { json["display_name"] }
    /// Where the picture is.
    public var avatar: URL? { json["avatar"] }
    /// The job title.
    public var jobTitle: String? { json["job_title"] }
    /// Street and number.
    public var address: String? { json["address"] }
    /// The city.
    public var city: String? { json["city"] }
    /// The state or province.
    public var state: String? { json["state"] }
    /// The postal code.
    public var zipcode: String? { json["zipcode"] }
    /// The country.
    public var country: String? { json["country"] }
    /// The primary e-mail address.
    public var email: String? { json["email"] }
    /// All e-mail addresses.
    public var emails: [ContactEmail]? { json["emails"] }
    /// The e-mail address at work.
    public var workEmail: String? { json["work_email"] }
    /// The phone number at work.
    public var workNumber: String? { json["work_number"] }
    /// The mobile number.
    public var mobileNumber: String? { json["mobile_number"] }
    /// Further phone numbers.
    public var phoneNumbers: [ContactPhoneNumber]? { json["phone_numbers"] }
    /// Your own key of the contact.
    public var externalID: String? { json["external_id"] }
    /// The time zone by its name in the service, such as `Arizona`.
    public var timeZone: String? { json["time_zone"] }
    /// The name on Facebook.
    public var facebook: String? { json["facebook"] }
    /// The name on Twitter.
    public var twitter: String? { json["twitter"] }
    /// The name on LinkedIn.
    public var linkedIn: String? { json["linkedin"] }
    /// The medium that brought the contact.
    public var medium: String? { json["medium"] }
    /// The keyword that brought the contact.
    public var keyword: String? { json["keyword"] }
    /// How promising the contact is, as the service reckons.
    public var leadScore: Int? { json["lead_score"] }
    /// How well the contact fits, as the service reckons.
    public var customerFit: Int? { json["customer_fit"] }
    /// When the contact was last seen on the website.
    public var lastSeen: Date? { json["last_seen"] }
    /// When the contact was last contacted.
    public var lastContacted: Date? { json["last_contacted"] }
    /// How the contact was last contacted, such as `Email Opened`.
    public var lastContactedMode: String? { json["last_contacted_mode"] }
    /// When a sales activity last reached the contact.
    public var lastContactedViaSalesActivity: Date? { json["last_contacted_via_sales_activity"] }
    /// The kind of that sales activity, such as `Task`.
    public var lastContactedSalesActivityMode: String? { json["last_contacted_sales_activity_mode"] }
    /// When the contact was last reached by chat. Classic only.
    public var lastContactedViaChat: String? { json["last_contacted_via_chat"] }
    /// When the contact was last given to an owner.
    public var lastAssignedAt: Date? { json["last_assigned_at"] }
    /// When the lifecycle stage last changed.
    public var stageUpdatedTime: Date? { json["stage_updated_time"] }
    /// The latest note.
    public var recentNote: String? { json["recent_note"] }
    /// What the open deals amount to.
    public var openDealsAmount: Decimal? { json["open_deals_amount"] }
    /// How many deals are open.
    public var openDealsCount: Int? { json["open_deals_count"] }
    /// What the won deals amount to.
    public var wonDealsAmount: Decimal? { json["won_deals_amount"] }
    /// How many deals were won.
    public var wonDealsCount: Int? { json["won_deals_count"] }
    /// The sales sequences that have run.
    public var completedSalesSequences: MultiSelect? { json["completed_sales_sequences"] }
    /// The sales sequences that are running.
    public var activeSalesSequences: MultiSelect? { json["active_sales_sequences"] }
    /// The web forms that the contact has filled in.
    public var webFormIDs: MultiSelect? { json["web_form_ids"] }
    /// The users who work with the contact.
    public var teamUserIDs: MultiSelect? { json["team_user_ids"] }
    /// Whether the contact gets marketing mail.
    public var subscriptionStatus: SubscriptionStatus? { json["subscription_status"] }
    /// The ids of the subscriptions.
    public var subscriptionTypes: MultiSelect? { json["subscription_types"] }
    /// Why the contact unsubscribed.
    public var unsubscriptionReason: String? { json["unsubscription_reason"] }
    /// Why the contact unsubscribed, in free words.
    public var otherUnsubscriptionReason: String? { json["other_unsubscription_reason"] }
    /// Whether the contact gets WhatsApp messages, as a number.
    public var whatsAppSubscriptionStatus: Int? { json["whatsapp_subscription_status"] }
    /// Whether the contact gets text messages, as a number.
    public var smsSubscriptionStatus: Int? { json["sms_subscription_status"] }
    /// When the contact first chatted.
    public var firstSeenChat: String? { json["first_seen_chat"] }
    /// When the contact last chatted.
    public var lastSeenChat: String? { json["last_seen_chat"] }
    /// The language of the contact's browser.
    public var locale: String? { json["locale"] }
    /// How many sessions the contact had.
    public var totalSessions: String? { json["total_sessions"] }
    /// The campaign of the first visit.
    public var firstCampaign: String? { json["first_campaign"] }
    /// The medium of the first visit.
    public var firstMedium: String? { json["first_medium"] }
    /// The source of the first visit.
    public var firstSource: String? { json["first_source"] }
    /// The campaign of the last visit.
    public var lastCampaign: String? { json["last_campaign"] }
    /// The medium of the last visit.
    public var lastMedium: String? { json["last_medium"] }
    /// The source of the last visit.
    public var lastSource: String? { json["last_source"] }
    /// The campaign of the latest visit.
    public var latestCampaign: String? { json["latest_campaign"] }
    /// The medium of the latest visit.
    public var latestMedium: String? { json["latest_medium"] }
    /// The source of the latest visit.
    public var latestSource: String? { json["latest_source"] }
    /// The id of the person across the products of the suite; beyond what a `Double` can hold.
    public var mcrID: Int64? { json["mcr_id"] }
    /// The id of the record type. Newer accounts only.
    public var recordTypeID: String? { json["record_type_id"] }
    /// The tags.
    public var tags: [String]? { json["tags"] }
    /// The tags that the service has set.
    public var systemTags: [String]? { json["system_tags"] }
    /// Whether the contact is in the recycle bin.
    public var isDeleted: Bool? { json["is_deleted"] }
    /// Paths of the web app by name, such as `timeline_feeds`; they are no paths of the API.
    public var links: [String: String]? { json["links"] }
    /// The user who owns the contact. Views leave it out without `.owner`.
    public var ownerID: Int64? { json["owner_id"] }
    /// The territory. Views leave it out without `.territory`.
    public var territoryID: Int64? { json["territory_id"] }
    /// Where the contact comes from. Views leave it out without `.leadSource`.
    public var leadSourceID: Int64? { json["lead_source_id"] }
    /// The campaign that brought the contact. Views leave it out without `.campaign`.
    public var campaignID: Int64? { json["campaign_id"] }
    /// The status. Views leave it out without `.contactStatus`.
    public var contactStatusID: Int64? { json["contact_status_id"] }
    /// The lifecycle stage. Views leave it out without `.lifecycleStage`.
    public var lifecycleStageID: Int64? { json["lifecycle_stage_id"] }
    /// The primary company.
    public var salesAccountID: Int64? { json["sales_account_id"] }
    /// The companies. Views leave them out without `.salesAccounts`.
    public var salesAccounts: [ContactSalesAccount]? { json["sales_accounts"] }
    /// The user who created the contact, `creater_id` on the wire; with `.creator`.
    public var creatorID: Int64? { json["creater_id"] }
    /// The user who last changed the contact; with `.updater`.
    public var updaterID: Int64? { json["updater_id"] }
    /// The deals; with `.deals`.
    public var dealIDs: [Int64]? { json["deal_ids"] }
    /// The tasks; with `.tasks`.
    public var taskIDs: [Int64]? { json["task_ids"] }
    /// The appointments; with `.appointments`.
    public var appointmentIDs: [Int64]? { json["appointment_ids"] }
    /// The notes; with `.notes`.
    public var noteIDs: [Int64]? { json["note_ids"] }
    /// The marketing lists. On a single contact only.
    public var listIDs: [Int64]? { json["list_ids"] }
    /// Whether there are contacts like this one. On a single contact only.
    public var hasDuplicates: Bool? { json["has_duplicates"] }
    /// Whether duplicates were looked for today. On a single contact only.
    public var duplicatesSearchedToday: Bool? { json["duplicates_searched_today"] }
    /// Whether the contact is connected to others. On a single contact only.
    public var hasConnections: Bool? { json["has_connections"] }
    /// Whether connections were looked for today. On a single contact only.
    public var connectionsSearchedToday: Bool? { json["connections_searched_today"] }
    /// The department. Classic only.
    public var department: String? { json["department"] }
    /// Whether not to be disturbed. Classic only.
    public var doNotDisturb: Bool? { json["do_not_disturb"] }
    /// Whether the contact may decide. Classic only.
    public var hasAuthority: Bool? { json["has_authority"] }
    /// How promising the contact is, in words. Classic only.
    public var leadQuality: String? { json["lead_quality"] }
    /// Whether mail reaches the contact. Classic only.
    public var emailStatus: String? { json["email_status"] }
    /// The account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields? { json["custom_field"] }
    /// When the contact was created.
    public var createdAt: Date? { json["created_at"] }
    /// When the contact was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}

// Related records, each `nil` unless the call included it.
extension Contact {
    /// The user who owns the contact; with `.owner`.
    public var owner: User? { related("owner_id", in: "users") }
    /// The user who created the contact; with `.creator`.
    public var creator: User? { related("creater_id", in: "users") }
    /// The user who last changed the contact; with `.updater`.
    public var updater: User? { related("updater_id", in: "users") }
    /// Where the contact comes from; with `.leadSource`.
    public var leadSource: Choice? { related("lead_source_id", in: "lead_source", "lead_sources") }
    /// The campaign that brought the contact; with `.campaign`.
    public var campaign: Choice? { related("campaign_id", in: "campaigns", "campaign") }
    /// The territory; with `.territory`.
    public var territory: Choice? { related("territory_id", in: "territories", "territory") }
    /// The status; with `.contactStatus`.
    public var contactStatus: ContactStatus? {
        related("contact_status_id", in: "contact_status", "contact_statuses")
    }
    /// The lifecycle stage; with `.lifecycleStage`.
    public var lifecycleStage: LifecycleStage? {
        related("lifecycle_stage_id", in: "lifecycle_stages", "lifecycle_stage")
    }
    /// The deals; with `.deals`.
    public var deals: [Deal]? { related(all: "deal_ids", in: "deals") }
}
