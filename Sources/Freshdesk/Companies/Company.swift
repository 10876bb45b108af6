public import Foundation

/// A company that contacts belong to. Source: Freshdesk API v2, companies.
///
/// Its fields are those of ``Fields``.
public struct Company: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a company.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Company``, ``CompanyDraft`` and ``CompanyUpdate``.
    public final class Fields: FieldTable {
        /// The name; no other company may have it.
        public let name = Settable<String>("name", .notBlank)
        /// About the company.
        public let description = Clearable<String>("description")
        /// What agents note about the company.
        public let note = Clearable<String>("note")
        /// Contacts whose address ends in one of these belong to the company; an update replaces them all.
        public let domains = Settable<[String]>("domains")
        /// How content the company is, in the account's own words.
        public let healthScore = Clearable<String>("health_score")
        /// What the company is worth, in the account's own words.
        public let accountTier = Clearable<String>("account_tier")
        /// The day on which the contract is to be renewed.
        public let renewalDate = Clearable<CalendarDay>("renewal_date", .real)
        /// The branch of industry, in the account's own words.
        public let industry = Clearable<String>("industry")
        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_fields")
        /// The organization's own company behind it; observed, not documented.
        public let orgCompanyID = ReadOnly<Int64>("org_company_id")
        /// How values of custom objects are looked up: `display_id`, which is the default, or `primary_field_value`.
        public let lookupParameter = SendOnly<String>("lookup_parameter")
        /// When the company was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the company was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A company to create: the fields of ``Company/Fields``.
public typealias CompanyDraft = Draft<Company.Fields>

/// What to change of a company: the fields of ``Company/Fields``; what is not set stays as it is.
public typealias CompanyUpdate = Update<Company.Fields>

extension CompanyDraft {
    /// Makes a draft of what the service requires, and fills in more: `CompanyDraft(name: "Acme") { $0.note = "…" }`.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = Company.Fields.draft(fill) { $0.name = name }
    }
}
