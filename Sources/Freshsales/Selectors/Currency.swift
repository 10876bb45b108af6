public import Foundation

/// A currency that deals can be in. Source: Freshworks CRM API, currencies.
public struct Currency: FieldRecord, JSONReadable {
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

    /// The fields of ``Currency``, which the service alone writes.
    public final class Fields: FieldTable {
        /// Whether this is a part of the record only.
        public let isPartial = ReadOnly<Bool>("partial")
        /// Whether the currency is in use.
        public let isActive = ReadOnly<Bool>("is_active")
        /// The code of ISO 4217, such as `EUR`.
        public let currencyCode = ReadOnly<String>("currency_code")
        /// How much of it the account's base currency is worth.
        public let exchangeRate = ReadOnly<Decimal>("exchange_rate")
        /// The kind of currency, as a number that the service does not document.
        public let currencyType = ReadOnly<Int>("currency_type")
        /// When the exchange rate is brought up to date, as it was read.
        public let scheduleInfo = ReadOnly<JSONValue>("schedule_info")

        /// The only instance.
        public static let table = Fields()
    }
}
