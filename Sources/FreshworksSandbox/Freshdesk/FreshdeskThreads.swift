import Foundation
import FreshworksCore

/// Conversations beside tickets, and messages that the account sends by itself. Ids are texts here.
extension FreshdeskService {
    static let threads = FreshdeskRecords(
        "collaboration/threads", noun: "thread", firstID: 1_000, calls: [.view, .delete],
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator,
            settle: { (writing, service) throws(SandboxReply) in
                let me = try service.caller(of: writing.request)["id"].map { JSONValue.string("\($0)") }
                if writing.isNew { writing.record["created_by"] = me }
                writing.record["updated_by"] = me
            }, check: checkThread,
            removed: { thread, service, _ in
                for message in service.all(threadMessages) where message["thread_id"] == thread["id"].map(quoted) {
                    service.remove(message, threadMessages)
                }
            }, show: showThread)
    ) {
        RecordKey("type", .choice("forward", "discussion", "private")).required.creationOnly
        RecordKey("title", .text.orNull)
        RecordKey.nulls("created_by", "updated_by")
        RecordKey("parent", place).required.creationOnly
        RecordKey("anchor", place.orNull).creationOnly
        RecordKey("participants", .object, ["emails": .null, "agents": []]).creationOnly
        RecordKey("additional_info", .object, [:])
        RecordKey("is_read", .flag, true).readOnly
    }

    static let threadMessages = FreshdeskRecords(
        "collaboration/messages", noun: "message", firstID: 2_000, calls: [.create, .view, .delete],
        rules: FreshdeskRecords.Rules(
            admits: requireAdministrator, settle: settleMessage, check: checkMessage,
            show: { shown, message, _, _, _ in shown["id"] = message["id"].map(quoted) })
    ) {
        RecordKey("body", .filled).required
        RecordKey("body_text", .text, "")
        RecordKey("thread_id", .any).required.creationOnly
        RecordKey.nulls("created_by")
        RecordKey("attachment_ids", .list(of: .any), [])
        RecordKey("inline_attachment_ids", .list(of: .any).orNull)
        RecordKey("participants", .object, ["email": .null, "tagged_users": .null])
        RecordKey("edited", .flag, false).readOnly
        RecordKey("source", .integer, 1).readOnly
        RecordKey("additional_info", .object, [:])
        RecordKey.texts("full_message", "full_message_text")
    }

    private static let place = JSONShape.object(
        ["id": .any, "type": .choice("ticket", "conversation")], required: ["id", "type"])

    static let threadRoutes = [
        // A new thread comes as a list of one, a changed record as a part of itself.
        Route<FreshdeskService>("POST", "collaboration/threads", scope: "collaboration_threads.create") {
            (request, service) throws(SandboxReply) in
            try requireAdministrator(request, service)
            let made = try service.write(try service.judge(request, of: nil, threads), threads)
            return .json(201, .array([service.show(made.record, .created, threads, request)]))
        },
        Route<FreshdeskService>("PUT", "collaboration/threads/{id}", scope: "collaboration_threads.edit") {
            (request, service) throws(SandboxReply) in
            try service.changePart(of: threads, showing: ["title", "linked_object"], request)
        },
        Route<FreshdeskService>("PUT", "collaboration/messages/{id}", scope: "collaboration_messages.edit") {
            (request, service) throws(SandboxReply) in
            let shown = ["body", "attachment_ids", "inline_attachment_ids", "additional_info"]
            return try service.changePart(of: threadMessages, showing: shown, request)
        },
        Route<FreshdeskService>(
            "GET", "collaboration/messages/{id}/generate-quote", scope: "collaboration_messages.view"
        ) { (request, service) throws(SandboxReply) in
            let message = try service.record(of: threadMessages, request)
            try service.checkBare(request)
            let body = message["body"]?.stringValue ?? ""
            return .json(
                200, ["quoted_text": .string("<blockquote class=\"freshdesk_quote\">\(body)</blockquote>")])
        },
        Route<FreshdeskService>("POST", "contact-activities", scope: "contacts.edit", publishActivity),
        Route<FreshdeskService>("POST", "channels/outbound-messages", scope: "outbound.create", sendMessage),
        Route<FreshdeskService>("GET", "channels/outbound-messages/{message}", scope: "outbound.view", viewMessage),
    ]

    private mutating func changePart(
        of collection: FreshdeskRecords, showing keys: [String], _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let record = try record(of: collection, request)
        let changed = try write(try judge(request, of: record, collection), collection).record
        let whole = show(changed, .updated, collection, request).objectValue ?? changed
        return .json(200, .object(JSONObject(whole.filter { keys.contains($0.key) }.map { ($0.key, $0.value) })))
    }

    private static func quoted(_ id: JSONValue) -> JSONValue { .string("\(id)") }

    @Sendable private static func checkThread(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        guard writing.isNew, let place = writing["parent"] else { return }
        let id = place["id"].flatMap { Int64(json: $0) }
        if place["type"] != "ticket" || id.flatMap({ service[tickets, .int($0)] }) == nil {
            writing.refuse("parent", .dangling("ticket"))
        }
    }

    @Sendable private static func showThread(
        _ shown: inout JSONObject, _ record: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        let id = record["id"].map(quoted) ?? .null
        let own = service.all(threadMessages).filter { $0["thread_id"] == id }
        shown["id"] = id
        shown["linked_object"] = [
            "id": id, "type": "thread-messages",
            "attributes": [
                "last_activity_at": own.last?["created_at"] ?? .null, "message_count": .string(String(own.count)),
            ],
        ]
    }

    @Sendable private static func settleMessage(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        if writing["body_text"] == nil {
            writing.record["body_text"] = .string(FreshdeskHTML.text(writing.record["body"]?.stringValue ?? ""))
        }
        writing.record["edited"] = .bool(!writing.isNew)
        guard writing.isNew else { return }
        writing.record["created_by"] = try service.caller(of: writing.request)["id"].map(quoted)
        writing.record["thread_id"] = writing["thread_id"].flatMap { Int64(json: $0) }.map { .string(String($0)) }
    }

    @Sendable private static func checkMessage(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        guard writing.isNew, let sent = writing["thread_id"] else { return }
        if Int64(json: sent).flatMap({ service[threads, .int($0)] }) == nil {
            writing.refuse("thread_id", .dangling("thread"))
        }
    }

    /// Adds to the history of a contact, and makes the contact where none fits.
    private static func publishActivity(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let activity = JSONShape.object(
            [
                "name": .filled, "timestamp": .time, "description": .text, "link": .text,
                "actor": .object(["id": .text, "name": .text, "type": .filled], required: ["type"]),
                "source": .object(["id": .text, "name": .filled], required: ["name"]), "object": .object,
                "context": .object,
            ], required: ["name", "actor", "source"])
        let contact = JSONShape.object([
            "email": .address, "twitter_id": .text, "unique_external_id": .text, "facebook_id": .text, "id": .id,
            "name": .text, "is_actor": .flag,
        ])
        let writing = try service.sent(request) {
            RecordKey("activity", activity).required
            RecordKey("contact", contact).required
        }
        let person = writing["contact"]?.objectValue ?? JSONObject()
        let names = ["email", "twitter_id", "unique_external_id", "facebook_id", "id"]
        guard let key = names.first(where: { person[$0] != nil }) else {
            try service.refuse("contact", .missing)
            return .empty(400)
        }
        if !service.all(contacts).contains(where: { $0[key] == person[key] }) {
            guard key != "id", key != "facebook_id" else {
                try service.refuse("contact", .dangling("contact"))
                return .empty(400)
            }
            var new: JSONObject = [key: person[key] ?? .null]
            new["name"] = person["name"] ?? person[key]
            _ = try service.call("POST", ["contacts"], new, request)
        }
        return .empty(200)
    }

    static let outboundMessages = FreshdeskRecords(
        "channels/outbound-messages", noun: "message", firstID: 70_007_000_000, calls: []
    ) {
        RecordKey("from", .object(["channel_identifier": .filled], required: ["channel_identifier"])).required
        RecordKey("to", .object(["recipient_identifier": .filled], required: ["recipient_identifier"])).required
        RecordKey("channel_type", .choice("WHATSAPP")).required
        RecordKey(
            "message",
            .object(
                [
                    "type": .choice("TEMPLATE"),
                    "template": .object(
                        [
                            "name": .filled, "language": .object(["code": .filled], required: ["code"]),
                            "components": .objects,
                        ], required: ["name", "language"]),
                ], required: ["type", "template"])
        ).required
        RecordKey("external_reference_id", .text, nil)
        RecordKey("note_policy", .object, nil)
        RecordKey("ticket_properties", .object(["tags": .texts, "custom_fields": .object]), nil)
        RecordKey("status", .text, "DELIVERED").readOnly
    }

    private static func messageID(_ record: JSONObject) -> JSONValue { .string("MSG\(record["id"] ?? .null)") }

    private static func sendMessage(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let made = try service.write(try service.judge(request, of: nil, outboundMessages), outboundMessages).record
        return .json(
            202,
            ["success": true, "message_id": messageID(made), "description": "Message accepted successfully"])
    }

    private static func viewMessage(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try service.checkBare(request)
        let id = JSONValue.string(request.parameters["message"] ?? "")
        guard var message = service.all(outboundMessages).first(where: { messageID($0) == id }) else {
            throw .empty(404)
        }
        message["created_on"] = .int(Int64(message.time("created_at").timeIntervalSince1970 * 1000))
        for key in ["id", "created_at", "updated_at"] { message[key] = nil }
        message["message_id"] = id
        return .json(200, .object(message))
    }
}
