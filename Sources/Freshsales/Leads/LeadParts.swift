public import Foundation

/// The company of a lead, which becomes a sales account when the lead is converted. Source: Freshsales API, leads.
public struct LeadCompany: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a company, or makes one of the service's keys.
    public init(json: JSONObject) { self.json = json }

    /// Makes a company.
    /// - Parameter more: Further keys of the service, such as `city`.
    public init(name: String, _ more: JSONObject = [:]) {
        json = JSONObject([("name", name.jsonValue)] + more.map { ($0.key, $0.value) })
    }

    /// What requests say of it.
    public var jsonValue: JSONValue { .object(json) }

    /// The fields of ``LeadCompany``.
    public final class Fields: FieldTable {
        /// The id.
        public let id = ReadOnly<Int64>("id")
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The street.
        public let address = ReadOnly<String>("address")
        /// The city.
        public let city = ReadOnly<String>("city")
        /// The state or province.
        public let state = ReadOnly<String>("state")
        /// The postal code.
        public let zipcode = ReadOnly<String>("zipcode")
        /// The country.
        public let country = ReadOnly<String>("country")
        /// How many people work there.
        public let numberOfEmployees = ReadOnly<Int>("number_of_employees")
        /// What it takes in each year.
        public let annualRevenue = ReadOnly<Decimal>("annual_revenue")
        /// The website.
        public let website = ReadOnly<String>("website")
        /// The phone number.
        public let phone = ReadOnly<String>("phone")
        /// The branch of industry.
        public let industryTypeID = ReadOnly<Int64>("industry_type_id")
        /// The kind of business.
        public let businessTypeID = ReadOnly<Int64>("business_type_id")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The deal of a lead, which becomes one when the lead is converted. Source: Freshsales API, leads.
public struct LeadDeal: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a deal, or makes one of the service's keys.
    public init(json: JSONObject) { self.json = json }

    /// Makes a deal.
    /// - Parameter more: Further keys of the service, such as `expected_close`.
    public init(name: String, amount: Decimal, _ more: JSONObject = [:]) {
        json = JSONObject(
            [("name", name.jsonValue), ("amount", amount.jsonValue)] + more.map { ($0.key, $0.value) })
    }

    /// What requests say of it.
    public var jsonValue: JSONValue { .object(json) }

    /// The fields of ``LeadDeal``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// What it is worth, in its currency.
        public let amount = ReadOnly<Decimal>("amount")
        /// What it is worth, in the account's base currency.
        public let baseCurrencyAmount = ReadOnly<Decimal>("base_currency_amount")
        /// The currency.
        public let currencyID = ReadOnly<Int64>("currency_id")
        /// The day on which it is expected to close.
        public let expectedClose = ReadOnly<CalendarDay>("expected_close")
        /// The product that is sold.
        public let dealProductID = ReadOnly<Int64>("deal_product_id")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What a lead has become.
public struct LeadConversion: Sendable, Hashable {
    /// The person.
    public let contact: Contact?
    /// The company.
    public let salesAccount: SalesAccount?
    /// The deal, if the lead had one.
    public let deal: Deal?
}
