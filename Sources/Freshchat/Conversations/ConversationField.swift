/// A property that conversations of the account have. Source: Freshchat API v2, conversation fields.
public struct ConversationField: Resource, JSONReadable {
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

    /// The name that requests use, such as `cf_topic`.
    public var name: String? { json["name"] }
    /// The name that people see.
    public var label: String? { json["label"] }
    /// The kind of value.
    public var type: String? { json["type"] }
    /// Where the service keeps the value.
    public var columnName: String? { json["column_name"] }
    /// Whether the account has defined the field itself.
    public var isCustom: Bool? { json["custom"] }
    /// Whether the value can be changed.
    public var isEditable: Bool? { json["editable"] }
    /// Whether a conversation must have a value.
    public var isRequired: Bool? { json["required"] }
    /// The place among the fields.
    public var position: Double? { json["position"] }
    /// The value of new conversations.
    public var defaultValue: String? { json["default_value"] }
    /// The values to choose from.
    public var choices: [Choice]? { json["choices"] }
    /// Fields that depend on this one.
    public var fields: [ConversationField]? { json["fields"] }

    /// A value to choose.
    public struct Choice: Resource, JSONReadable {
        /// The object as it was read.
        public let json: JSONObject

        /// Reads a choice.
        public init(json: JSONObject) { self.json = json }

        /// The choice's id.
        public var id: String? { json["id"] }
        /// The value.
        public var value: String? { json["value"] }
    }
}
