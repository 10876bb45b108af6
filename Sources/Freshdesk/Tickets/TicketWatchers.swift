// Who hears of a ticket, who sees it, and which other tickets belong to it. Source: Freshdesk API v2, tickets.

extension TicketEndpoints {
    /// The agents who watch a ticket. `GET /tickets/{id}/watchers`
    public func watchers(of id: Int64, options: CallOptions = CallOptions()) async throws -> [Int64] {
        try await api.send(
            Endpoint(
                "tickets.watchers", .get, "tickets/\(id)/watchers", read: { try $0.ids(at: "watcher_ids") }), options)
    }

    /// Makes an agent watch a ticket. `POST /tickets/{id}/watch`
    public func watch(_ id: Int64, by agent: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint(
                "tickets.watch", .post, "tickets/\(id)/watch",
                body: .json(["user_id": agent.jsonValue], refusing: Self.errors(inIDs: [agent], "user_id")),
                safeToRepeat: true), options)
    }

    /// Lets the calling agent watch a ticket no longer. `PUT /tickets/{id}/unwatch`
    public func unwatch(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("tickets.unwatch", .put, "tickets/\(id)/unwatch"), options)
    }

    /// Makes an agent watch many tickets. `PUT /tickets/bulk_watch`
    /// - Parameter agent: The calling agent unless given.
    public func watch(_ ids: [Int64], by agent: Int64? = nil, options: CallOptions = CallOptions()) async throws {
        var body: JSONObject = ["ids": ids.jsonValue]
        body["user_id"] = agent?.jsonValue
        let errors = Self.errors(inIDs: ids) + (agent.map { Self.errors(inIDs: [$0], "user_id") } ?? [])
        try await api.send(
            Endpoint("tickets.bulk_watch", .put, "tickets/bulk_watch", body: .json(.object(body), refusing: errors)),
            options)
    }

    /// Lets the calling agent watch many tickets no longer. `PUT /tickets/bulk_unwatch`
    public func unwatch(_ ids: [Int64], options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint(
                "tickets.bulk_unwatch", .put, "tickets/bulk_unwatch",
                body: .json(["ids": ids.jsonValue], refusing: Self.errors(inIDs: ids))), options)
    }

    /// The children of a parent, or the related tickets of a tracker, with few of their fields.
    /// `GET /tickets/{id}/associated_tickets`
    public func associatedTickets(of id: Int64, options: CallOptions = CallOptions()) async throws -> [Ticket] {
        try await api.send(
            Endpoint("tickets.associated", .get, "tickets/\(id)/associated_tickets", at: "tickets"), options)
    }

    /// The parent of a child, or the tracker of a related ticket, with few of its fields. `GET /tickets/{id}/prime_association`
    public func primeAssociation(of id: Int64, options: CallOptions = CallOptions()) async throws -> Ticket {
        try await api.send(Endpoint("tickets.prime_association", .get, "tickets/\(id)/prime_association"), options)
    }

    /// The agents who see a ticket beyond those who do anyway. `GET /tickets/{id}/accesses`
    public func accesses(to id: Int64, options: CallOptions = CallOptions()) async throws -> [Int64] {
        try await api.send(
            Endpoint("tickets.accesses", .get, "tickets/\(id)/accesses", read: { try $0.ids(at: "user_ids") }), options)
    }

    /// Lets agents see a ticket. `POST /tickets/{id}/accesses`
    /// - Returns: All who see it beyond those who do anyway.
    @discardableResult
    public func giveAccess(
        to id: Int64, agents: [Int64], options: CallOptions = CallOptions()
    ) async throws -> [Int64] {
        try await api.send(
            Endpoint(
                "tickets.give_access", .post, "tickets/\(id)/accesses",
                body: .json(["user_ids": agents.jsonValue], refusing: Self.errors(inIDs: agents, "user_ids")),
                safeToRepeat: true, read: { try $0.ids(at: "user_ids") }), options)
    }

    /// Lets some agents see a ticket and others no longer. `PATCH /tickets/{id}/accesses`
    /// - Returns: All who see it beyond those who do anyway.
    @discardableResult
    public func changeAccesses(
        to id: Int64, adding added: [Int64] = [], removing removed: [Int64] = [], options: CallOptions = CallOptions()
    ) async throws -> [Int64] {
        let users: [JSONValue] =
            added.map { ["id": $0.jsonValue] } + removed.map { ["id": $0.jsonValue, "deleted": true] }
        return try await api.send(
            Endpoint(
                "tickets.change_accesses", .patch, "tickets/\(id)/accesses",
                body: .json(["user_ids": .array(users)], refusing: Self.errors(inIDs: added + removed, "user_ids")),
                safeToRepeat: true, read: { try $0.ids(at: "user_ids") }), options)
    }

    /// Lets nobody see a ticket but those who do anyway. `DELETE /tickets/{id}/accesses`
    public func removeAccesses(to id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("tickets.remove_accesses", .delete, "tickets/\(id)/accesses"), options)
    }
}

extension TransportResponse {
    fileprivate func ids(at key: String) throws -> [Int64] { try json().record(IDs.self).json.require(key) }
}

/// An answer that is no record of its own.
private struct IDs: Resource {
    let json: JSONObject
    init(json: JSONObject) { self.json = json }
}
