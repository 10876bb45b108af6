public import Foundation

/// A kind of record that the account has defined for itself. Source: Freshdesk API v2, custom objects.
///
/// Its fields are those of ``Fields``.
public struct CustomObjectSchema: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a schema.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``CustomObjectSchema``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// What the ids of its records begin with, such as `BKG`.
        public let prefix = ReadOnly<String>("prefix")
        /// The title.
        public let title = ReadOnly<String>("title")
        /// About it.
        public let description = ReadOnly<String>("description")
        /// How often it was changed.
        public let version = ReadOnly<Int>("version")
        /// Whether it was deleted.
        public let isDeleted = ReadOnly<Bool>("deleted")
        /// What its records hold.
        public let fields = ReadOnly<[CustomObjectField]>("fields")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_time")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_time")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What the records of a custom object hold under one name. Source: Freshdesk API v2, custom objects.
///
/// Its fields are those of ``Fields``.
public struct CustomObjectField: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a field.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``CustomObjectField``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The id.
        public let id = ReadOnly<String>("id")
        /// The name, by which records and filters know it.
        public let name = ReadOnly<String>("name")
        /// What people read.
        public let label = ReadOnly<String>("label")
        /// What it holds: `PRIMARY`, `TEXT`, `PARAGRAPH`, `NUMBER`, `DECIMAL`, `DATE`, `DROPDOWN`, `MULTI_SELECT`, a relationship, or what is still to come.
        public let type = ReadOnly<String>("type")
        /// Its place.
        public let position = ReadOnly<Int>("position")
        /// Whether no record is without it.
        public let isRequired = ReadOnly<Bool>("required")
        /// Whether it can be changed.
        public let isEditable = ReadOnly<Bool>("editable")
        /// Whether it is shown.
        public let isVisible = ReadOnly<Bool>("visible")
        /// Whether it was deleted.
        public let isDeleted = ReadOnly<Bool>("deleted")
        /// Whether records can be filtered and sorted by it.
        public let isFilterable = ReadOnly<Bool>("filterable")
        /// Whether it is searched.
        public let isSearchable = ReadOnly<Bool>("searchable")
        /// What stands in the empty form.
        public let placeholder = ReadOnly<String>("placeholder")
        /// What helps to fill it in.
        public let hint = ReadOnly<String>("hint")
        /// The field that it belongs to.
        public let parentID = ReadOnly<String>("parent_id")
        /// What can be chosen.
        public let choices = ReadOnly<FieldChoices>("choices")

        /// The only instance.
        public static let table = Fields()
    }
}
