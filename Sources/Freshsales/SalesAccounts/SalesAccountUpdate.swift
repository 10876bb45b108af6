public import Foundation

/// What to change of a company; what is not set stays as it is. Source: Freshworks CRM API, accounts.
public struct SalesAccountUpdate: Encodable, Sendable, Hashable {
    /// The name; no other account may have it.
    public var name: String?
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
    /// The website.
    public var website: Patch<String>
    /// The phone number.
    public var phone: Patch<String>
    /// How many people work there.
    public var numberOfEmployees: Patch<Int>
    /// The revenue of a year.
    public var annualRevenue: Patch<Decimal>
    /// The name on Facebook.
    public var facebook: Patch<String>
    /// The name on Twitter.
    public var twitter: Patch<String>
    /// The name on LinkedIn.
    public var linkedIn: Patch<String>
    /// The user who owns the account.
    public var ownerID: Patch<Int64>
    /// The territory.
    public var territoryID: Patch<Int64>
    /// The branch of industry.
    public var industryTypeID: Patch<Int64>
    /// The kind of business.
    public var businessTypeID: Patch<Int64>
    /// The company above this one.
    public var parentSalesAccountID: Patch<Int64>
    /// The tags; the array replaces the present ones.
    public var tags: [String]?
    /// The Freshsales account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields?

    /// Makes an update.
    public init(
        name: String? = nil, address: Patch<String> = .unchanged, city: Patch<String> = .unchanged,
        state: Patch<String> = .unchanged, zipcode: Patch<String> = .unchanged, country: Patch<String> = .unchanged,
        website: Patch<String> = .unchanged, phone: Patch<String> = .unchanged,
        numberOfEmployees: Patch<Int> = .unchanged, annualRevenue: Patch<Decimal> = .unchanged,
        facebook: Patch<String> = .unchanged, twitter: Patch<String> = .unchanged,
        linkedIn: Patch<String> = .unchanged, ownerID: Patch<Int64> = .unchanged,
        territoryID: Patch<Int64> = .unchanged, industryTypeID: Patch<Int64> = .unchanged,
        businessTypeID: Patch<Int64> = .unchanged, parentSalesAccountID: Patch<Int64> = .unchanged,
        tags: [String]? = nil, customFields: CustomFields? = nil
    ) {
        self.name = name
        self.address = address
        self.city = city
        self.state = state
        self.zipcode = zipcode
        self.country = country
        self.website = website
        self.phone = phone
        self.numberOfEmployees = numberOfEmployees
        self.annualRevenue = annualRevenue
        self.facebook = facebook
        self.twitter = twitter
        self.linkedIn = linkedIn
        self.ownerID = ownerID
        self.territoryID = territoryID
        self.industryTypeID = industryTypeID
        self.businessTypeID = businessTypeID
        self.parentSalesAccountID = parentSalesAccountID
        self.tags = tags
        self.customFields = customFields
    }

    func check() throws {
        try ArgumentCheck.notBlank(name, "name")
        try ArgumentCheck.number(numberOfEmployees.newValue, in: 0...Int.max, "number_of_employees")
        try ArgumentCheck.amount(annualRevenue.newValue, "annual_revenue")
        try ArgumentCheck.id(ownerID.newValue, "owner_id")
        try ArgumentCheck.id(territoryID.newValue, "territory_id")
        try ArgumentCheck.id(industryTypeID.newValue, "industry_type_id")
        try ArgumentCheck.id(businessTypeID.newValue, "business_type_id")
        try ArgumentCheck.id(parentSalesAccountID.newValue, "parent_sales_account_id")
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
