/// The tickets of a Freshdesk account. Source: Freshdesk API v2, tickets.
public struct TicketEndpoints: Sendable {
    let api: APIClient

    /// Creates a ticket. `POST /tickets`
    ///
    /// Files may have 20 MB in all. Without files the draft is sent as JSON, with files as a form.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a blank subject or description, a priority outside 1 to 4 and ids
    ///   that cannot be; ``FreshworksError/Code/requestTooLarge`` and ``FreshworksError/Code/fileUnavailable`` for the files:
    ///   all before anything is sent.
    @discardableResult
    public func create(
        _ draft: TicketDraft, attachments: [AttachmentUpload] = [], options: CallOptions = CallOptions()
    ) async throws -> Ticket {
        try await api.send(
            Endpoint(
                "tickets.create", .post, "tickets", body: try .json(draft, files: .attachments(attachments)),
                group: .ticketCreate), options)
    }

    /// One ticket. `GET /tickets/{id}`
    ///
    /// What is included costs one call more for each.
    public func get(
        _ id: Int64, include: Set<TicketInclude> = [], options: CallOptions = CallOptions()
    ) async throws -> Ticket {
        try await api.send(
            Endpoint(
                "tickets.get", .get, "tickets/\(id)", query: .joined("include", include), cost: 1 + include.count),
            options)
    }

    /// Tickets, the latest first unless the filter says otherwise. `GET /tickets`
    ///
    /// Those of the last 30 days, unless the filter has a moment to begin at. All tickets are those that have changed since
    /// ever: `list(updatedSince: .distantPast)`.
    ///
    /// The service serves 300 pages: the list then ends with ``FreshworksError/Code/pageCeiling``. The list of changes,
    /// ``list(updatedSince:tombstones:include:pageSize:from:options:)``, has no such end.
    /// - Parameters:
    ///   - filter: Which tickets, in which order.
    ///   - pageSize: 1 to 100 tickets per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        _ filter: TicketFilter = TicketFilter(), pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Ticket> {
        api.list(
            ListEndpoint(
                "tickets.list", "tickets", query: filter.query(pageSize: pageSize), group: .ticketList,
                cost: filter.cost, paging: .linkHeader, ceiling: .tickets), from: cursor, options)
    }

    /// Changes a ticket. `PUT /tickets/{id}`
    ///
    /// Files are added, 20 MB in all with those that the ticket has. A request with files cannot clear anything.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` as ``create(_:attachments:options:)``, and for files beside something to
    ///   clear. A ticket in the trash or marked as spam is ``FreshworksError/Code/methodNotAllowed``.
    @discardableResult
    public func update(
        _ id: Int64, _ update: TicketUpdate, attachments: [AttachmentUpload] = [], options: CallOptions = CallOptions()
    ) async throws -> Ticket {
        try await api.send(
            Endpoint(
                "tickets.update", .put, "tickets/\(id)", body: try .json(update, files: .attachments(attachments)),
                group: .ticketUpdate, safeToRepeat: attachments.isEmpty
            ).advising(.methodNotAllowed, Self.frozen), options)
    }

    /// Moves a ticket to the trash. `DELETE /tickets/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint("tickets.delete", .delete, "tickets/\(id)").advising(.methodNotAllowed, Self.frozen), options)
    }

    /// What to do about a ticket that can be read but not changed.
    static let frozen = """
        The ticket is in the trash, from where restore(_:) brings it back, or marked as spam, which only the help desk's own pages \
        can undo.
        """

    /// Brings a ticket back from the trash. `PUT /tickets/{id}/restore`
    public func restore(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint("tickets.restore", .put, "tickets/\(id)/restore")
                .advising(.notFound, "There is no such ticket in the trash: it may be where it was all along."), options
        )
    }
}

extension ListEndpoint.Ceiling where Element == Ticket {
    fileprivate static var tickets: Self {
        Self(pages: FreshdeskCeiling.ticketPages, advice: FreshdeskCeiling.ticketAdvice)
    }
}

extension FreshdeskClient {
    /// The tickets of the account.
    public var tickets: TicketEndpoints { TicketEndpoints(api: api) }
}
