import Foundation
import FreshworksCore

/// The community: categories, forums, topics and comments, and who follows them.
extension FreshdeskService {
    static let forumCategories = FreshdeskRecords(
        "discussions/categories", noun: "category", firstID: 70_006_000_000,
        rules: FreshdeskRecords.Rules(removed: removeDiscussions)
    ) {
        RecordKey("name", .filled).required.unique
        RecordKey.texts("description")
    }

    static let forums = FreshdeskRecords(
        "discussions/forums", noun: "forum", firstID: 70_006_100_000,
        in: FreshdeskRecords.Parent("discussions/categories", "forums", key: "forum_category_id"),
        rules: FreshdeskRecords.Rules(check: checkForum, removed: removeDiscussions, show: showForum)
    ) {
        RecordKey("name", .filled).required.unique
        RecordKey.texts("description")
        RecordKey("position", .integer, 1).readOnly
        RecordKey("forum_category_id", .id, .null).updateOnly.pointing(to: "discussions/categories", "category")
        RecordKey("forum_type", .number(of: Array(1...4)), 1).required
        RecordKey("forum_visibility", .number(of: Array(1...4)), 1).required
        RecordKey("company_ids", .ids, nil).pointing(to: "companies", "company")
        followers
    }

    static let forumTopics = FreshdeskRecords(
        "discussions/topics", noun: "topic", firstID: 70_006_200_000,
        in: FreshdeskRecords.Parent("discussions/forums", "topics", key: "forum_id"),
        rules: FreshdeskRecords.Rules(
            settle: { (writing, service) throws(SandboxReply) in
                if writing.isNew { writing.record["user_id"] = try service.caller(of: writing.request)["id"] }
            }, check: checkStamp, kept: keepMessage, removed: removeDiscussions, show: showTopic)
    ) {
        RecordKey("title", .filled).required
        RecordKey("message", .filled).required.onlyInRequests
        RecordKey("forum_id", .id, .null).updateOnly.pointing(to: "discussions/forums", "forum")
        RecordKey.nulls("user_id")
        RecordKey("locked", .flag, false)
        RecordKey("published", .flag, true).readOnly
        RecordKey("stamp_type", .number(of: Array(1...9)).orNull)
        RecordKey("hits", .integer, 0).readOnly
        RecordKey("user_votes", .integer, 0).readOnly
        RecordKey.nulls("merged_topic_id")
        RecordKey("sticky", .flag, false)
        followers
    }

    static let forumComments = FreshdeskRecords(
        "discussions/comments", noun: "comment", firstID: 70_006_300_000, calls: [.list, .create, .update, .delete],
        in: FreshdeskRecords.Parent("discussions/topics", "comments", key: "topic_id"),
        rules: FreshdeskRecords.Rules(settle: settleComment, check: checkComment)
    ) {
        RecordKey("body", .filled).required
        RecordKey("body_text", .text, "").readOnly
        RecordKey.nulls("topic_id", "forum_id", "user_id")
        RecordKey("answer", .flag, false).updateOnly
        RecordKey("published", .flag, true).readOnly
        RecordKey.nulls("spam")
        RecordKey("trash", .flag, false).readOnly
    }

    /// Who follows a forum or a topic.
    private static let followers = RecordKey("followers", .any, []).readOnly.onlyIfAsked

    static let discussionRoutes =
        [
            Route<FreshdeskService>("GET", "discussions/topics/followed_by", scope: "discussions_topics.view") {
                (request, service) throws(SandboxReply) in
                try service.topics(request) { topic, user, _ in
                    topic["followers"]?.arrayValue?.contains(user) ?? false
                }
            },
            Route<FreshdeskService>("GET", "discussions/topics/participated_by", scope: "discussions_topics.view") {
                (request, service) throws(SandboxReply) in
                try service.topics(request) { topic, user, service in
                    service.all(forumComments).contains { $0["topic_id"] == topic["id"] && $0["user_id"] == user }
                }
            },
        ] + [forums, forumTopics].flatMap(followRoutes)

    private static func followRoutes(of collection: FreshdeskRecords) -> [Route<FreshdeskService>] {
        let path = "\(collection.path)/{id}/follow"
        return [
            Route<FreshdeskService>("POST", path, scope: "\(collection.scope).edit") {
                (request, service) throws(SandboxReply) in
                var record = try service.record(of: collection, request)
                var user = try service.caller(of: request)["id"] ?? .null
                if !request.body.isEmpty {
                    let writing = try service.sent(request) { RecordKey("user_id", .id) }
                    user = writing["user_id"] ?? user
                }
                guard service.holds(user, in: "users") else {
                    try service.refuse("user_id", .dangling("user"))
                    return .empty(400)
                }
                record["followers"] = .array((record["followers"]?.arrayValue ?? []).filter { $0 != user } + [user])
                service.keep(record, collection)
                return .empty(204)
            },
            Route<FreshdeskService>("DELETE", path, scope: "\(collection.scope).edit") {
                (request, service) throws(SandboxReply) in
                var record = try service.record(of: collection, request)
                let user = try service.user(request)
                record["followers"] = .array((record["followers"]?.arrayValue ?? []).filter { $0 != user })
                service.keep(record, collection)
                return .empty(204)
            },
            Route<FreshdeskService>("GET", path, scope: "\(collection.scope).view") {
                (request, service) throws(SandboxReply) in
                let record = try service.record(of: collection, request)
                let user = try service.user(request)
                let isFollowed = record["followers"]?.arrayValue?.contains(user) ?? false
                return .empty(isFollowed ? 204 : 404)
            },
        ]
    }

    /// Whom a query names: others than the caller need an administrator.
    private func user(_ request: SandboxRequest, besides names: Set<String> = []) throws(SandboxReply) -> JSONValue {
        try refuse(request.query.strangers(besides: names.union(["user_id"])), nil)
        let me = try caller(of: request)["id"] ?? .null
        guard let text = request.query["user_id"] else { return me }
        guard let id = SandboxRequest.id(text) else {
            try refuse("user_id", .mismatch("Positive Integer"))
            return me
        }
        if .int(id) != me { try Self.requireAdministrator(request, self) }
        return .int(id)
    }

    private func topics(
        _ request: SandboxRequest, where fits: (JSONObject, JSONValue, FreshdeskService) -> Bool
    ) throws(SandboxReply) -> SandboxReply {
        let user = try user(request, besides: ["page", "per_page"])
        try refuse(FreshdeskPage(request.query, lastPage: .max).flaws, nil)
        return try reply(all(Self.forumTopics).filter { fits($0, user, self) }, Self.forumTopics, request)
    }

    @Sendable private static func checkForum(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        let hasTopics = service.all(forumTopics).contains { $0["forum_id"] == writing.record["id"] }
        if !writing.isNew, hasTopics, let type = writing["forum_type"], type != writing.base["forum_type"] {
            writing.refuse("forum_type", .said(code: "incompatible_field", "The forum has topics"))
        }
        if writing["company_ids"] != nil, writing.record["forum_visibility"] != 4 {
            writing.refuse("company_ids", .said(code: "incompatible_field", "The forum is not for companies"))
        }
    }

    @Sendable private static func checkStamp(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        guard let stamp = writing["stamp_type"]?.int64Value,
            let type = service[forums, writing.record["forum_id"]]?["forum_type"]?.int64Value
        else { return }
        let known: [Int64: [Int64]] = [1: [6, 7], 2: [1, 2, 3, 4, 5], 3: [8, 9]]
        let stamps = known[type] ?? []
        if !stamps.contains(stamp) { writing.refuse("stamp_type", .choice(stamps.map(String.init))) }
    }

    /// The message is the first comment.
    @Sendable private static func keepMessage(_ writing: inout Writing, _ service: inout FreshdeskService) {
        guard let message = writing["message"] else { return }
        let (topic, now) = (writing.record, writing.request.now)
        var comment =
            service.all(forumComments).first { $0["topic_id"] == topic["id"] } ?? service.blank(forumComments, at: now)
        comment["topic_id"] = topic["id"]
        comment["forum_id"] = topic["forum_id"]
        comment["user_id"] = topic["user_id"]
        comment["body"] = message
        comment["body_text"] = .string(FreshdeskHTML.text(message.stringValue ?? ""))
        if let id = comment["id"] { service.spendID(id, of: forumComments) }
        service.keep(comment, forumComments)
    }

    @Sendable private static func settleComment(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        writing.record["body_text"] = .string(FreshdeskHTML.text(writing.record["body"]?.stringValue ?? ""))
        guard writing.isNew else { return }
        writing.record["user_id"] = try service.caller(of: writing.request)["id"]
        writing.record["forum_id"] = service[forumTopics, writing.record["topic_id"]]?["forum_id"]
    }

    @Sendable private static func checkComment(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        if writing.isNew, service[forumTopics, writing.record["topic_id"]]?["locked"] == true {
            throw FreshdeskReplies.refusal(409, "inconsistent_state", "The topic is locked")
        }
    }

    /// A category goes with its forums, a forum with its topics, a topic with its comments.
    @Sendable private static func removeDiscussions(
        _ record: JSONObject, _ service: inout FreshdeskService, _ request: SandboxRequest
    ) {
        for (collection, key) in [
            (forums, "forum_category_id"), (forumTopics, "forum_id"), (forumComments, "topic_id"),
        ] {
            for inner in service.all(collection) where inner[key] == record["id"] {
                service.remove(inner, collection)
                removeDiscussions(inner, &service, request)
            }
        }
    }

    @Sendable private static func showForum(
        _ shown: inout JSONObject, _ record: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        for key in ["created_at", "updated_at"] { shown[key] = nil }
        shown["topics_count"] = .int(service.all(forumTopics).count { $0["forum_id"] == record["id"] })
        shown["posts_count"] = .int(service.all(forumComments).count { $0["forum_id"] == record["id"] })
    }

    @Sendable private static func showTopic(
        _ shown: inout JSONObject, _ record: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        let own = service.all(forumComments).filter { $0["topic_id"] == record["id"] }
        shown["posts_count"] = .int(own.count)
        shown["replied_by"] = own.last?["user_id"] ?? .null
        shown["replied_at"] = own.last?["created_at"] ?? .null
    }
}
