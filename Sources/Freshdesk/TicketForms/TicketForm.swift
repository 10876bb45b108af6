public import Foundation

/// A form that customers write tickets with. Source: Freshdesk API v2, ticket forms.
///
/// Its fields are those of ``Fields``.
public struct TicketForm: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a form.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``TicketForm``, ``TicketFormDraft`` and ``TicketFormUpdate``.
    public final class Fields: FieldTable {
        /// The title.
        public let title = Settable<String>("title", .notBlank)
        /// About the form.
        public let description = Settable<String>("description")
        /// The name, which the service makes of the title.
        public let name = ReadOnly<String>("name")
        /// Whether it is the account's first.
        public let isDefault = ReadOnly<Bool>("default")
        /// What it asks for; absent in lists.
        public let fields = ReadOnly<[TicketFormField]>("fields")
        /// What it is to ask for: the requester and the company at least. An update replaces all.
        public let fieldDrafts = SendOnly<[TicketFormFieldDraft]>("fields", .each(.complete()))
        /// The portals that have it.
        public let portals = ReadOnly<[JSONObject]>("portals")
        /// The widgets that have it.
        public let widgets = ReadOnly<[JSONObject]>("widgets")
        /// The agent who last changed it.
        public let lastUpdatedBy = ReadOnly<Int64>("last_updated_by")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The title and what it asks for.
        public static let required: [FieldRequirement] = ["title", "fields"]
    }
}

/// A form to create: the fields of ``TicketForm/Fields``.
public typealias TicketFormDraft = Draft<TicketForm.Fields>

/// What to change of a form: the fields of ``TicketForm/Fields``; what is not set stays as it is.
public typealias TicketFormUpdate = Update<TicketForm.Fields>

extension TicketFormDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(title: String, fields: [TicketFormFieldDraft], _ fill: (inout Self) -> Void = { _ in }) {
        self = TicketForm.Fields.draft(fill) {
            $0.title = title
            $0.fieldDrafts = fields
        }
    }
}
