public import Foundation

/// A currency that deals can be in. Source: Freshworks CRM API, currencies.
public struct Currency: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a currency.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// Whether this is a part of the record only.
    public var partial: Bool? { json["partial"] }
    /// Whether the currency is in use.
    public var isActive: Bool? { json["is_active"] }
    /// The code of ISO 4217, such as `EUR`.
    public var currencyCode: String? { json["currency_code"] }
    /// How much of it the account's base currency is worth.
    public var exchangeRate: Decimal? { json["exchange_rate"] }
    /// The kind of currency, as a number that the service does not document.
    public var currencyType: Int? { json["currency_type"] }
    /// When the exchange rate is brought up to date.
    public var scheduleInfo: JSONValue? { json["schedule_info"] }
}
