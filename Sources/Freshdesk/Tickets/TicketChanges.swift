public import Foundation

extension TicketEndpoints {
    /// Tickets that were changed at a time or later, in the order of their changes, however many they are.
    /// `GET /tickets?updated_since=`
    ///
    /// Other lists end behind 300 pages; this one goes on. It loses nothing while tickets are changed, and delivers none twice in the
    /// same version; one that is changed meanwhile comes again. The checkpoint of the last page is where the next run begins.
    ///
    /// ```swift
    /// for try await page in freshdesk.tickets.list(updatedSince: .distantPast, from: checkpoint).pages {
    ///     save(page.items, page.checkpoint)
    /// }
    /// ```
    ///
    /// Of tickets that were changed in the same second the service shows up to 30,000 from either end of the list: where they are
    /// more, as after a migration, reading ends with ``FreshworksError/Code/pageCeiling``.
    /// - Parameters:
    ///   - date: Where the first run begins; `.distantPast` means all tickets.
    ///   - tombstones: Whether tickets in the trash and marked as spam come, too, behind the others:
    ///     ``Ticket/Fields/isDeleted`` or ``Ticket/Fields/isSpam`` is `true` on them.
    ///   - include: What to embed; two calls more for each, on every page.
    ///   - pageSize: 1 to 100 tickets per page; the less, the more calls. With fewer than ten, a second in which more
    ///     tickets were changed than a page has may end in ``FreshworksError/Code/pageCeiling``.
    ///   - checkpoint: Where to go on instead; that of a page, of this run or an earlier one.
    ///   - options: For each page; the deadline too.
    public func list(
        updatedSince date: Date, tombstones: Bool = false, include: Set<TicketListInclude> = [], pageSize: Int = 100,
        from checkpoint: ChangeCheckpoint? = nil, options: CallOptions = CallOptions()
    ) -> ChangeSequence<Ticket> {
        let parts: [TicketState] = tombstones ? [.live, .spam, .deleted] : [.live]
        let endpoint = ChangeEndpoint<Ticket>(
            parts: parts.map(\.rawValue), pageSize: pageSize, lastPage: FreshdeskCeiling.ticketPages
        ) { window in
            let state = TicketState(rawValue: window.part) ?? .live
            let filter = TicketFilter(
                predefined: state.filter, updatedSince: window.since,
                order: window.isDescending ? .descending(.updatedAt) : .ascending(.updatedAt), include: include)
            return ListEndpoint(
                "tickets.list", "tickets", query: filter.query(pageSize: window.size, page: window.page),
                group: .ticketList, cost: filter.cost, paging: .linkHeader
            ) { try state.tickets(in: $0) }
        }
        return api.changes(endpoint, since: date, from: checkpoint, options)
    }
}

/// The lists that a ticket can be in.
private enum TicketState: String {
    case live, spam, deleted

    var filter: TicketFilter.Predefined? {
        switch self {
        case .live: nil
        case .spam: .spam
        case .deleted: .deleted
        }
    }

    /// The tickets of a page. Whether rows of the trash say so is not documented, so it is said here.
    func tickets(in page: JSONValue) throws -> [Ticket] {
        let tickets: [Ticket] = try page.records()
        guard self != .live else { return tickets }
        return try tickets.map { ticket in
            var json = ticket.json
            json[self == .spam ? "spam" : "deleted"] = .bool(true)
            return try Ticket(json: json)
        }
    }
}
