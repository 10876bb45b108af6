public import Foundation

/// A field that the account's tickets have, as agents see it. Source: Freshdesk API v2, ticket fields.
///
/// Its fields are those of ``Fields``.
public struct TicketField: FieldRecord {
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

    /// The key of tickets that holds the field: `group_id` for the field `group`; a custom field is in `custom_fields`.
    public var ticketKey: String? {
        let keys = [
            "requester": "requester_id", "ticket_type": "type", "group": "group_id", "agent": "responder_id",
            "product": "product_id", "company": "company_id",
        ]
        return self.name.map { self.isDefault == false ? $0 : keys[$0] ?? $0 }
    }

    /// The fields of ``TicketField``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name, such as `status` or `cf_region`.
        public let name = ReadOnly<String>("name")
        /// What agents read.
        public let label = ReadOnly<String>("label")
        /// What customers read.
        public let labelForCustomers = ReadOnly<String>("label_for_customers")
        /// About the field.
        public let description = ReadOnly<String>("description")
        /// Its place in the form.
        public let position = ReadOnly<Int>("position")
        /// What it holds.
        public let type = ReadOnly<TicketFieldType>("type")
        /// Whether every account has it.
        public let isDefault = ReadOnly<Bool>("default")
        /// Whether no ticket is resolved or closed without it.
        public let requiredForClosure = ReadOnly<Bool>("required_for_closure")
        /// Whether agents, and whoever uses the API, have to fill it in.
        public let requiredForAgents = ReadOnly<Bool>("required_for_agents")
        /// Whether customers have to fill it in.
        public let requiredForCustomers = ReadOnly<Bool>("required_for_customers")
        /// Whether customers can change it.
        public let customersCanEdit = ReadOnly<Bool>("customers_can_edit")
        /// Whether customers can filter by it.
        public let customersCanFilter = ReadOnly<Bool>("customers_can_filter")
        /// Whether customers see it.
        public let displayedToCustomers = ReadOnly<Bool>("displayed_to_customers")
        /// Whether customers can add others to a ticket; of the requester alone.
        public let portalCC = ReadOnly<Bool>("portal_cc")
        /// Whom they can add, `all` or `company`; of the requester alone.
        public let portalCCTo = ReadOnly<String>("portal_cc_to")
        /// What can be chosen.
        public let choices = ReadOnly<FieldChoices>(
            "choices",
            reading: { record in
                let isStatus = record["type"] == .string(TicketFieldType.status.rawValue)
                return (record["choices"] as JSONValue?).flatMap { FieldChoices(json: $0, isStatus: isStatus) }
            })
        /// The further levels of a nested field.
        public let nestedFields = ReadOnly<[JSONObject]>("nested_ticket_fields")
        /// When the field was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the field was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What a field of tickets holds.
public struct TicketFieldType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The status.
    public static let status = Self(rawValue: "default_status")
    /// The type of the ticket.
    public static let ticketType = Self(rawValue: "default_ticket_type")
    /// The priority.
    public static let priority = Self(rawValue: "default_priority")
    /// Where the ticket came from.
    public static let source = Self(rawValue: "default_source")
    /// A line of text.
    public static let text = Self(rawValue: "custom_text")
    /// Text of several lines.
    public static let paragraph = Self(rawValue: "custom_paragraph")
    /// `true` or `false`.
    public static let checkbox = Self(rawValue: "custom_checkbox")
    /// A whole number.
    public static let number = Self(rawValue: "custom_number")
    /// A number with a fraction.
    public static let decimal = Self(rawValue: "custom_decimal")
    /// A day.
    public static let date = Self(rawValue: "custom_date")
    /// One of several texts.
    public static let dropdown = Self(rawValue: "custom_dropdown")
    /// Choices of several levels, each in a field of its own.
    public static let nested = Self(rawValue: "nested_field")
}

/// The fields that the account's tickets have, for everybody who can see tickets. Source: Freshdesk API v2, ticket fields.
public struct TicketFieldEndpoints: Sendable {
    let api: APIClient

    /// All fields, or those of one type. `GET /ticket_fields`
    public func all(
        _ type: TicketFieldType? = nil, options: CallOptions = CallOptions()
    ) async throws -> [TicketField] {
        try await api.send(
            Endpoint("ticket_fields.all", .get, "ticket_fields", query: ["type": type?.rawValue]), options)
    }

    /// The statuses that tickets of the account can have, with what agents and customers read.
    /// `GET /ticket_fields?type=default_status`
    public func statuses(options: CallOptions = CallOptions()) async throws -> [FieldChoices.Choice] {
        try await all(.status, options: options).flatMap { $0.choices?.all ?? [] }
    }
}

extension FreshdeskClient {
    /// The fields that the account's tickets have.
    public var ticketFields: TicketFieldEndpoints { TicketFieldEndpoints(api: api) }
}
