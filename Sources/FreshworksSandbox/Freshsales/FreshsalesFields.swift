import FreshworksCore

extension FreshsalesService {
    static let fieldRoutes = [
        Route<FreshsalesService>(
            "GET", "settings/contacts/fields", scope: "contacts.fields.view", or: "settings.fields.view", contactFields)
    ]

    private static func contactFields(
        _ request: SandboxRequest, _ service: inout FreshsalesService
    ) throws(SandboxReply) -> SandboxReply {
        let fields = [
            field(1, "first_name", "First name", "text"), field(2, "last_name", "Last name", "text"),
            field(3, "emails", "Emails", "group_field"), field(4, "lead_score", "Score", "number"),
            field(5, "cf_region", "Region", "dropdown", choices: ["North", "South"]),
        ]
        var answer: JSONObject = ["fields": .array(fields)]
        if request.query["include"] == "field_group" {
            answer["field_groups"] = [["id": "71000000101", "name": "basic_information", "model": "Contact"]]
        }
        return .json(200, .object(answer))
    }

    private static func field(
        _ position: Int, _ name: String, _ label: String, _ type: String, choices: [String] = []
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
