/// A kind of sales activity. Source: Freshworks CRM API, sales activity types.
public struct SalesActivityType: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a type.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SalesActivityType``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The service's name, such as `phone`; several types can share one.
        public let internalName = ReadOnly<String>("internal_name")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// Whether this is a part of the record only.
        public let isPartial = ReadOnly<Bool>("partial")
        /// Whether such activities show among the conversations.
        public let showsInConversation = ReadOnly<Bool>("show_in_conversation")
        /// Whether the type came with the product.
        public let isDefault = ReadOnly<Bool>("is_default")
        /// Whether such activities have a check-in.
        public let isCheckedIn = ReadOnly<Bool>("is_checkedin")

        /// The only instance.
        public static let table = Fields()
    }
}

/// How a sales activity can end. Source: Freshworks CRM API, sales activity outcomes.
public struct SalesActivityOutcome: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads an outcome.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SalesActivityOutcome``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// The type of activity that ends so.
        public let salesActivityTypeID = ReadOnly<Int64>("sales_activity_type_id")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A kind of task or appointment. Source: Freshworks CRM API, sales activity entity types.
public struct SalesActivityEntityType: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a type.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SalesActivityEntityType``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// The type of activity.
        public let salesActivityTypeID = ReadOnly<Int64>("sales_activity_type_id")
        /// The name of the type of activity.
        public let salesActivityTypeName = ReadOnly<String>("sales_activity_type_name")

        /// The only instance.
        public static let table = Fields()
    }
}
