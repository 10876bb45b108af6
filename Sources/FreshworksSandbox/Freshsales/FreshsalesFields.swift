import FreshworksCore

/// The definitions of a contact's fields: some that every account has, and all that this one has defined.
extension FreshsalesService {
    static let fieldRoutes = [
        Route<FreshsalesService>(
            "GET", "settings/contacts/fields", scope: "contacts.fields.view", or: "settings.fields.view", contactFields)
    ]

    private static func contactFields(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let standard = [
            ("first_name", "First name", "text"), ("last_name", "Last name", "text"),
            ("emails", "Emails", "group_field"), ("lead_score", "Score", "number"),
        ].map { (name: $0, label: $1, type: $2, choices: [String]()) }
        let own = (service.shelves["contacts"]?.customFields ?? []).map { field in
            let words = field.name.dropFirst("cf_".count).replacing("_", with: " ")
            let (type, choices) = type(of: field.kind)
            return (name: field.name, label: words.prefix(1).uppercased() + words.dropFirst(), type, choices)
        }
        let fields = (standard + own).enumerated().map { index, field in
            definition(index + 1, field.name, field.label, field.type, choices: field.choices)
        }
        var answer: JSONObject = ["fields": .array(fields)]
        if request.query["include"] == "field_group" {
            answer["field_groups"] = [["id": "71000000101", "name": "basic_information", "model": "Contact"]]
        }
        return .json(200, .object(answer))
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
        _ position: Int, _ name: String, _ label: String, _ type: String, choices: [String]
    ) -> JSONValue {
        [
            "id": .int(71_000_001_000 + position), "label": .string(label), "name": .string(name),
            "type": .string(type), "default": .bool(!name.hasPrefix("cf_")), "actionable": true,
            "position": .int(position), "base_model": "Contact", "required": false, "quick_add_position": .null,
            "visible": true, "field_group_id": "71000000101",
            "choices": .array(
                choices.enumerated().map { ["id": .int(71_000_002_000 + $0.offset), "value": .string($0.element)] }),
        ]
    }
}
