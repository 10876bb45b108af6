/// One of the values that an account has for a field: a territory, a lead source, a campaign, a deal type and others.
/// Source: Freshworks CRM API, selectors.
public struct Choice: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a value.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Choice``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// Whether this is a part of the record only.
        public let isPartial = ReadOnly<Bool>("partial")

        /// The only instance.
        public static let table = Fields()
    }
}
