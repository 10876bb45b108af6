/// A property that conversations of the account have. Source: Freshchat API v2, conversation fields.
public struct ConversationField: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The field's id.
    public let id: String

    /// Reads a field.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``ConversationField``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name that requests use, such as `cf_topic`.
        public let name = ReadOnly<String>("name")
        /// The name that people see.
        public let label = ReadOnly<String>("label")
        /// The kind of value.
        public let type = ReadOnly<String>("type")
        /// Where the service keeps the value.
        public let columnName = ReadOnly<String>("column_name")
        /// Whether the account has defined the field itself.
        public let isCustom = ReadOnly<Bool>("custom")
        /// Whether the value can be changed.
        public let isEditable = ReadOnly<Bool>("editable")
        /// Whether a conversation must have a value.
        public let isRequired = ReadOnly<Bool>("required")
        /// The place among the fields.
        public let position = ReadOnly<Double>("position")
        /// The value of new conversations.
        public let defaultValue = ReadOnly<String>("default_value")
        /// The values to choose from.
        public let choices = ReadOnly<[Choice]>("choices")
        /// Fields that depend on this one.
        public let fields = ReadOnly<[ConversationField]>("fields")

        /// The only instance.
        public static let table = Fields()
    }

    /// A value to choose.
    public struct Choice: FieldRecord, JSONReadable {
        /// The object as it was read.
        public let json: JSONObject

        /// Reads a choice.
        public init(json: JSONObject) { self.json = json }

        /// The fields of ``Choice``, which the service alone writes.
        public final class Fields: FieldTable {
            /// The choice's id.
            public let id = ReadOnly<String>("id")
            /// The value.
            public let value = ReadOnly<String>("value")

            /// The only instance.
            public static let table = Fields()
        }
    }
}
