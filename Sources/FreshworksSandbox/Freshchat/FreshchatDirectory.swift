import FreshworksCore

/// Groups, channels and roles, which only people can change.
struct FreshchatDirectory: Sendable {
    let groups: [JSONObject]
    let channels: [JSONObject]
    let roles: [JSONObject]

    init(_ options: Sandbox.Options) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat directory")
        groups = [("Orders", "Order desk"), ("Billing", nil), ("Escalations", "Second line")].map { name, about in
            var group: JSONObject = ["id": .string(generator.uuid()), "name": .string(name)]
            if let about { group["description"] = .string(about) }
            group["routing_type"] = "INTELLIASSIGN"
            return group
        }
        channels = [("Help", "en"), ("Sales", "en"), ("Hilfe", "de")].map { name, locale in
            [
                "id": .string(generator.uuid()), "name": .string(name), "icon": [:],
                "updated_time": "2024-01-10T12:00:00.000Z", "enabled": true, "public": true, "tags": ["web"],
                "locale": .string(locale),
                "welcome_message": [
                    "message_parts": [["text": ["content": "Hi!"]]], "message_type": "normal",
                    "message_source": "system",
                ],
            ]
        }
        // Ids of built-in roles are words.
        roles =
            [("OWNER", "Account Owner"), ("ACCOUNT_ADMIN", "Account Admin"), ("AGENT", "Agent")].map { id, name in
                ["id": .string(id), "name": .string(name), "is_custom_role": false]
            }
            + [
                [
                    "id": .string(generator.uuid()), "name": "Night shift", "description": "Sees open conversations",
                    "is_custom_role": true,
                ]
            ]
    }

    static func find(_ id: JSONValue?, in rows: [JSONObject]) -> JSONObject? {
        id.flatMap { id in rows.first { $0["id"] == id } }
    }
}

extension FreshchatService {
    static let directoryRoutes = [
        Route<FreshchatService>("GET", "groups") { request, service throws(SandboxReply) in
            let rows = try request.query.sorted(service.directory.groups, by: ["name"])
            return try FreshchatPage(request.query).reply(rows, to: request, key: "groups", rel: "group")
        },
        Route<FreshchatService>("GET", "channels") { request, service throws(SandboxReply) in
            let locale = request.query["locale"]
            let found = service.directory.channels.filter { locale == nil || $0["locale"]?.stringValue == locale }
            let rows = try request.query.sorted(found, by: ["name", "updated_time"])
            return try FreshchatPage(request.query).reply(rows, to: request, key: "channels", rel: "channel")
        },
        Route<FreshchatService>("GET", "roles") { request, service throws(SandboxReply) in
            let rows = try request.query.sorted(service.directory.roles, by: ["name"])
            return try FreshchatPage(request.query).reply(rows, to: request, key: "roles", rel: "role")
        },
    ]
}
