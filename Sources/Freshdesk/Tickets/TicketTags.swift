extension TicketEndpoints {
    /// Adds tags to those that a ticket has. `GET /tickets/{id}`, and `PUT /tickets/{id}` unless it has them all already.
    ///
    /// An update by itself replaces all tags. The service has no call that adds, so a tag that somebody else sets between the two
    /// calls is lost.
    /// - Returns: The ticket, with all its tags.
    @discardableResult
    public func addTags(
        _ tags: [String], to id: Int64, options: CallOptions = CallOptions()
    ) async throws -> Ticket {
        let ticket = try await get(id, options: options)
        var all = ticket.tags ?? []
        for tag in tags where !all.contains(tag) { all.append(tag) }
        if all.count == ticket.tags?.count ?? 0 { return ticket }
        return try await update(id, TicketUpdate { $0.tags = all }, options: options)
    }
}
