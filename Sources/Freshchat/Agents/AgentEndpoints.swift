/// The agents of a Freshchat account. Source: Freshchat API v2, agents.
public struct AgentEndpoints: Sendable {
    let api: APIClient

    /// One agent. `GET /agents/{agent_id}`
    public func view(_ id: String, _ options: CallOptions = CallOptions()) async throws -> Agent {
        try await api.send(Endpoint("agents.view", .get, "agents/\(id)"), options)
    }

    /// All agents. `GET /agents`
    /// - Parameters:
    ///   - pageSize: 1 to 50 agents per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    public func list(
        _ filter: AgentFilter = AgentFilter(), sorted order: SortOrder? = nil, pageSize: Int = 50,
        from cursor: PageCursor? = nil, _ options: CallOptions = CallOptions()
    ) -> PagedSequence<Agent> {
        api.list(
            try .envelope("agents", query: filter.query(), sorted: order, pageSize: pageSize), from: cursor, options)
    }

    /// Creates an agent. `POST /agents`
    /// - Throws: ``FreshworksError/Code/forbidden`` if the token lacks the scope: only an administrator can generate one.
    public func create(_ draft: AgentDraft, _ options: CallOptions = CallOptions()) async throws -> Agent {
        try draft.check()
        return try await api.send(Endpoint("agents.create", .post, "agents", body: .json(draft)), options)
    }

    /// Changes an agent. `PUT /agents/{agent_id}`
    /// - Returns: The agent as it is now, if the service sends it.
    @discardableResult
    public func update(
        _ id: String, _ update: AgentUpdate, _ options: CallOptions = CallOptions()
    ) async throws -> Agent? {
        try update.check()
        return try await api.send(
            Endpoint("agents.update", .put, "agents/\(id)", body: .json(update)) { try $0.recordIfSent() }, options)
    }

    /// Says whether an agent takes conversations. `PATCH /agents/{agent_id}`
    /// - Returns: The agent's presence as it is now, if the service sends it.
    @discardableResult
    public func setAvailability(
        of id: String, to availability: AvailabilityStatus, _ options: CallOptions = CallOptions()
    ) async throws -> AgentPresence? {
        try ArgumentCheck.notBlank(availability.rawValue, "availability_status")
        return try await setPresence(of: id, ["availability_status": .string(availability.rawValue)], options)
    }

    /// Gives an agent a status that the account has defined itself. `PATCH /agents/{agent_id}`
    /// - Parameter statusID: From ``statuses(_:)``.
    /// - Returns: The agent's presence as it is now, if the service sends it.
    @discardableResult
    public func setStatus(
        of id: String, to statusID: String, _ options: CallOptions = CallOptions()
    ) async throws -> AgentPresence? {
        try ArgumentCheck.notBlank(statusID, "agent_status.id")
        return try await setPresence(of: id, ["agent_status": ["id": .string(statusID)]], options)
    }

    /// Removes an agent; the service accepts the request and carries it out later. `DELETE /agents/{agent_id}`
    /// - Throws: ``FreshworksError/Code/forbidden`` if the token lacks the scope: only an administrator can generate one.
    public func delete(_ id: String, _ options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("agents.delete", .delete, "agents/\(id)"), options)
    }

    /// The statuses that the account has defined itself. `GET /agents/status`
    public func statuses(_ options: CallOptions = CallOptions()) async throws -> [AgentStatus] {
        try await api.send(
            Endpoint("agents.statuses", .get, "agents/status") { response in
                let json = try response.json()
                return try json.list(under: json["statuses"] == nil ? "states" : "statuses")
            }, options)
    }

    private func setPresence(
        of id: String, _ presence: JSONValue, _ options: CallOptions
    ) async throws -> AgentPresence? {
        try await api.send(
            Endpoint("agents.presence", .patch, "agents/\(id)", body: .json(presence), safeToRepeat: true) {
                try $0.recordIfSent()
            }, options)
    }
}

extension FreshchatClient {
    /// The agents of the account.
    public var agents: AgentEndpoints { AgentEndpoints(api: api) }
}
