public import Foundation

/// A person who may become a contact. Source: Freshsales API, leads.
///
/// Classic accounts alone have leads: those at `freshsales.io`. In the suite such people are contacts in the lifecycle stage
/// Lead, and every call of leads answers 404. Its fields are those of ``Fields``.
public struct Lead: SalesRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public var sideloads = Sideloads()
    /// `lead`.
    public static let record: StaticString = "lead"
    /// `leads`.
    public static let records: StaticString = "leads"
    /// What a 404 means.
    public static let absence: String? =
        "There is no such lead. Accounts of the suite have no leads: they are contacts in the lifecycle stage Lead."

    /// Reads a lead.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Lead``, ``LeadDraft`` and ``LeadUpdate``.
    public final class Fields: FieldTable {
        /// The first name.
        public let firstName = Clearable<String>("first_name")
        /// The last name.
        public let lastName = Clearable<String>("last_name")
        /// The e-mail address to write to.
        public let email = Clearable<String>("email", .email)
        /// The mobile number.
        public let mobileNumber = Clearable<String>("mobile_number", .notBlank)
        /// The phone number at work.
        public let workNumber = Clearable<String>("work_number")
        /// The job title.
        public let jobTitle = Clearable<String>("job_title")
        /// The department.
        public let department = Clearable<String>("department")
        /// The street.
        public let address = Clearable<String>("address")
        /// The city.
        public let city = Clearable<String>("city")
        /// The state or province.
        public let state = Clearable<String>("state")
        /// The postal code.
        public let zipcode = Clearable<String>("zipcode")
        /// The country.
        public let country = Clearable<String>("country")
        /// The zone by the name that Rails has for it, such as `Paris`.
        public let timeZone = Clearable<String>("time_zone")
        /// The name at Facebook.
        public let facebook = Clearable<String>("facebook")
        /// The name at Twitter.
        public let twitter = Clearable<String>("twitter")
        /// The name at LinkedIn.
        public let linkedin = Clearable<String>("linkedin")
        /// The medium that brought the lead.
        public let medium = Clearable<String>("medium")
        /// The keyword that brought the lead.
        public let keyword = Clearable<String>("keyword")
        /// The company, which becomes a sales account when the lead is converted.
        public let company = Settable<LeadCompany>("company")
        /// The deal, which becomes one when the lead is converted.
        public let deal = Settable<LeadDeal>("deal")
        /// The user who owns the lead.
        public let ownerID = Clearable<Int64>("owner_id", .id)
        /// The stage.
        public let leadStageID = Clearable<Int64>("lead_stage_id", .id)
        /// The reason for which the lead was lost.
        public let leadReasonID = Clearable<Int64>("lead_reason_id", .id)
        /// Where the lead comes from.
        public let leadSourceID = Clearable<Int64>("lead_source_id", .id)
        /// The campaign that brought the lead.
        public let campaignID = Clearable<Int64>("campaign_id", .id)
        /// The territory.
        public let territoryID = Clearable<Int64>("territory_id", .id)
        /// Whether the lead decides what is bought.
        public let hasAuthority = Clearable<Bool>("has_authority")
        /// Whether the lead wants no calls.
        public let doNotDisturb = Clearable<Bool>("do_not_disturb")
        /// The tags; an update replaces them all.
        public let tags = Settable<[String]>("tags")
        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_field")

        /// The name as it is shown.
        public let displayName = ReadOnly<String>("display_name")
        /// The e-mail addresses.
        public let emails = ReadOnly<[ContactEmail]>("emails")
        /// Further phone numbers.
        public let phoneNumbers = ReadOnly<[ContactPhoneNumber]>("phone_numbers")
        /// How good the lead is, by the service's word for it.
        public let leadQuality = ReadOnly<String>("lead_quality")
        /// How promising the lead is, more with a better one; the service does not document the scale.
        public let leadScore = ReadOnly<Int>("lead_score")
        /// Whether mail arrives, by the service's word for it.
        public let emailStatus = ReadOnly<String>("email_status")
        /// When the stage last changed.
        public let stageUpdatedAt = ReadOnly<Date>("stage_updated_time")
        /// When the lead was last seen.
        public let lastSeen = ReadOnly<Date>("last_seen")
        /// When the lead was last contacted.
        public let lastContacted = ReadOnly<Date>("last_contacted")
        /// How the lead was last contacted.
        public let lastContactedMode = ReadOnly<String>("last_contacted_mode")
        /// The latest note.
        public let recentNote = ReadOnly<String>("recent_note")
        /// The user who created the lead; with `.creator`.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// The user who last changed the lead; with `.updater`.
        public let updaterID = ReadOnly<Int64>("updater_id")
        /// The id of the record type. Newer accounts only.
        public let recordTypeID = ReadOnly<String>("record_type_id")
        /// Whether this is a part of the record only, because it came along with another; get the lead for the rest.
        public let isPartial = ReadOnly<Bool>("partial")
        /// Whether the lead is in the recycle bin.
        public let isDeleted = ReadOnly<Bool>("is_deleted")
        /// Where the picture is.
        public let avatar = ReadOnly<URL>("avatar")
        /// Paths of the web app by name, such as `conversations`; they are no paths of the API.
        public let links = ReadOnly<[String: String]>("links")
        /// When the lead was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the lead was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// One of the ways to reach somebody.
        public static let required: [FieldRequirement] = [.any("email", "mobile_number")]
    }
}

/// A lead to create: the fields of ``Lead/Fields``. It needs an e-mail address or a mobile number.
public typealias LeadDraft = Draft<Lead.Fields>

/// What to change of a lead: the fields of ``Lead/Fields``; what is not set stays as it is.
public typealias LeadUpdate = Update<Lead.Fields>

extension LeadDraft {
    /// Makes a draft, and fills in more: `LeadDraft(email: "ines@example.com") { $0.lastName = "Moreau" }`.
    public init(email: String? = nil, mobileNumber: String? = nil, _ fill: (inout Self) -> Void = { _ in }) {
        self = Lead.Fields.draft(fill) {
            $0.email = email
            $0.mobileNumber = mobileNumber
        }
    }
}
