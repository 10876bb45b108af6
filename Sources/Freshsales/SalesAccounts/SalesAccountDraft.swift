public import Foundation

/// A company to create, or to create or change. Source: Freshworks CRM API, accounts.
public struct SalesAccountDraft: Encodable, Sendable, Hashable {
    /// The name; no other account may have it.
    public var name: String
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
    /// The website.
    public var website: String?
    /// The phone number.
    public var phone: String?
    /// How many people work there.
    public var numberOfEmployees: Int?
    /// The revenue of a year.
    public var annualRevenue: Decimal?
    /// The name on Facebook.
    public var facebook: String?
    /// The name on Twitter.
    public var twitter: String?
    /// The name on LinkedIn.
    public var linkedIn: String?
    /// The user who owns the account.
    public var ownerID: Int64?
    /// The territory.
    public var territoryID: Int64?
    /// The branch of industry.
    public var industryTypeID: Int64?
    /// The kind of business.
    public var businessTypeID: Int64?
    /// The company above this one.
    public var parentSalesAccountID: Int64?
    /// The tags; the array replaces the present ones.
    public var tags: [String]?
    /// The Freshsales account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields?

    /// Makes a draft of what the service requires; set the other properties as needed.
    public init(name: String) { self.name = name }

    func check() throws {
        try ArgumentCheck.notBlank(name, "name")
        try ArgumentCheck.number(numberOfEmployees, in: 0...Int.max, "number_of_employees")
        try ArgumentCheck.amount(annualRevenue, "annual_revenue")
        try ArgumentCheck.id(ownerID, "owner_id")
        try ArgumentCheck.id(territoryID, "territory_id")
        try ArgumentCheck.id(industryTypeID, "industry_type_id")
        try ArgumentCheck.id(businessTypeID, "business_type_id")
        try ArgumentCheck.id(parentSalesAccountID, "parent_sales_account_id")
    }

    private enum CodingKeys: String, CodingKey {
        case name, address, city, state, zipcode, country, website, phone, facebook, twitter, tags
        case numberOfEmployees = "number_of_employees"
        case annualRevenue = "annual_revenue"
        case linkedIn = "linkedin"
        case ownerID = "owner_id"
        case territoryID = "territory_id"
        case industryTypeID = "industry_type_id"
        case businessTypeID = "business_type_id"
        case parentSalesAccountID = "parent_sales_account_id"
        case customFields = "custom_field"
    }
}
