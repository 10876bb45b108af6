/// A part of the ticket form that shows when something is chosen in a field. Source: Freshdesk API v2, sections of ticket fields.
///
/// Its fields are those of ``Fields``. A single one comes wrapped in `section`; the object is what is inside.
public struct TicketFieldSection: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a section.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json["section"] ?? json
        id = try self.json.require("id")
    }

    /// The fields of ``TicketFieldSection``, ``TicketFieldSectionDraft`` and ``TicketFieldSectionUpdate``.
    public final class Fields: FieldTable {
        /// What agents read.
        public let label = Settable<String>("label", .notBlank)
        /// The choices of the field that show the section; an update replaces them all.
        public let choiceIDs = Settable<[Int64]>("choice_ids", .ids)
        /// The field.
        public let parentFieldID = ReadOnly<Int64>("parent_ticket_field_id")
        /// The fields in the section.
        public let fieldIDs = ReadOnly<[Int64]>("ticket_field_ids")
        /// Whether it is a part of field service management.
        public let isFieldService = ReadOnly<Bool>("is_fsm")

        /// The only instance.
        public static let table = Fields()
        /// The label and the choices.
        public static let required: [FieldRequirement] = ["label", "choice_ids"]
    }
}

/// A section to create: the fields of ``TicketFieldSection/Fields``.
public typealias TicketFieldSectionDraft = Draft<TicketFieldSection.Fields>

/// What to change of a section: the fields of ``TicketFieldSection/Fields``; what is not set stays as it is.
public typealias TicketFieldSectionUpdate = Update<TicketFieldSection.Fields>

extension TicketFieldSectionDraft {
    /// Makes a draft of what the service requires.
    public init(label: String, choiceIDs: [Int64]) {
        self = TicketFieldSection.Fields.draft {
            $0.label = label
            $0.choiceIDs = choiceIDs
        }
    }
}
