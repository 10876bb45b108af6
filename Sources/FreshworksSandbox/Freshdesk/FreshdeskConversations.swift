import FreshworksCore

/// Replies and notes.
extension FreshdeskService {
    /// Notes alone can be changed: replies went out.
    static let conversations = FreshdeskRecords(
        "conversations", noun: "conversation", firstID: 70_105_000_000, calls: [.update, .delete],
        scope: "tickets.conversations",
        rules: FreshdeskRecords.Rules(
            allowsChange: requireNote, settle: settleConversation, check: checkConversation, kept: keepConversation,
            show: showConversation)
    ) {
        RecordKey.nulls("ticket_id", "user_id")
        RecordKey("body", .filled, "").required
        RecordKey.nulls("body_text", "structured_body", "support_email")
        RecordKey.files("attachments", [])
        RecordKey("private", .flag, false).readOnly
        RecordKey("incoming", .flag, false).readOnly
        RecordKey("source", .integer, 0).readOnly.onlyInLists
        RecordKey("category", .integer, 3).readOnly.onlyInLists
        RecordKey.nulls("from_email")
        RecordKey("to_emails", .addresses, []).readOnly.onlyInLists
        RecordKey("cc_emails", .addresses, []).readOnly
        RecordKey("bcc_emails", .addresses, []).readOnly
        RecordKey("auto_response", .flag, false).readOnly.onlyInLists
        RecordKey("delivery_details", .object, ["failed_emails": [], "pending_emails": []]).readOnly.onlyInLists
        for key in RecordKey.nulls(
            "last_edited_at", "last_edited_user_id", "email_failure_count", "outgoing_failures", "thread_id",
            "thread_message_id", "automation_id", "automation_type_id", "source_additional_info", "threading_type")
        { key.onlyInLists }
    }

    static let conversationRoutes = [
        Route<FreshdeskService>(
            "GET", "tickets/{id}/conversations", scope: "tickets.conversations.view", listConversations),
        Route<FreshdeskService>("POST", "tickets/{id}/reply", scope: "tickets.conversations.create", reply),
        Route<FreshdeskService>("POST", "tickets/{id}/notes", scope: "tickets.conversations.create", addNote),
    ]

    @RecordKeys private static var newKeys: [RecordKey] {
        RecordKey("body", .filled)
        RecordKey("structured_body", .object)
        RecordKey("user_id", .id)
        RecordKey.files("attachments", [])
    }

    @RecordKeys private static var replyKeys: [RecordKey] {
        newKeys
        RecordKey("from_email", .address)
        RecordKey("cc_emails", .addresses)
        RecordKey("bcc_emails", .addresses)
    }

    @RecordKeys private static var noteKeys: [RecordKey] {
        newKeys
        RecordKey("private", .flag)
        RecordKey("incoming", .flag)
        RecordKey("notify_emails", .addresses)
    }

    private static func listConversations(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.refuse(service.check(request.query, conversations), conversations)
        return try service.reply(
            service.all(conversations).filter { $0["ticket_id"] == ticket["id"] }, conversations, request)
    }

    private static func reply(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        let requester = service[contacts, ticket["requester_id"]]
        let agent = service[agents, ticket["requester_id"]]?["contact"]
        let address = requester?["email"] ?? agent?["email"] ?? .null
        let support = JSONValue.string(service.supportAddress)
        return try service.add(
            request, replyKeys,
            ["to_emails": address.isNull ? [] : [address], "support_email": support, "from_email": support])
    }

    private static func addNote(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try service.add(request, noteKeys, ["source": 2, "private": true, "bcc_emails": .null])
    }

    /// Adds what a request says to a ticket, and what goes without saying.
    mutating func add(
        _ request: SandboxRequest, _ keys: [RecordKey], _ values: JSONObject
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try record(of: Self.tickets, request)
        try Self.requireLive(ticket, request)
        var record = blank(Self.conversations, id: request.seed["id"], at: request.now)
        record["ticket_id"] = ticket["id"]
        record["user_id"] = try caller(of: request)["id"]
        for (key, value) in values { record[key] = value }
        let body = try RecordBody(freshdesk: request, keys)
        let judged = Writing(body, of: record, keys, isNew: true, Self.manners, request)
        let writing = try write(judged, Self.conversations)
        return reply(writing.record, .created, Self.conversations, request)
    }

    private static func requireNote(_ conversation: JSONObject, _ request: SandboxRequest) throws(SandboxReply) {
        guard conversation["source"] == 2 || request.method == "DELETE" else {
            throw FreshdeskReplies.wrongMethod(request.method, allowed: ["DELETE"])
        }
    }

    private static func settleConversation(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        let contents = writing["structured_body"]?["body_contents"]?.arrayValue ?? []
        let structured = contents.compactMap { $0.value(at: ["data", "content"])?.stringValue }.joined(separator: " ")
        let body = FreshdeskHTML.wrapped(writing["body"] ?? (writing.isNew ? structured : writing.record["body"]) ?? "")
        writing.record["body"] = .string(body)
        writing.record["body_text"] = .string(FreshdeskHTML.text(body))
        writing.record["structured_body"] = FreshdeskHTML.structured(body, "body_contents")
        writing.record["to_emails"] = writing["notify_emails"] ?? writing.record["to_emails"]
        // Answers to a forward have a category of their own.
        if writing.record["category"] != 6 { writing.record["category"] = writing.record["private"] == true ? 2 : 3 }
        guard !writing.isNew else { return }
        writing.record["last_edited_at"] = .seconds(writing.request.now)
        writing.record["last_edited_user_id"] = try service.caller(of: writing.request)["id"]
    }

    private static func checkConversation(
        _ writing: inout Writing, _ service: FreshdeskService
    ) throws(SandboxReply) {
        let isEmpty = writing["body"] == nil && writing["structured_body"] == nil
        if writing.isNew && isEmpty && !writing.hasRefused(["body", "structured_body"]) {
            writing.refuse("body", .missing)
        }
        // Agents alone can reply; notes may be a customer's too.
        let authors = writing.record["source"] == 2 ? [agents, contacts] : [agents]
        if let author = writing["user_id"], !authors.contains(where: { service[$0, author] != nil }) {
            writing.refuse("user_id", .dangling("contact"))
        }
        service.checkFiles(&writing, of: writing.record["ticket_id"])
    }

    @Sendable private static func keepConversation(_ writing: inout Writing, _ service: inout FreshdeskService) {
        let files = service.attachments.add(writing.files("attachments"), now: writing.request.now)
        writing.record["attachments"] = .array((writing.record["attachments"]?.arrayValue ?? []) + files)
        guard writing.isNew, var ticket = service[tickets, writing.record["ticket_id"]] else { return }
        let now = JSONValue.seconds(writing.request.now)
        ticket["updated_at"] = now
        if writing.record["source"] == 0 {
            let first = ticket["stats"]?["first_responded_at"] ?? .null
            ticket.merge("stats", ["agent_responded_at": now, "first_responded_at": first.isNull ? now : first])
        }
        service.keep(ticket, tickets)
    }

    /// A row tells more than the answer to a creation, which differs for replies and notes.
    @Sendable private static func showConversation(
        _ shown: inout JSONObject, _ conversation: JSONObject, _ view: RecordView, _ service: FreshdeskService,
        _ request: SandboxRequest
    ) {
        shown["attachments"] = service.files(of: conversation, sizeKey: "size", request)
        guard view != .row else { return }
        if conversation["source"] == 8 {
            for key in ["source", "category", "to_emails", "email_failure_count", "outgoing_failures"] {
                shown[key] = conversation[key] ?? .null
            }
            for (key, value) in ["deleted": false, "cloud_files": [], "has_quoted_text": false] as JSONObject {
                shown[key] = value
            }
            return
        }
        let isNote = conversation["source"] == 2
        for key in isNote ? ["from_email", "cc_emails", "bcc_emails"] : ["incoming", "private"] { shown[key] = nil }
        shown[isNote ? "notified_to" : "replied_to"] = conversation["to_emails"]
    }
}
