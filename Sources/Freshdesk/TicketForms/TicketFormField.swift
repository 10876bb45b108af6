public import Foundation

/// A field of tickets as one form asks for it. Source: Freshdesk API v2, ticket form fields.
///
/// Its fields are those of ``Fields``.
public struct TicketFormField: FieldRecord, JSONReadable {
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

    /// The fields of ``TicketFormField``, ``TicketFormFieldDraft`` and ``TicketFormFieldUpdate``.
    public final class Fields: FieldTable {
        /// The field of tickets that the form asks for.
        public let fieldID = SendOnlyInitial<Int64>("id", .id)
        /// The name, such as `subject`.
        public let name = ReadOnly<String>("name")
        /// What agents read.
        public let label = ReadOnly<String>("label")
        /// What customers read.
        public let labelForCustomers = Settable<String>("label_for_customers", .notBlank)
        /// Its place in the form, from 1.
        public let position = Settable<Int>("position", .place)
        /// What it holds.
        public let type = ReadOnly<TicketFieldType>("type")
        /// Whether every account has it.
        public let isDefault = ReadOnly<Bool>("default")
        /// Whether customers can change it.
        public let customersCanEdit = Settable<Bool>("customers_can_edit")
        /// Whether customers have to fill it in.
        public let requiredForCustomers = Settable<Bool>("required_for_customers")
        /// What helps to fill it in.
        public let hintForCustomers = Settable<String>("hint_for_customers")
        /// What stands in the empty form.
        public let placeholderForCustomers = Settable<String>("placeholder_for_customers")
        /// Whether no ticket is resolved or closed without it.
        public let requiredForClosure = ReadOnly<Bool>("required_for_closure")
        /// Whether agents have to fill it in.
        public let requiredForAgents = ReadOnly<Bool>("required_for_agents")
        /// Whether customers see it.
        public let displayedToCustomers = ReadOnly<Bool>("displayed_to_customers")
        /// Whether customers can add others to a ticket; of the requester alone.
        public let portalCC = ReadOnly<Bool>("portal_cc")
        /// Whom they can add, `all` or `company`; of the requester alone.
        public let portalCCTo = ReadOnly<String>("portal_cc_to")
        /// Whether it was archived.
        public let isArchived = ReadOnly<Bool>("archived")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The field, and all that customers see of it.
        public static let required: [FieldRequirement] = [
            "id", "label_for_customers", "customers_can_edit", "required_for_customers", "hint_for_customers",
            "placeholder_for_customers",
        ]
    }
}

/// A field that a new form asks for: the fields of ``TicketFormField/Fields``.
public typealias TicketFormFieldDraft = Draft<TicketFormField.Fields>

/// What to change of a field in a form: the fields of ``TicketFormField/Fields``; what is not set stays as it is.
public typealias TicketFormFieldUpdate = Update<TicketFormField.Fields>

extension TicketFormFieldDraft {
    /// Makes a draft of what the service requires, and fills in more.
    /// - Parameters:
    ///   - id: The field of tickets.
    ///   - label: What customers read.
    ///   - hint: What helps to fill it in; the label unless told.
    ///   - placeholder: What stands in the empty form; the label unless told.
    public init(
        _ id: Int64, label: String, customersCanEdit: Bool = true, requiredForCustomers: Bool = false,
        hint: String? = nil, placeholder: String? = nil, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = TicketFormField.Fields.draft(fill) {
            $0.fieldID = id
            $0.labelForCustomers = label
            $0.customersCanEdit = customersCanEdit
            $0.requiredForCustomers = requiredForCustomers
            $0.hintForCustomers = hint ?? label
            $0.placeholderForCustomers = placeholder ?? label
        }
    }
}
