/// A field that tickets, contacts or companies of an account have, as far as requests have to fit it.
/// Source: Freshdesk API v2, ticket, contact and company fields.
///
/// Its fields are those of ``Fields``; ``FieldDefinitions`` holds all of one kind of record.
public struct FieldDefinition: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The name, such as `status` or `cf_region`.
    public let name: String

    /// Reads a definition.
    /// - Throws: ``FreshworksError`` when it has no name.
    public init(json: JSONObject) throws {
        self.json = json
        name = try json.require("name")
    }

    /// The type and the name.
    public var debugDescription: String { "FieldDefinition(\(name))" }

    /// The fields of ``FieldDefinition``, which the service alone writes.
    public final class Fields: FieldTable {
        /// What agents read.
        public let label = ReadOnly<String>("label")
        /// What it holds, in the service's word: `default_status`, `custom_text`, `nested_field`.
        public let type = ReadOnly<String>("type", or: "field_type")
        /// Whether every account has it.
        public let isDefault = ReadOnly<Bool>("default")
        /// Whether agents, and whoever uses the API, have to fill it in.
        public let requiredForAgents = ReadOnly<Bool>("required_for_agents", or: "required_for_agent")
        /// Whether no ticket is resolved or closed without it.
        public let requiredForClosure = ReadOnly<Bool>("required_for_closure")
        /// What can be chosen.
        public let choices = ReadOnly<FieldChoices>(
            "choices",
            reading: { record in
                let isStatus = record["type"] == .string("default_status")
                return (record["choices"] as JSONValue?).flatMap { FieldChoices(json: $0, isStatus: isStatus) }
            })
        /// The further levels of a nested field.
        public let nestedFields = ReadOnly<[JSONObject]>("nested_ticket_fields")
        /// The sections of the form that it stands in; it is shown where another field has a certain value.
        public let sectionMappings = ReadOnly<[JSONObject]>("section_mappings")

        /// The only instance.
        public static let table = Fields()
    }
}

extension FieldDefinition {
    /// Whether the account has defined it; its value then stands in `custom_fields`.
    public var isCustom: Bool { self.isDefault.map { !$0 } ?? !(self.type ?? "default_").hasPrefix("default_") }

    /// The key of records that holds its value: `group_id` for the field `group` of tickets.
    public var key: String { isCustom ? name : Self.ticketKeys[self.type ?? ""] ?? name }

    /// The keys of tickets whose fields have another name.
    private static let ticketKeys = [
        "default_requester": "requester_id", "default_ticket_type": "type", "default_group": "group_id",
        "default_agent": "responder_id", "default_product": "product_id", "default_company": "company_id",
    ]

    /// The keys of all its levels, the first one its own; one unless it is nested.
    public var levels: [String] {
        let deeper = (self.nestedFields ?? []).compactMap { field -> (level: Int, name: String)? in
            guard let name: String = field["name"] else { return nil }
            return (field["level"] ?? Int.max, name)
        }
        return [key] + deeper.sorted { $0.level < $1.level }.map(\.name)
    }

    /// Whether it is not a part of the form that only certain values of another field show.
    var isAlwaysShown: Bool { self.sectionMappings?.isEmpty ?? true }
}
