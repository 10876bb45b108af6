extension TicketEndpoints {
    /// What an export adds to a ticket: its conversations, all of them, under `conversations`. One call or more for each ticket.
    ///
    /// ```swift
    /// try await freshdesk.tickets.list(updatedSince: .distantPast)
    ///     .export(to: file, .resuming, adding: freshdesk.tickets.conversations(in:))
    /// ```
    /// - Returns: Nothing for a ticket that is gone meanwhile.
    @Sendable
    public func conversations(in ticket: Ticket) async throws -> JSONObject {
        do {
            let all = try await conversations(of: ticket.id, options: CallOptions(priority: .batch)).all()
            return ["conversations": .array(all.map { .object($0.json) })]
        } catch let error as FreshworksError where error.code == .notFound {
            return JSONObject()
        }
    }
}
