extension TicketEndpoints {
    /// The tickets that are assigned to the agent whose key this is, by a search. `GET /agents/me`, then `GET /search/tickets`
    ///
    /// ```swift
    /// for try await ticket in try await freshdesk.tickets.assignedToMe(.status(.open)) { print(ticket.id) }
    /// ```
    /// - Parameter query: What else must hold of them; all of them if it is not said.
    /// - Throws: ``FreshworksError``; the list itself throws as ``search(_:from:options:)``.
    public func assignedToMe(
        _ query: SearchQuery<Ticket>? = nil, options: CallOptions = CallOptions()
    ) async throws -> PagedSequence<Ticket> {
        let mine: SearchQuery<Ticket> = .agentID(try await AgentEndpoints(api: api).me(options: options).id)
        return search(query.map { mine && $0 } ?? mine, options: options)
    }
}
