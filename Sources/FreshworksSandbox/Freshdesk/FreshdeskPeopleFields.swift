import FreshworksCore

/// The fields that contacts and companies have: those of every account, and those that this one has defined.
extension FreshdeskService {
    static let peopleFieldRoutes = [
        Route<FreshdeskService>("GET", "contact_fields", scope: "contact_fields.view", listContactFields),
        Route<FreshdeskService>("GET", "company_fields", scope: "company_fields.view", listCompanyFields),
    ]

    private typealias Default = (name: String, isNeeded: Bool, choices: JSONValue?)

    private static func listContactFields(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try list("contacts", contactDefaults, firstID: 70_000_040_001, request, &service) { field, isNeeded in
            field["editable_in_signup"] = .bool(isNeeded)
            field["customers_can_edit"] = true
            field["required_for_customers"] = .bool(isNeeded)
            field["displayed_for_customers"] = true
        }
    }

    private static func listCompanyFields(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try list("companies", companyDefaults, firstID: 70_000_050_001, request, &service) { _, _ in }
    }

    private static let contactDefaults: [Default] = [
        ("name", true, nil), ("job_title", false, nil), ("email", false, nil), ("phone", false, nil),
        ("mobile", false, nil), ("twitter_id", false, nil), ("unique_external_id", false, nil),
        ("address", false, nil), ("time_zone", false, ["Eastern Time (US & Canada)": "(GMT-05:00) Eastern Time"]),
        ("language", false, ["de": "German", "en": "English", "fr": "French"]), ("description", false, nil),
    ]

    private static let companyDefaults: [Default] = [
        ("name", true, nil), ("description", false, nil), ("note", false, nil), ("domains", false, nil),
        ("health_score", false, numbered(["At risk", "Doing okay", "Happy"])),
        ("account_tier", false, numbered(["Basic", "Premium", "Enterprise"])), ("renewal_date", false, nil),
        (
            "industry", false, numbered(["Automotive", "Financial Services", "Software", "Telecommunications"])
        ),
    ]

    private static func list(
        _ collection: String, _ defaults: [Default], firstID: Int64, _ request: SandboxRequest,
        _ service: inout FreshdeskService, _ more: (inout JSONObject, Bool) -> Void
    ) throws(SandboxReply) -> SandboxReply {
        try requireAdministrator(request, service)
        // Fields that have calls of their own are listed by these; behind them stand those of the sandbox's options.
        var reply: SandboxReply?
        let path = request.path.joined(separator: "/")
        if let route = collectionRoutes.first(where: { $0.method == "GET" && $0.pattern.text == path }) {
            reply = try route.handler(request, &service)
        } else {
            try service.refuse(request.query.strangers(besides: ["page", "per_page"]), nil)
        }
        let listed = reply.flatMap { try? JSONValue(parsing: $0.body) }?.arrayValue
        var fields =
            listed
            ?? defaults.enumerated().map { index, field in
                let type = "default_\(field.name)"
                return definition(firstID, index, field.name, type, field.choices, field.isNeeded, more)
            }
        if let page = request.query["page"], page != "1" { return reply ?? .json(200, []) }
        for field in service.customFields where field.collection == collection {
            guard !fields.contains(where: { $0["name"] == .string(field.name) }) else { continue }
            let (type, choices) = type(of: field.kind)
            // Past the ids of fields that are made by calls.
            fields.append(definition(firstID + 500, fields.count, field.name, type, choices, false, more))
        }
        guard var reply else { return .json(200, .array(fields)) }
        reply.body = JSONValue.array(fields).serialized()
        return reply
    }

    private static func definition(
        _ firstID: Int64, _ index: Int, _ name: String, _ type: String, _ choices: JSONValue?, _ isNeeded: Bool,
        _ more: (inout JSONObject, Bool) -> Void
    ) -> JSONValue {
        let made: JSONValue = "2025-01-01T00:00:00Z"
        var field: JSONObject = [
            "id": .int(firstID + Int64(index)), "name": .string(name), "label": .string(name),
            "label_for_customers": .string(name), "position": .int(index + 1), "type": .string(type),
            "default": .bool(type.hasPrefix("default_")), "required_for_agents": .bool(isNeeded),
            "agents_can_edit": true, "displayed_for_agents": true, "quick_add_for_agent": .bool(isNeeded),
            "unique": false,
        ]
        more(&field, isNeeded)
        field["choices"] = choices
        field["created_at"] = made
        field["updated_at"] = made
        return .object(field)
    }

    private static func type(of kind: Sandbox.CustomFieldKind) -> (type: String, choices: JSONValue?) {
        switch kind {
        case .text: ("custom_text", nil)
        case .number, .decimal: ("custom_number", nil)
        case .checkbox: ("custom_checkbox", nil)
        case .date: ("custom_date", nil)
        case .dropdown(let choices): ("custom_dropdown", numbered(choices))
        }
    }

    private static func numbered(_ choices: [String]) -> JSONValue {
        .array(
            choices.enumerated().map { index, text in
                [
                    "id": .int(70_000_060_001 + index), "label": .string(text), "value": .string(text),
                    "position": .int(index + 1),
                ]
            })
    }
}
