import FreshworksCore

/// The definitions of conversation properties.
enum FreshchatConversationFields {
    static let all: JSONValue = [
        field("1001", "priority", "Priority", "DROPDOWN", position: 1, choices: ["Low", "Medium", "High", "Urgent"]),
        field("1002", "cf_topic", "Topic", "TEXT", position: 2),
        field("1003", "cf_order_count", "Order count", "NUMBER", position: 3),
    ]

    private static func field(
        _ id: String, _ name: String, _ label: String, _ type: String, position: Int, choices: [String] = []
    ) -> JSONValue {
        [
            "id": .string(id), "name": .string(name), "label": .string(label), "type": .string(type),
            "column_name": .string(name), "custom": .bool(name.hasPrefix("cf_")), "editable": true,
            "required": false, "position": .int(position),
            "default_value": choices.first.map { .string($0) } ?? .null,
            "choices": .array(
                choices.enumerated().map { ["id": .string("\($0.offset + 1)"), "value": .string($0.element)] }),
            "fields": [],
        ]
    }
}
