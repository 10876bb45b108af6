public import Foundation

extension Decimal: JSONReadable {
    /// Reads a number exactly, also as a string that spells one: amounts of money come as `"1250.0"`.
    public init?(json: JSONValue) {
        guard let value = JSONNumber(json: json)?.decimal else { return nil }
        self = value
    }
}

extension Date: JSONReadable {
    /// Reads the spellings of ISO 8601 that the services use, and integers as seconds (from 10^11 on, milliseconds) since 1970.
    ///
    /// A text without an offset is in UTC; a date without a time is its midnight.
    public init?(json: JSONValue) {
        switch json {
        case .string(let text):
            guard let date = Timestamp.parse(text) else { return nil }
            self = date
        case .number(let number):
            guard let value = number.int64.map(Double.init) else { return nil }
            self.init(timeIntervalSince1970: abs(value) < 1e11 ? value : value / 1000)
        default: return nil
        }
    }
}

extension URL: JSONReadable {
    /// Reads a string that is a URL.
    public init?(json: JSONValue) {
        guard case .string(let text) = json else { return nil }
        self.init(string: text)
    }
}
