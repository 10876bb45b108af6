public import Foundation

/// A company that the account does business with. Source: Freshworks CRM API, accounts.
public struct SalesAccount: SideloadedRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public internal(set) var sideloads = Sideloads()

    /// Reads an account.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The name.
    public var name: String? { json["name"] }
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
    /// The website.
    public var website: String? { json["website"] }
    /// The phone number.
    public var phone: String? { json["phone"] }
    /// How many people work there.
    public var numberOfEmployees: Int? { json["number_of_employees"] }
    /// The revenue of a year.
    public var annualRevenue: Decimal? { json["annual_revenue"] }
    /// The name on Facebook.
    public var facebook: String? { json["facebook"] }
    /// The name on Twitter.
    public var twitter: String? { json["twitter"] }
    /// The name on LinkedIn.
    public var linkedIn: String? { json["linkedin"] }
    /// The user who owns the account.
    public var ownerID: Int64? { json["owner_id"] }
    /// The territory.
    public var territoryID: Int64? { json["territory_id"] }
    /// The branch of industry.
    public var industryTypeID: Int64? { json["industry_type_id"] }
    /// The kind of business.
    public var businessTypeID: Int64? { json["business_type_id"] }
    /// The company above this one.
    public var parentSalesAccountID: Int64? { json["parent_sales_account_id"] }
    /// What the open deals amount to.
    public var openDealsAmount: Decimal? { json["open_deals_amount"] }
    /// How many deals are open.
    public var openDealsCount: Int? { json["open_deals_count"] }
    /// What the won deals amount to.
    public var wonDealsAmount: Decimal? { json["won_deals_amount"] }
    /// How many deals were won.
    public var wonDealsCount: Int? { json["won_deals_count"] }
    /// When the company was last contacted.
    public var lastContacted: Date? { json["last_contacted"] }
    /// How the company was last contacted, such as `Email Opened`.
    public var lastContactedMode: String? { json["last_contacted_mode"] }
    /// When a sales activity last reached the company.
    public var lastContactedViaSalesActivity: Date? { json["last_contacted_via_sales_activity"] }
    /// The kind of that sales activity, such as `Task`.
    public var lastContactedSalesActivityMode: String? { json["last_contacted_sales_activity_mode"] }
    /// When the company was last reached by chat. Classic only.
    public var lastContactedViaChat: String? { json["last_contacted_via_chat"] }
    /// When the account was last given to an owner.
    public var lastAssignedAt: Date? { json["last_assigned_at"] }
    /// The latest note.
    public var recentNote: String? { json["recent_note"] }
    /// Paths of the web app by name, such as `conversations`; they are no paths of the API.
    public var links: [String: String]? { json["links"] }
    /// Where the logo is.
    public var avatar: URL? { json["avatar"] }
    /// The sales sequences that have run.
    public var completedSalesSequences: MultiSelect? { json["completed_sales_sequences"] }
    /// The sales sequences that are running.
    public var activeSalesSequences: MultiSelect? { json["active_sales_sequences"] }
    /// The users who work with the company.
    public var teamUserIDs: MultiSelect? { json["team_user_ids"] }
    /// The web forms that the company has filled in.
    public var webFormIDs: MultiSelect? { json["web_form_ids"] }
    /// The tags.
    public var tags: [String]? { json["tags"] }
    /// Whether the account is in the recycle bin.
    public var isDeleted: Bool? { json["is_deleted"] }
    /// Whether the company is connected to others.
    public var hasConnections: Bool? { json["has_connections"] }
    /// The id of the record type. Newer accounts only.
    public var recordTypeID: String? { json["record_type_id"] }
    /// The user who created the account, `creater_id` on the wire; with `.creator`.
    public var creatorID: Int64? { json["creater_id"] }
    /// The user who last changed the account; with `.updater`.
    public var updaterID: Int64? { json["updater_id"] }
    /// The contacts; with `.contacts`.
    public var contactIDs: [Int64]? { json["contact_ids"] }
    /// The deals; with `.deals`.
    public var dealIDs: [Int64]? { json["deal_ids"] }
    /// The tasks; with `.tasks`.
    public var taskIDs: [Int64]? { json["task_ids"] }
    /// The appointments; with `.appointments`.
    public var appointmentIDs: [Int64]? { json["appointment_ids"] }
    /// The Freshsales account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields? { json["custom_field"] }
    /// When the account was created.
    public var createdAt: Date? { json["created_at"] }
    /// When the account was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}

// Related records, each `nil` unless the call included it.
extension SalesAccount {
    /// The user who owns the account; with `.owner`.
    public var owner: User? { related("owner_id", in: "users") }
    /// The user who created the account; with `.creator`.
    public var creator: User? { related("creater_id", in: "users") }
    /// The user who last changed the account; with `.updater`.
    public var updater: User? { related("updater_id", in: "users") }
    /// The territory; with `.territory`.
    public var territory: Choice? { related("territory_id", in: "territories", "territory") }
    /// The branch of industry; with `.industryType`.
    public var industryType: Choice? { related("industry_type_id", in: "industry_types", "industry_type") }
    /// The kind of business; with `.businessType`.
    public var businessType: Choice? { related("business_type_id", in: "business_types", "business_type") }
    /// The company above this one; with `.parentSalesAccount`, on a single account only.
    public var parentSalesAccount: SalesAccount? { related("parent_sales_account_id", in: "sales_accounts") }
    /// The companies below this one; with `.childSalesAccounts`, on a single account only.
    public var childSalesAccounts: [SalesAccount]? {
        related(in: "sales_accounts", where: "parent_sales_account_id")
    }
    /// The contacts; with `.contacts`.
    public var contacts: [Contact]? { related(all: "contact_ids", in: "contacts") }
    /// The deals; with `.deals`.
    public var deals: [Deal]? { related(all: "deal_ids", in: "deals") }
}
