public import Foundation

/// A record of a kind that the account has defined for itself. Source: Freshdesk API v2, custom objects.
///
/// Its fields are those of ``Fields``. Its id is the `display_id`, such as `BKG-1`.
public struct CustomObjectRecord: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: String

    /// Reads a record.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("display_id")
    }

    /// The fields of ``CustomObjectRecord``, ``CustomObjectRecordDraft`` and ``CustomObjectRecordUpdate``.
    public final class Fields: FieldTable {
        /// What it holds, by the names of the schema's fields.
        public let data = Settable<CustomFields>("data")
        /// How often it was changed. An update that says it is refused when somebody else was faster.
        public let version = Later<Int>("version")
        /// More about it, such as the name of its first field.
        public let metadata = ReadOnly<JSONObject>("metadata")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_time")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_time")

        /// The only instance.
        public static let table = Fields()
        /// What it holds.
        public static let required: [FieldRequirement] = ["data"]
    }
}

/// A record to create: the fields of ``CustomObjectRecord/Fields``.
public typealias CustomObjectRecordDraft = Draft<CustomObjectRecord.Fields>

/// What to change of a record: the fields of ``CustomObjectRecord/Fields``; what is not set stays as it is.
public typealias CustomObjectRecordUpdate = Update<CustomObjectRecord.Fields>

extension CustomObjectRecordDraft {
    /// Makes a record, and fills in what it holds: `CustomObjectRecordDraft { $0["customer_id"] = "C1234" }`.
    public init(_ fill: (inout CustomFields) -> Void) {
        var data = CustomFields()
        fill(&data)
        self = CustomObjectRecord.Fields.draft { $0.data = data }
    }
}
