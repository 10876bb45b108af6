/// The definition of a field: one that every account has, or one that this account has made. Source: Freshworks CRM API,
/// settings.
public struct SalesField: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a definition.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``SalesField``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The id.
        public let id = ReadOnly<String>("id")
        /// What people read.
        public let label = ReadOnly<String>("label")
        /// The name in the API; those of the account's own start with `cf_`.
        public let name = ReadOnly<String>("name")
        /// What it holds.
        public let type = ReadOnly<SalesFieldType>("type")
        /// Whether the field came with the product.
        public let isDefault = ReadOnly<Bool>("default")
        /// Whether it can be acted upon.
        public let isActionable = ReadOnly<Bool>("actionable")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// What it can hold, where that is one of several.
        public let choices = ReadOnly<[SalesFieldChoice]>("choices")
        /// The kind of record that has it, such as `Contact`.
        public let baseModel = ReadOnly<String>("base_model")
        /// Whether a record must have a value.
        public let isRequired = ReadOnly<Bool>("required")
        /// The place in the short form of the web app.
        public let quickAddPosition = ReadOnly<Int>("quick_add_position")
        /// Whether people see it.
        public let isVisible = ReadOnly<Bool>("visible")
        /// The group that it stands in, by ``FieldGroup/Fields/id``.
        public let fieldGroupID = ReadOnly<String>("field_group_id")
        /// Whether it holds several choices, joined as ``MultiSelect`` says.
        public let isMultiple = ReadOnly<Bool>("multiple")
        /// Where the web app finds what it suggests.
        public let autoSuggestURL = ReadOnly<String>("auto_suggest_url")
        /// The fields within it, where it is a group on a form.
        public let fields = ReadOnly<[SalesField]>("fields")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What fields hold, as the service spells it.
public struct SalesFieldType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A line.
    public static let text = Self(rawValue: "text")
    /// A paragraph.
    public static let textArea = Self(rawValue: "textarea")
    /// A number.
    public static let number = Self(rawValue: "number")
    /// `true` or `false`.
    public static let checkbox = Self(rawValue: "checkbox")
    /// One of several.
    public static let dropdown = Self(rawValue: "dropdown")
    /// Some of several, as ``MultiSelect``.
    public static let multiSelectDropdown = Self(rawValue: "multi_select_dropdown")
    /// One of several.
    public static let radio = Self(rawValue: "radio")
    /// A day.
    public static let date = Self(rawValue: "date")
    /// A moment; some accounts spell it `datetime`.
    public static let dateTime = Self(rawValue: "date_time")
    /// A record of another kind.
    public static let lookup = Self(rawValue: "auto_complete")
    /// Several values, such as e-mail addresses.
    public static let group = Self(rawValue: "group_field")
}

/// One of the values that a field can hold. Source: Freshworks CRM API, settings.
public struct SalesFieldChoice: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a choice.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``SalesFieldChoice``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The id.
        public let id = ReadOnly<Int64>("id")
        /// The text; a record holds this, not the id.
        public let value = ReadOnly<String>("value")

        /// The only instance.
        public static let table = Fields()
    }
}

/// Fields that stand together. Source: Freshworks CRM API, settings.
public struct FieldGroup: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a group.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``FieldGroup``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The id, a text of digits.
        public let id = ReadOnly<String>("id")
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The kind of record, such as `Contact`.
        public let model = ReadOnly<String>("model")

        /// The only instance.
        public static let table = Fields()
    }
}
