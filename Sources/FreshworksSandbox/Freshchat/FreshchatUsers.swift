import Foundation
import FreshworksCore

/// Users, whom others call contacts.
extension FreshchatService {
    static let users = FreshchatRecords(
        "users", noun: "user",
        filters: [
            .equal("first_name"), .equal("last_name"), .equal("email"), .equal("reference_id"),
            // The phone number has another name here than in bodies.
            .text("phone_no") { $0["phone"]?.isSame(as: $1) ?? false },
            .time("created_from", "created_time", upTo: false), .time("created_to", "created_time", upTo: true),
            .time("updated_from", "updated_time", upTo: false), .time("updated_to", "updated_time", upTo: true),
        ],
        sortKeys: ["first_name", "last_name", "email", "created_time", "updated_time"],
        rules: FreshchatRecords.Rules(begin: beginUser, settle: settleUser)
    ) {
        RecordKey("updated_time", .text).readOnly
        RecordKey("email", .email, nil).unique
        RecordKey("first_name", .text, nil)
        RecordKey("last_name", .text, nil)
        RecordKey("phone", .text, nil)
        RecordKey("reference_id", .filled, nil).unique
        RecordKey("avatar", avatar, [:])
        RecordKey(
            "properties", .list(of: .object(["name": .filled, "value": .text], required: ["name", "value"])), [])
        RecordKey("social_profiles", socialProfiles, [])
        RecordKey("restore_id", .text).readOnly
        RecordKey("login_status", .flag, false).readOnly
        RecordKey("org_contact_id", .text).readOnly
    }

    static let avatar = JSONShape.object(["url": .text])
    static let socialProfiles = JSONShape.list(
        of: .object(
            ["type": .choice("facebook", "twitter", "skype", "linkedin"), "id": .text], required: ["type", "id"]))

    static let userRoutes = [
        Route<FreshchatService>("POST", "users/fetch", scope: "users.view", fetchUsers),
        Route<FreshchatService>("GET", "users/{id}/conversations", scope: "conversation.view", conversationsOfUser),
    ]

    private static func fetchUsers(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let body = try request.freshchatBody(
            .object(["ids": .list(of: .text, atLeast: 1, atMost: 100)], required: ["ids"]))
        // Unknown ids are simply absent.
        let found = (body["ids"]?.arrayValue ?? []).compactMap { service[users, $0] }
        return FreshchatReplies.ok(["users": .array(found.map(JSONValue.object))])
    }

    private static func conversationsOfUser(
        _ request: SandboxRequest, _ service: inout FreshchatService
    ) throws(SandboxReply) -> SandboxReply {
        let id = try service.record(of: users, request)["id"]
        let own = service.all(conversations).filter { $0["user_id"] == id }
        return FreshchatReplies.ok(["conversations": .array(own.map { ["id": $0["conversation_id"] ?? .null] })])
    }

    @Sendable private static func beginUser(_ user: inout JSONObject, _ service: FreshchatService) {
        var generator = service.ids
        _ = generator.uuid()
        user["restore_id"] = .string(generator.uuid())
        user["org_contact_id"] = .string("\(1_712_345_678_901_230_000 + service.made)")
    }

    /// Properties are merged by name, all else is replaced.
    private static func settleUser(_ writing: inout Writing, _ service: FreshchatService) throws(SandboxReply) {
        guard !writing.sent.isEmpty else { throw FreshchatReplies.invalid("at least one attribute is required") }
        var properties = writing.base["properties"]?.arrayValue ?? []
        for property in writing["properties"]?.arrayValue ?? [] {
            properties.removeAll { $0["name"] == property["name"] }
            properties.append(property)
        }
        writing.record["properties"] = .array(properties)
    }

    mutating func seedUsers(_ options: Sandbox.Options, now: Date) {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshchat users")
        for index in 0..<30 {
            let id = JSONValue.string(generator.uuid())
            let person = InventedPerson(index + 40, at: "visitor.example")
            var user = blank(Self.users, id: id, at: now.addingTimeInterval(Double(index - 30) * 86_400))
            user["restore_id"] = .string(generator.uuid())
            user["first_name"] = .string(person.firstName)
            // Every tenth is an anonymous visitor.
            if index % 10 != 9 {
                user["last_name"] = .string(person.lastName)
                user["email"] = .string(person.email)
                user["phone"] = .string("+1415555\(1000 + index)")
                user["reference_id"] = .string("crm-\(1001 + index)")
                user["properties"] = [["name": "plan", "value": .string(generator.pick(["gold", "silver"]))]]
            }
            spendID(id, of: Self.users)
            keep(user, Self.users)
        }
    }
}
