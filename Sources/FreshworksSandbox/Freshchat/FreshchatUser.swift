import Foundation
import FreshworksCore

/// Users, whom others call contacts, kept as the JSON that they are answered with.
enum FreshchatUser {
    static let avatar = JSONShape.object(["url": .text])
    static let socialProfiles = JSONShape.list(
        of: .object(
            ["type": .choice("facebook", "twitter", "skype", "linkedin"), "id": .text], required: ["type", "id"]))
    private static let attributes = JSONShape.object([
        "email": .email, "first_name": .text, "last_name": .text, "phone": .text, "reference_id": .filledText,
        "avatar": avatar,
        "properties": .list(of: .object(["name": .filledText, "value": .text], required: ["name", "value"])),
        "social_profiles": socialProfiles,
    ])
    /// What may be created or changed: at least one attribute.
    static let change = JSONShape { value, path in
        value.objectValue?.isEmpty == true ? "at least one attribute is required" : attributes.complaint(value, path)
    }
    static let fetch = JSONShape.object(["ids": .list(of: .text, atLeast: 1, atMost: 100)], required: ["ids"])

    static let count = 30

    static func seeded(_ options: Sandbox.Options, now: Date) -> RecordStore<String, JSONObject> {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat users")
        return RecordStore(
            (0..<count).map { index in
                let id = generator.uuid()
                let person = InventedPerson(index + 40, at: "visitor.example")
                var user = record(
                    id: id, serial: index, restoreID: generator.uuid(),
                    at: now.addingTimeInterval(Double(index - count) * 86_400))
                user["first_name"] = .string(person.firstName)
                // Every tenth is an anonymous visitor.
                guard index % 10 != 9 else { return (id, user) }
                user["last_name"] = .string(person.lastName)
                user["email"] = .string(person.email)
                user["phone"] = .string("+1415555\(1000 + index)")
                user["reference_id"] = .string("crm-\(1001 + index)")
                user["properties"] = [["name": "plan", "value": .string(generator.pick(["gold", "silver"]))]]
                return (id, user)
            })
    }

    static func record(id: String, serial: Int, restoreID: String, at time: Date) -> JSONObject {
        [
            "id": .string(id), "created_time": .milliseconds(time), "updated_time": .milliseconds(time),
            "avatar": [:], "restore_id": .string(restoreID), "properties": [], "social_profiles": [],
            "login_status": false, "org_contact_id": .string("\(1_712_345_678_901_230_000 + serial)"),
        ]
    }

    /// Properties are merged by name, all else is replaced.
    static func apply(_ body: JSONObject, to user: inout JSONObject) {
        for (key, value) in body where key != "properties" { user[key] = value }
        var properties = user["properties"]?.arrayValue ?? []
        for property in body["properties"]?.arrayValue ?? [] {
            properties.removeAll { $0["name"] == property["name"] }
            properties.append(property)
        }
        user["properties"] = .array(properties)
    }
}

extension JSONObject {
    var freshchatID: String { self["id"]?.stringValue ?? "" }
}

extension JSONValue? {
    /// Whether both are the same text, whatever the case.
    func isSameText(as other: JSONValue?) -> Bool {
        guard let one = self?.stringValue, let two = other?.stringValue else { return false }
        return one.lowercased() == two.lowercased()
    }
}

extension FreshchatService {
    static let userRoutes = [
        Route<FreshchatService>("GET", "users") { request, service throws(SandboxReply) in
            try service.listUsers(request)
        },
        Route<FreshchatService>("POST", "users") { request, service throws(SandboxReply) in
            let body = try request.freshchatBody(FreshchatUser.change)
            try service.refuseSecond(body, besides: nil)
            var user = FreshchatUser.record(
                id: service.ids.uuid(), serial: FreshchatUser.count + request.serial, restoreID: service.ids.uuid(),
                at: request.now)
            FreshchatUser.apply(body, to: &user)
            service.users[user.freshchatID] = user
            return FreshchatReplies.ok(.object(user))
        },
        Route<FreshchatService>("POST", "users/fetch") { request, service throws(SandboxReply) in
            let body = try request.freshchatBody(FreshchatUser.fetch)
            // Unknown ids are simply absent.
            let found = (body["ids"]?.arrayValue ?? []).compactMap { service.users[$0.stringValue ?? ""] }
            return FreshchatReplies.ok(["users": .array(found.map(JSONValue.object))])
        },
        Route<FreshchatService>("GET", "users/{id}") { request, service throws(SandboxReply) in
            FreshchatReplies.ok(.object(try service.user(request)))
        },
        Route<FreshchatService>("PUT", "users/{id}") { request, service throws(SandboxReply) in
            var user = try service.user(request)
            let body = try request.freshchatBody(FreshchatUser.change)
            try service.refuseSecond(body, besides: user.freshchatID)
            FreshchatUser.apply(body, to: &user)
            user["updated_time"] = .milliseconds(request.now)
            service.users[user.freshchatID] = user
            return FreshchatReplies.ok(.object(user))
        },
        Route<FreshchatService>("DELETE", "users/{id}") { request, service throws(SandboxReply) in
            service.users[try service.user(request).freshchatID] = nil
            return FreshchatReplies.accepted("User deletion request accepted")
        },
        Route<FreshchatService>("GET", "users/{id}/conversations") { request, service throws(SandboxReply) in
            let id = try service.user(request)["id"]
            let own = service.conversations.all.filter { $0.json["user_id"] == id }
            return FreshchatReplies.ok(["conversations": .array(own.map { ["id": .string($0.id)] })])
        },
    ]

    private func user(_ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        guard let user = users[request.parameters["id"] ?? ""] else { throw FreshchatReplies.notFound("user") }
        return user
    }

    private func refuseSecond(_ body: JSONObject, besides id: String?) throws(SandboxReply) {
        let isTaken = users.all.contains { user in
            user.freshchatID != id
                && (user["email"].isSameText(as: body["email"])
                    || user["reference_id"].isSameText(as: body["reference_id"]))
        }
        if isTaken { throw FreshchatReplies.error(409, "CONFLICT", "user already exists") }
    }

    private func listUsers(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let query = request.query
        // The phone number has another name here than in bodies.
        let texts = [
            "first_name": "first_name", "last_name": "last_name", "email": "email", "phone_no": "phone",
            "reference_id": "reference_id",
        ].compactMap { name, key in query[name].map { (key, JSONValue.string($0)) } }
        let created = try (query.freshchatTime("created_from"), query.freshchatTime("created_to"))
        let updated = try (query.freshchatTime("updated_from"), query.freshchatTime("updated_to"))
        guard !texts.isEmpty || created != (nil, nil) || updated != (nil, nil) else {
            throw FreshchatReplies.invalid("at least one filter is required")
        }
        func isWithin(_ range: (from: String?, to: String?), _ time: JSONValue?) -> Bool {
            let time = time?.stringValue ?? ""
            return (range.from ?? "") <= time && time <= (range.to ?? "9999")
        }
        let found = users.all.filter { user in
            texts.allSatisfy { key, text in user[key].isSameText(as: text) }
                && isWithin(created, user["created_time"]) && isWithin(updated, user["updated_time"])
        }
        let keys = ["first_name", "last_name", "email", "created_time", "updated_time"]
        return try FreshchatPage(query).reply(
            try query.sorted(found, by: keys), to: request, key: "users", rel: "user")
    }
}
