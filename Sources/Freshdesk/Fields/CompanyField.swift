public import Foundation

/// A field that the account's companies have. Source: Freshdesk API v2, company fields.
///
/// Its fields are those of ``Fields``.
public struct CompanyField: FieldRecord {
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

    /// The fields of ``CompanyField``, ``CompanyFieldDraft`` and ``CompanyFieldUpdate``.
    public final class Fields: FieldTable {
        /// The name, which the service makes of the label.
        public let name = ReadOnly<String>("name")
        /// What agents read.
        public let label = Settable<String>("label", .notBlank)
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
        /// The label and what it holds.
        public static let required: [FieldRequirement] = ["label", "type"]
    }
}

/// A field to create: the fields of ``CompanyField/Fields``.
public typealias CompanyFieldDraft = Draft<CompanyField.Fields>

/// What to change of a field: the fields of ``CompanyField/Fields``; what is not set stays as it is.
public typealias CompanyFieldUpdate = Update<CompanyField.Fields>

extension CompanyFieldDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(label: String, type: ContactFieldType, _ fill: (inout Self) -> Void = { _ in }) {
        self = CompanyField.Fields.draft(fill) {
            $0.label = label
            $0.type = type
        }
    }
}

/// The fields that the account's companies have. A deleted field is gone for good, with what companies had in it. Source: Freshdesk API v2,
/// company fields: `GET` and `POST /company_fields`, `GET`, `PUT` and `DELETE /company_fields/{id}`.
public struct CompanyFieldEndpoints: PagedRecords, EditedRecords {
    /// What is there.
    public typealias Record = CompanyField
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "company_fields" }
}

extension FreshdeskClient {
    /// The fields that the account's companies have.
    public var companyFields: CompanyFieldEndpoints { CompanyFieldEndpoints(api: administration) }
}
