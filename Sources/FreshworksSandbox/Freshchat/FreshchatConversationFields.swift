import FreshworksCore

/// The definitions of conversation properties: the priority, and what the account has defined.
extension FreshchatService {
    static let fieldRoutes = [
        Route<FreshchatService>(
            "GET", "conversations/fields", scope: "conversation.view", or: "conversation.properties.view", listFields)
    ]

    static let priorities = ["Low", "Medium", "High", "Urgent"]

    private static func listFields(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let own = service.shelves["conversations"]?.customFields ?? []
        let fields = [CustomField("priority", .dropdown(priorities))] + own
        return FreshchatReplies.ok(.array(fields.enumerated().map { definition($1, position: $0 + 1) }))
    }

    private static func definition(_ field: CustomField, position: Int) -> JSONValue {
        let isCustom = field.name.hasPrefix("cf_")
        let words = (isCustom ? field.name.dropFirst("cf_".count)[...] : field.name[...]).replacing("_", with: " ")
        var choices: [String] = []
        let type: String
        switch field.kind {
        case .text: type = "TEXT"
        case .number: type = "NUMBER"
        case .decimal: type = "DECIMAL"
        case .checkbox: type = "CHECKBOX"
        case .date: type = "DATE"
        case .dropdown(let texts):
            type = "DROPDOWN"
            choices = texts
        }
        return [
            "id": .string("\(1000 + position)"), "name": .string(field.name),
            "label": .string(words.prefix(1).uppercased() + words.dropFirst()), "type": .string(type),
            "column_name": .string(field.name), "custom": .bool(isCustom), "editable": true, "required": false,
            "position": .int(position), "default_value": choices.first.map { .string($0) } ?? .null,
            "choices": .array(
                choices.enumerated().map { ["id": .string("\($0.offset + 1)"), "value": .string($0.element)] }),
            "fields": [],
        ]
    }
}
