import FreshworksCore

extension FreshdeskService {
    static let conversationRoutes = [
        Route<FreshdeskService>("GET", "tickets/{id}/conversations") { request, service throws(SandboxReply) in
            try service.listConversations(request)
        },
        Route<FreshdeskService>("POST", "tickets/{id}/reply") { request, service throws(SandboxReply) in
            try service.reply(request)
        },
        Route<FreshdeskService>("POST", "tickets/{id}/notes") { request, service throws(SandboxReply) in
            try service.addNote(request)
        },
        Route<FreshdeskService>("PUT", "conversations/{id}") { request, service throws(SandboxReply) in
            try service.updateNote(request)
        },
        Route<FreshdeskService>("DELETE", "conversations/{id}") { request, service throws(SandboxReply) in
            let index = try service.conversationIndex(request)
            try request.checkBare()
            service.conversations.remove(at: index)
            return .empty(204)
        },
    ]

    private static let newFields = [
        FreshdeskField("body", .text, required: true), FreshdeskField("structured_body", .object),
        FreshdeskField("user_id", .id), FreshdeskField("attachments", .files),
    ]

    private static let replyFields =
        newFields + [
            FreshdeskField("from_email", .email), FreshdeskField("cc_emails", .emails),
            FreshdeskField("bcc_emails", .emails),
        ]

    private static let noteFields =
        newFields + [
            FreshdeskField("private", .flag), FreshdeskField("incoming", .flag),
            FreshdeskField("notify_emails", .emails),
        ]

    private static let updateFields = [
        FreshdeskField("body", .text, required: true), FreshdeskField("attachments", .files),
    ]

    private func conversationIndex(_ request: SandboxRequest) throws(SandboxReply) -> Int {
        let id = try request.id()
        guard let index = conversations.firstIndex(where: { $0.id == id }) else { throw .empty(404) }
        return index
    }

    private func listConversations(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let id = tickets[try ticketIndex(request)].id
        var validation = FreshdeskValidation()
        validation.allowOnly(FreshdeskPage.parameters, in: request.query)
        let page = FreshdeskPage(request.query, &validation)
        try validation.finish()
        return page.reply(conversations.filter { $0.ticketID == id }, to: request) { row($0, request) }
    }

    private mutating func reply(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let (index, caller) = (try changeableTicketIndex(request), try caller(of: request))
        let body = try newBody(request, Self.replyFields, on: tickets[index].id, authors: Set(agents.map(\.id)))
        var reply = make(.reply, body, on: tickets[index], by: caller.id, request)
        reply.supportEmail = supportAddress
        reply.fromEmail = body["from_email"] ?? supportAddress
        reply.ccEmails = body["cc_emails"] ?? []
        reply.bccEmails = body["bcc_emails"] ?? []
        let requester = tickets[index].requesterID
        let email = contacts.first { $0.id == requester }?.email ?? agents.first { $0.id == requester }?.email
        reply.toEmails = email.map { [.string($0)] } ?? []
        conversations.append(reply)
        tickets[index].stats.agentReplied(at: request.now)
        return FreshdeskReplies.created(replyJSON(reply, request), at: "conversations/\(reply.id)", request)
    }

    private mutating func addNote(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let (index, caller) = (try changeableTicketIndex(request), try caller(of: request))
        let body = try newBody(
            request, Self.noteFields, on: tickets[index].id, authors: Set(agents.map(\.id) + contacts.map(\.id)))
        var note = make(.note, body, on: tickets[index], by: caller.id, request)
        note.isPrivate = body["private"] ?? true
        note.isIncoming = body["incoming"] ?? false
        note.toEmails = body["notify_emails"] ?? []
        conversations.append(note)
        return FreshdeskReplies.created(noteJSON(note, request), at: "conversations/\(note.id)", request)
    }

    private mutating func updateNote(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let index = try conversationIndex(request)
        // Replies went out and cannot be changed.
        guard conversations[index].kind == .note else {
            throw FreshdeskReplies.wrongMethod(request.method, allowed: ["DELETE"])
        }
        let editor = try caller(of: request).id
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: request.query)
        let body = try FreshdeskBody(request, Self.updateFields, isUpdate: true, &validation)
        check(body.files("attachments"), on: conversations[index].ticketID, &validation)
        try validation.finish()
        if let text = body["body"]?.stringValue { conversations[index].body = FreshdeskHTML.wrapped(text) }
        conversations[index].attachments += attachments.add(body.files("attachments"), now: request.now)
        conversations[index].lastEditedAt = request.now
        conversations[index].lastEditedBy = editor
        conversations[index].updatedAt = request.now
        return .json(200, noteJSON(conversations[index], request))
    }

    /// Reads what a reply and a note have in common.
    /// - Parameter authors: Who `user_id` may name.
    private func newBody(
        _ request: SandboxRequest, _ fields: [FreshdeskField], on ticketID: Int64, authors: Set<Int64>
    ) throws(SandboxReply) -> FreshdeskBody {
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: request.query)
        let body = try FreshdeskBody(request, fields, isUpdate: true, &validation)
        if body["body"] == nil && body["structured_body"] == nil && !validation.hasRefused(["body", "structured_body"])
        {
            validation.refuse("body", "missing_field", "Mandatory attribute missing")
        }
        if let author = body["user_id"]?.int64Value, !authors.contains(author) {
            validation.refuseUnknown("contact", "user_id")
        }
        check(body.files("attachments"), on: ticketID, &validation)
        try validation.finish()
        return body
    }

    private mutating func make(
        _ kind: FreshdeskConversation.Kind, _ body: FreshdeskBody, on ticket: FreshdeskTicket, by caller: Int64,
        _ request: SandboxRequest
    ) -> FreshdeskConversation {
        let contents = body["structured_body"]?["body_contents"]?.arrayValue ?? []
        let structured = contents.compactMap { $0.value(at: ["data", "content"])?.stringValue }.joined(separator: " ")
        conversationsMade += 1
        tickets[Int(ticket.id) - 1].updatedAt = request.now
        return FreshdeskConversation(
            id: 70_105_000_000 + conversationsMade, ticketID: ticket.id, userID: body["user_id"] ?? caller, kind: kind,
            body: FreshdeskHTML.wrapped(body["body"] ?? structured),
            attachments: attachments.add(body.files("attachments"), now: request.now), createdAt: request.now,
            updatedAt: request.now)
    }
}
