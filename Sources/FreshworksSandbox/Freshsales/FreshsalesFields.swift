import FreshworksCore

/// The definitions of fields: some that every account has, and all that this one has defined.
extension FreshsalesService {
    static let fieldRoutes =
        ["contacts", "sales_accounts", "deals", "leads", "sales_activities"].map { path in
            Route<FreshsalesService>(
                "GET", "settings/\(path)/fields", scope: "\(path).fields.view", or: "settings.fields.view"
            ) { (request, service) throws(SandboxReply) in
                if path == "leads" && !service.hasLeads { throw FreshsalesReplies.notFoundPage }
                return service.fields(of: path, request)
            }
        } + [
            Route("GET", "settings/module_customizations", scope: "settings.fields.view") { (_, _) in
                .json(
                    200,
                    [
                        "module_customizations": [
                            ["entity_name": "contact", "custom": false], ["entity_name": "cm_orders", "custom": true],
                        ]
                    ])
            },
            Route("GET", "settings/{entity}/forms", scope: "settings.fields.view", form),
        ]

    private static let standard: [String: [(name: String, label: String, type: String)]] = [
        "contacts": [
            ("first_name", "First name", "text"), ("last_name", "Last name", "text"),
            ("emails", "Emails", "group_field"), ("lead_score", "Score", "number"),
        ],
        "sales_accounts": [("name", "Name", "text"), ("website", "Website", "text"), ("phone", "Phone", "text")],
        "deals": [
            ("name", "Name", "text"), ("amount", "Deal value", "number"),
            ("expected_close", "Expected close date", "date"),
        ],
        "leads": [
            ("first_name", "First name", "text"), ("last_name", "Last name", "text"), ("email", "Email", "text"),
        ],
        "sales_activities": [("title", "Title", "text"), ("start_date", "Start date", "date_time")],
    ]

    private func fields(of path: String, _ request: SandboxRequest) -> SandboxReply {
        var answer: JSONObject = ["fields": .array(definitions(of: path))]
        if request.query["include"] == "field_group" {
            answer["field_groups"] = [
                [
                    "id": "71000000101", "name": "basic_information", "model": .string(Self.model(path)),
                ]
            ]
        }
        return .json(200, .object(answer))
    }

    private func definitions(of path: String) -> [JSONValue] {
        let standard = (Self.standard[path] ?? []).map {
            (name: $0.name, label: $0.label, type: $0.type, choices: [String]())
        }
        let own = (shelves[path]?.customFields ?? []).map { field in
            let words = field.name.dropFirst("cf_".count).replacing("_", with: " ")
            let (type, choices) = Self.type(of: field.kind)
            return (
                name: field.name, label: words.prefix(1).uppercased() + words.dropFirst(), type: type, choices: choices
            )
        }
        return (standard + own).enumerated().map { index, field in
            Self.definition(index + 1, field.name, field.label, field.type, Self.model(path), choices: field.choices)
        }
    }

    private static func form(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let entity = request.parameters["entity"] ?? ""
        let path = entity == orders.noun ? orders.path : entity
        guard standard[path] != nil || path == orders.path else { throw FreshsalesReplies.notFoundPage }
        let group: JSONValue = [
            "id": "71000000101", "name": "basic_information", "label": "Basic information",
            "fields": .array(service.definitions(of: path)),
        ]
        return .json(200, ["forms": [["id": 71_000_000_201, "fields": [group]]]])
    }

    private static func model(_ path: String) -> String {
        path == "sales_activities" ? "SalesActivity" : FreshsalesModule.all[path]?.className ?? path
    }

    private static func type(of kind: Sandbox.CustomFieldKind) -> (type: String, choices: [String]) {
        switch kind {
        case .text: ("text", [])
        case .number, .decimal: ("number", [])
        case .checkbox: ("checkbox", [])
        case .date: ("date", [])
        case .dropdown(let choices): ("dropdown", choices)
        }
    }

    private static func definition(
        _ position: Int, _ name: String, _ label: String, _ type: String, _ model: String, choices: [String]
    ) -> JSONValue {
        [
            "id": .int(71_000_001_000 + position), "label": .string(label), "name": .string(name),
            "type": .string(type), "default": .bool(!name.hasPrefix("cf_")), "actionable": true,
            "position": .int(position), "base_model": .string(model), "required": false, "quick_add_position": .null,
            "visible": true, "field_group_id": "71000000101",
            "choices": .array(
                choices.enumerated().map { ["id": .int(71_000_002_000 + $0.offset), "value": .string($0.element)] }),
        ]
    }
}
