/// Tickets that were closed and then left alone for months, which the service keeps elsewhere. They are in no list and no search.
/// Source: Freshdesk API v2, archived tickets.
public struct ArchivedTicketEndpoints: Sendable {
    let api: APIClient

    /// One archived ticket. `GET /tickets/archived/{id}`
    /// - Throws: ``FreshworksError/Code/notFound`` for a ticket that is not archived.
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Ticket {
        try await api.send(Endpoint("archived_tickets.get", .get, "tickets/archived/\(id)"), options)
    }

    /// Deletes an archived ticket. `DELETE /tickets/archived/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("archived_tickets.delete", .delete, "tickets/archived/\(id)"), options)
    }

    /// The replies and notes of an archived ticket, the oldest first. `GET /tickets/archived/{id}/conversations`
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
                "archived_tickets.conversations", "tickets/archived/\(id)/conversations", query: .page(of: pageSize),
                paging: .linkHeader), from: cursor, options)
    }
}

extension FreshdeskClient {
    /// Tickets that the service keeps elsewhere because nothing happened to them for months.
    public var archivedTickets: ArchivedTicketEndpoints { ArchivedTicketEndpoints(api: api) }
}
