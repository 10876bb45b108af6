/// Replies and notes by their own id; those of a ticket are under ``FreshdeskClient/tickets``. Source: Freshdesk API v2,
/// conversations.
public struct ConversationEndpoints: Sendable {
    let api: APIClient

    /// Changes a note; replies cannot be changed. `PUT /conversations/{id}`
    ///
    /// Files are added, 20 MB in all with those that the ticket has.
    @discardableResult
    public func update(
        _ id: Int64, _ update: ConversationUpdate, attachments: [AttachmentUpload] = [],
        options: CallOptions = CallOptions()
    ) async throws -> Conversation {
        try await api.send(
            Endpoint(
                "conversations.update", .put, "conversations/\(id)",
                body: try .json(update, files: .attachments(attachments))
            ).advising(.methodNotAllowed, "Only notes can be changed: a reply has gone out."), options)
    }

    /// Deletes a reply or note. `DELETE /conversations/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("conversations.delete", .delete, "conversations/\(id)"), options)
    }
}

extension TicketEndpoints {
    /// The replies and notes of a ticket, the oldest first. `GET /tickets/{id}/conversations`
    /// - Parameters:
    ///   - id: The ticket.
    ///   - pageSize: 1 to 100 conversations per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func conversations(
        of id: Int64, pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Conversation> {
        api.list(
            ListEndpoint(
                "tickets.conversations", "tickets/\(id)/conversations", query: .page(of: pageSize),
                paging: .linkHeader), from: cursor, options)
    }

    /// Answers the requester, by e-mail. `POST /tickets/{id}/reply`
    ///
    /// The status of the ticket stays as it is. Files may have 20 MB in all with those that the ticket has.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a blank text, ``FreshworksError/Code/requestTooLarge`` and
    ///   ``FreshworksError/Code/fileUnavailable`` for the files: all before anything is sent.
    @discardableResult
    public func reply(
        to id: Int64, _ draft: ReplyDraft, attachments: [AttachmentUpload] = [], options: CallOptions = CallOptions()
    ) async throws -> Conversation {
        try await api.send(
            Endpoint(
                "tickets.reply", .post, "tickets/\(id)/reply", body: try .json(draft, files: .attachments(attachments))
            ).advising(.methodNotAllowed, Self.frozen), options)
    }

    /// Writes a note on a ticket, which only agents see unless the draft says otherwise. `POST /tickets/{id}/notes`
    ///
    /// Files may have 20 MB in all with those that the ticket has.
    /// - Throws: As ``reply(to:_:attachments:options:)``.
    @discardableResult
    public func addNote(
        to id: Int64, _ draft: NoteDraft, attachments: [AttachmentUpload] = [], options: CallOptions = CallOptions()
    ) async throws -> Conversation {
        try await api.send(
            Endpoint(
                "tickets.add_note", .post, "tickets/\(id)/notes",
                body: try .json(draft, files: .attachments(attachments))
            ).advising(.methodNotAllowed, Self.frozen), options)
    }
}

extension FreshdeskClient {
    /// Replies and notes by their own id.
    public var conversations: ConversationEndpoints { ConversationEndpoints(api: api) }
}
