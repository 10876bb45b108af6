import FreshworksCore

/// Groups, channels and roles, which only people can change.
extension FreshchatService {
    static let groups = FreshchatRecords("groups", noun: "group", calls: [.list], sortKeys: ["name"]) {
        RecordKey("name", .filled).required
        RecordKey("description", .text, nil)
        RecordKey("routing_type", .text, "INTELLIASSIGN")
        RecordKey("created_time", .text, nil).readOnly
    }

    static let channels = FreshchatRecords(
        "channels", noun: "channel", calls: [.list],
        filters: [.text("locale") { $0["locale"]?.stringValue == $1 }], sortKeys: ["name", "updated_time"]
    ) {
        RecordKey("name", .filled).required
        RecordKey("icon", .object, [:])
        RecordKey("updated_time", .text).readOnly
        RecordKey("enabled", .flag, true)
        RecordKey("public", .flag, true)
        RecordKey("tags", .list(of: .text), ["web"])
        RecordKey("locale", .text, "en")
        RecordKey(
            "welcome_message", .object,
            ["message_parts": [["text": ["content": "Hi!"]]], "message_type": "normal", "message_source": "system"])
        RecordKey("created_time", .text, nil).readOnly
    }

    static let roles = FreshchatRecords("roles", noun: "role", calls: [.list], sortKeys: ["name"]) {
        RecordKey("name", .filled).required
        RecordKey("description", .text, nil)
        RecordKey("is_custom_role", .flag, true)
        RecordKey("created_time", .text, nil).readOnly
    }

    mutating func seedDirectory(_ options: Sandbox.Options) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat directory")
        func plant(_ collection: FreshchatRecords, id: String? = nil, _ values: JSONObject) {
            var record = collection.blank
            record["id"] = .string(id ?? generator.uuid())
            for (key, value) in values { record[key] = value }
            keep(record, collection)
        }
        plant(Self.groups, ["name": "Orders", "description": "Order desk"])
        plant(Self.groups, ["name": "Billing"])
        plant(Self.groups, ["name": "Escalations", "description": "Second line"])
        for (name, locale) in [("Help", "en"), ("Sales", "en"), ("Hilfe", "de")] {
            let time: JSONValue = "2024-01-10T12:00:00.000Z"
            plant(Self.channels, ["name": .string(name), "locale": .string(locale), "updated_time": time])
        }
        // Ids of built-in roles are words.
        for (id, name) in [("OWNER", "Account Owner"), ("ACCOUNT_ADMIN", "Account Admin"), ("AGENT", "Agent")] {
            let words = JSONValue.string("Built in: \(name)")
            plant(Self.roles, id: id, ["name": .string(name), "description": words, "is_custom_role": false])
        }
        plant(Self.roles, ["name": "Night shift", "description": "Sees open conversations"])
    }
}
