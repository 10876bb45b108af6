import FreshworksCore

/// The fields that tickets have: those of every account, and those that this one has defined.
extension FreshdeskService {
    /// What a ticket's status can be, as agents and as customers read it.
    static let statuses: [(number: Int, label: String, customerLabel: String)] = [
        (2, "Open", "Being Processed"), (3, "Pending", "Awaiting your Reply"),
        (4, "Resolved", "This ticket has been Resolved"), (5, "Closed", "This ticket has been Closed"),
        (6, "Waiting on Customer", "Awaiting your Reply"), (7, "Waiting on Third Party", "Being Processed"),
    ]

    /// Where a ticket can come from, of what requests may say.
    static let sources: KeyValuePairs<String, Int> = [
        "Email": 1, "Portal": 2, "Phone": 3, "Chat": 7, "Feedback Widget": 9, "Outbound Email": 10,
    ]

    static let fieldRoutes =
        [Route<FreshdeskService>("GET", "ticket_fields", scope: "ticket_fields.view", listFields)]

    private static func listFields(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try service.refuse(request.query.strangers(besides: ["type", "page", "per_page"]), nil)
        let fields = service.ticketFields
        guard let type = request.query["type"] else { return .json(200, .array(fields)) }
        return .json(200, .array(fields.filter { $0["type"] == .string(type) }))
    }

    private var ticketFields: [JSONValue] {
        let defaults: [(name: String, type: String, choices: JSONValue?)] = [
            ("requester", "default_requester", nil), ("subject", "default_subject", nil),
            ("ticket_type", "default_ticket_type", ["Question", "Incident", "Problem", "Feature Request", "Refund"]),
            ("source", "default_source", .object(JSONObject(Self.sources.map { ($0, .int($1)) }))),
            (
                "status", "default_status",
                .object(
                    JSONObject(
                        Self.statuses.map { ("\($0.number)", [.string($0.label), .string($0.customerLabel)]) }))
            ),
            ("priority", "default_priority", ["Low": 1, "Medium": 2, "High": 3, "Urgent": 4]),
            ("group", "default_group", named(Self.groups)), ("agent", "default_agent", named(Self.agents)),
            ("product", "default_product", named(Self.products)), ("description", "default_description", nil),
            ("company", "default_company", nil),
        ]
        let own = customFields.filter { $0.collection == "tickets" }.map { field in
            (name: field.name, type: Self.type(of: field.kind), choices: Self.choices(of: field.kind))
        }
        return (defaults + own).enumerated().map { index, field in
            Self.field(index, field.name, field.type, field.choices, isDefault: index < defaults.count)
        }
    }

    private static func field(
        _ index: Int, _ name: String, _ type: String, _ choices: JSONValue?, isDefault: Bool
    ) -> JSONValue {
        let made: JSONValue = "2025-01-01T00:00:00Z"
        let isNeeded = ["requester", "subject", "status", "priority", "description"].contains(name)
        var field: JSONObject = [
            "id": .int(70_000_030_001 + index), "name": .string(name), "label": .string(name),
            "label_for_customers": .string(name), "description": .null, "position": .int(index + 1),
            "type": .string(type), "default": .bool(isDefault), "required_for_closure": false,
            "required_for_agents": .bool(isNeeded), "required_for_customers": false, "customers_can_edit": true,
            "customers_can_filter": false, "displayed_to_customers": true, "created_at": made, "updated_at": made,
        ]
        field["choices"] = choices
        return .object(field)
    }

    /// Records by their names.
    private func named(_ collection: FreshdeskRecords) -> JSONValue {
        .object(
            JSONObject(
                all(collection).compactMap { record in
                    guard let name = (record["name"] ?? record["contact"]?["name"])?.stringValue else { return nil }
                    return (name, record["id"] ?? .null)
                }))
    }

    static func type(of kind: Sandbox.CustomFieldKind) -> String {
        switch kind {
        case .text: "custom_text"
        case .number: "custom_number"
        case .decimal: "custom_decimal"
        case .checkbox: "custom_checkbox"
        case .date: "custom_date"
        case .dropdown: "custom_dropdown"
        }
    }

    private static func choices(of kind: Sandbox.CustomFieldKind) -> JSONValue? {
        if case .dropdown(let values) = kind { .array(values.map { .string($0) }) } else { nil }
    }
}
