public import Foundation

/// A company that the account does business with. Source: Freshworks CRM API, accounts.
///
/// Its fields are those of ``Fields``.
public struct SalesAccount: SalesRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public var sideloads = Sideloads()
    /// `sales_account`.
    public static let record: StaticString = "sales_account"
    /// `sales_accounts`.
    public static let records: StaticString = "sales_accounts"

    /// Reads a sales account.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SalesAccount``, ``SalesAccountDraft`` and ``SalesAccountUpdate``.
    public final class Fields: FieldTable {
        /// The name; no other sales account may have it.
        public let name = Settable<String>("name", .notBlank)
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
        /// The website.
        public let website = Clearable<String>("website")
        /// The phone number.
        public let phone = Clearable<String>("phone")
        /// How many people work there.
        public let numberOfEmployees = Clearable<Int>("number_of_employees", .within(0...Int.max))
        /// The revenue of a year.
        public let annualRevenue = Clearable<Decimal>("annual_revenue", .finite)
        /// The name on Facebook.
        public let facebook = Clearable<String>("facebook")
        /// The name on Twitter.
        public let twitter = Clearable<String>("twitter")
        /// The name on LinkedIn.
        public let linkedIn = Clearable<String>("linkedin")

        /// The user who owns the sales account.
        public let ownerID = Clearable<Int64>("owner_id", .id)
        /// The territory.
        public let territoryID = Clearable<Int64>("territory_id", .id)
        /// The branch of industry.
        public let industryTypeID = Clearable<Int64>("industry_type_id", .id)
        /// The kind of business.
        public let businessTypeID = Clearable<Int64>("business_type_id", .id)
        /// The company above this one.
        public let parentSalesAccountID = Clearable<Int64>("parent_sales_account_id", .id)
        /// The tags; an update replaces them all.
        public let tags = Settable<[String]>("tags")
        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_field")

        /// What the open deals amount to.
        public let openDealsAmount = ReadOnly<Decimal>("open_deals_amount")
        /// How many deals are open.
        public let openDealsCount = ReadOnly<Int>("open_deals_count")
        /// What the won deals amount to.
        public let wonDealsAmount = ReadOnly<Decimal>("won_deals_amount")
        /// How many deals were won.
        public let wonDealsCount = ReadOnly<Int>("won_deals_count")
        /// When the company was last contacted.
        public let lastContacted = ReadOnly<Date>("last_contacted")
        /// How the company was last contacted, such as `Email Opened`.
        public let lastContactedMode = ReadOnly<String>("last_contacted_mode")
        /// When a sales activity last reached the company.
        public let lastContactedViaSalesActivity = ReadOnly<Date>("last_contacted_via_sales_activity")
        /// The kind of that sales activity, such as `Task`.
        public let lastContactedSalesActivityMode = ReadOnly<String>("last_contacted_sales_activity_mode")
        /// When the company was last reached by chat, as a text of no documented format. Classic accounts only: those
        /// at `freshsales.io`.
        public let lastContactedViaChat = ReadOnly<String>("last_contacted_via_chat")
        /// When the sales account was last given to an owner.
        public let lastAssignedAt = ReadOnly<Date>("last_assigned_at")
        /// The latest note.
        public let recentNote = ReadOnly<String>("recent_note")
        /// The sales sequences that have run.
        public let completedSalesSequences = ReadOnly<MultiSelect>("completed_sales_sequences")
        /// The sales sequences that are running.
        public let activeSalesSequences = ReadOnly<MultiSelect>("active_sales_sequences")
        /// The users who work with the company.
        public let teamUserIDs = ReadOnly<MultiSelect>("team_user_ids")
        /// The web forms that the company has filled in.
        public let webFormIDs = ReadOnly<MultiSelect>("web_form_ids")

        /// The user who created the sales account; with `.creator`.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// The user who last changed the sales account; with `.updater`.
        public let updaterID = ReadOnly<Int64>("updater_id")
        /// The contacts; with `.contacts`.
        public let contactIDs = ReadOnly<[Int64]>("contact_ids")
        /// The deals; with `.deals`.
        public let dealIDs = ReadOnly<[Int64]>("deal_ids")
        /// The tasks; with `.tasks`.
        public let taskIDs = ReadOnly<[Int64]>("task_ids")
        /// The appointments; with `.appointments`.
        public let appointmentIDs = ReadOnly<[Int64]>("appointment_ids")
        /// The companies below this one; with `.childSalesAccounts`, where the service tells them.
        public let childSalesAccountIDs = ReadOnly<[Int64]>("child_sales_account_ids")
        /// Whether the company is connected to others.
        public let hasConnections = ReadOnly<Bool>("has_connections")
        /// The id of the record type. Newer accounts only.
        public let recordTypeID = ReadOnly<String>("record_type_id")
        /// Whether this is a part of the record only, because it came along with another; get the sales account for the
        /// rest.
        public let isPartial = ReadOnly<Bool>("partial")
        /// Whether the sales account is in the recycle bin.
        public let isDeleted = ReadOnly<Bool>("is_deleted")
        /// Where the logo is.
        public let avatar = ReadOnly<URL>("avatar")
        /// Paths of the web app by name, such as `conversations`; they are no paths of the API.
        public let links = ReadOnly<[String: String]>("links")
        /// When the sales account was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the sales account was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A company to create, or to create or change: the fields of ``SalesAccount/Fields``.
public typealias SalesAccountDraft = Draft<SalesAccount.Fields>

/// What to change of a company: the fields of ``SalesAccount/Fields``; what is not set stays as it is.
public typealias SalesAccountUpdate = Update<SalesAccount.Fields>

extension SalesAccountDraft {
    /// Makes a draft of what the service requires, and fills in more:
    /// `SalesAccountDraft(name: "Acme") { $0.city = "Lyon" }`.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = SalesAccount.Fields.draft(fill) { $0.name = name }
    }
}

/// The sales accounts of a Freshsales account.
public typealias SalesAccountEndpoints = RecordEndpoints<SalesAccount>

extension FreshsalesClient {
    /// The sales accounts of the account.
    public var salesAccounts: SalesAccountEndpoints { SalesAccountEndpoints(api: api) }
}
