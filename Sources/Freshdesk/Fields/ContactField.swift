public import Foundation

/// A field that the account's contacts have. Source: Freshdesk API v2, contact fields.
///
/// Its fields are those of ``Fields``.
public struct ContactField: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a field.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``ContactField``, ``ContactFieldDraft`` and ``ContactFieldUpdate``.
    public final class Fields: FieldTable {
        /// The name, which the service makes of the label.
        public let name = ReadOnly<String>("name")
        /// What agents read.
        public let label = Settable<String>("label", .notBlank)
        /// What customers read.
        public let labelForCustomers = Settable<String>("label_for_customers", .notBlank)
        /// What it holds.
        public let type = Initial<ContactFieldType>("type", or: "field_type", .notBlank)
        /// Its place in the form, from 1.
        public let position = Settable<Int>("position", .place)
        /// Whether every account has it.
        public let isDefault = ReadOnly<Bool>("default")
        /// Whether agents have to fill it in.
        public let requiredForAgents = Settable<Bool>("required_for_agents", or: "required_for_agent")
        /// Whether agents can change it; not on old accounts.
        public let agentsCanEdit = Settable<Bool>("agents_can_edit")
        /// Whether agents see it; not on old accounts.
        public let displayedForAgents = Settable<Bool>("displayed_for_agents")
        /// Whether the short form has it; not on old accounts.
        public let quickAddForAgent = Settable<Bool>("quick_add_for_agent")
        /// Whether no two can have the same in it; not on old accounts, and only for lines of text and phone numbers.
        public let isUnique = Settable<Bool>("unique")
        /// Whether customers can change it when they sign up.
        public let editableInSignup = Settable<Bool>("editable_in_signup")
        /// Whether customers can change it.
        public let customersCanEdit = Settable<Bool>("customers_can_edit")
        /// Whether customers have to fill it in.
        public let requiredForCustomers = Settable<Bool>("required_for_customers")
        /// Whether customers see it.
        public let displayedForCustomers = Settable<Bool>("displayed_for_customers")
        /// What can be chosen.
        public let choices = ReadOnly<FieldChoices>("choices")
        /// What to do to the choices: in a draft they are all to be added.
        public let choiceChanges = SendOnly<[FieldChoiceChange]>("choices")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The labels and what it holds.
        public static let required: [FieldRequirement] = ["label", "label_for_customers", "type"]
    }
}

/// A field to create: the fields of ``ContactField/Fields``.
public typealias ContactFieldDraft = Draft<ContactField.Fields>

/// What to change of a field: the fields of ``ContactField/Fields``; what is not set stays as it is.
public typealias ContactFieldUpdate = Update<ContactField.Fields>

extension ContactFieldDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(label: String, type: ContactFieldType, _ fill: (inout Self) -> Void = { _ in }) {
        self = ContactField.Fields.draft(fill) {
            $0.label = label
            $0.labelForCustomers = label
            $0.type = type
        }
    }
}

/// The fields that the account's contacts have. A deleted field is gone for good, with what contacts had in it. Source: Freshdesk API v2,
/// contact fields: `GET` and `POST /contact_fields`, `GET`, `PUT` and `DELETE /contact_fields/{id}`.
public struct ContactFieldEndpoints: PagedRecords, EditedRecords {
    /// What is there.
    public typealias Record = ContactField
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "contact_fields" }
}

extension FreshdeskClient {
    /// The fields that the account's contacts have.
    public var contactFields: ContactFieldEndpoints { ContactFieldEndpoints(api: administration) }
}
