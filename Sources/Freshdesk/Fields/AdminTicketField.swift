public import Foundation

/// A field that the account's tickets have, as administrators see and change it. Source: Freshdesk API v2, admin ticket fields.
///
/// Its fields are those of ``Fields``. A dependent field comes wrapped in `ticket_field` at times; the object is what is inside.
public struct AdminTicketField: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a field.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json["ticket_field"] ?? json
        id = try self.json.require("id")
    }

    /// The fields of ``AdminTicketField``, ``AdminTicketFieldDraft`` and ``AdminTicketFieldUpdate``.
    public final class Fields: FieldTable {
        /// The name, such as `cf_region`, which the service makes of the label.
        public let name = ReadOnly<String>("name")
        /// What agents read.
        public let label = Settable<String>("label", .notBlank)
        /// What customers read.
        public let labelForCustomers = Settable<String>("label_for_customers", .notBlank)
        /// About the field.
        public let description = ReadOnly<String>("description")
        /// What it holds.
        public let type = Settable<TicketFieldType>("type", .notBlank)
        /// Its place in the form; at the top unless set.
        public let position = Settable<Int>("position", .place)
        /// Whether every account has it.
        public let isDefault = ReadOnly<Bool>("default")
        /// Whether customers can change it.
        public let customersCanEdit = Settable<Bool>("customers_can_edit")
        /// Whether customers see it.
        public let displayedToCustomers = Settable<Bool>("displayed_to_customers")
        /// Whether no ticket is resolved or closed without it.
        public let requiredForClosure = Settable<Bool>("required_for_closure")
        /// Whether agents, and whoever uses the API, have to fill it in.
        public let requiredForAgents = Settable<Bool>("required_for_agents")
        /// Whether customers have to fill it in.
        public let requiredForCustomers = Settable<Bool>("required_for_customers")
        /// What can be chosen.
        public let choices = ReadOnly<FieldChoices>("choices")
        /// What to do to the choices: in a draft they are all to be added.
        public let choiceChanges = SendOnly<[FieldChoiceChange]>("choices")
        /// The further levels of a dependent field, each an object with `label`, `label_for_customers` and `level`.
        public let dependentFields = Settable<[JSONObject]>("dependent_fields")
        /// The sections that it is in, each an object with `section_id` and `position`.
        public let sectionMappings = Settable<[JSONObject]>("section_mappings")
        /// Whether it has sections.
        public let hasSection = ReadOnly<Bool>("has_section")
        /// Its sections, when they are asked for.
        public let sections = ReadOnly<[TicketFieldSection]>("sections")
        /// Whether it was archived.
        public let isArchived = ReadOnly<Bool>("archived")
        /// Whether it is a part of field service management.
        public let isFieldService = ReadOnly<Bool>("is_fsm")
        /// Whether the service still works on a change of very many choices.
        public let isUpdateInProgress = ReadOnly<Bool>("field_update_in_progress")
        /// Whether customers can add others to a ticket; of the requester alone.
        public let portalCC = ReadOnly<Bool>("portal_cc")
        /// Whom they can add, `all` or `company`; of the requester alone.
        public let portalCCTo = ReadOnly<String>("portal_cc_to")
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

/// A field to create: the fields of ``AdminTicketField/Fields``.
public typealias AdminTicketFieldDraft = Draft<AdminTicketField.Fields>

/// What to change of a field: the fields of ``AdminTicketField/Fields``; what is not set stays as it is.
public typealias AdminTicketFieldUpdate = Update<AdminTicketField.Fields>

extension AdminTicketFieldDraft {
    /// Makes a draft of what the service requires, and fills in more.
    /// - Parameters:
    ///   - label: What agents and customers read; customers read something else if `labelForCustomers` is filled in.
    ///   - type: What it holds, such as `.dropdown`.
    public init(label: String, type: TicketFieldType, _ fill: (inout Self) -> Void = { _ in }) {
        self = AdminTicketField.Fields.draft(fill) {
            $0.label = label
            $0.labelForCustomers = label
            $0.type = type
        }
    }
}
