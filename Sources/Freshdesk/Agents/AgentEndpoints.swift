/// The agents of a Freshdesk account. All calls but ``me(options:)`` need an administrator's key.
/// Source: Freshdesk API v2, agents.
public struct AgentEndpoints: Sendable {
    let api: APIClient

    /// The agent that the credential belongs to. `GET /agents/me`
    public func me(options: CallOptions = CallOptions()) async throws -> Agent {
        try await api.send(Endpoint("agents.me", .get, "agents/me"), options)
    }

    /// One agent. `GET /agents/{id}`
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Agent {
        try await administration.send(Endpoint("agents.get", .get, "agents/\(id)"), options)
    }

    /// All agents, in alphabetical order. `GET /agents`
    /// - Parameters:
    ///   - filter: Which agents.
    ///   - pageSize: 1 to 100 agents per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        _ filter: AgentFilter = AgentFilter(), pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Agent> {
        administration.list(
            ListEndpoint("agents.list", "agents", query: filter.query(pageSize: pageSize), paging: .linkHeader),
            from: cursor, options)
    }

    /// The agent with an e-mail address, or `nil`. `GET /agents?email=`
    public func first(email: String, options: CallOptions = CallOptions()) async throws -> Agent? {
        try await list(AgentFilter(email: email), options: options).first()
    }

    /// Creates an agent, who gets an activation mail. `POST /agents`
    /// - Throws: ``FreshworksError/Code/conflict`` if the address is taken, ``FreshworksError/Code/forbidden`` if no seat is
    ///   left or the key is not an administrator's.
    @discardableResult
    public func create(_ draft: AgentDraft, options: CallOptions = CallOptions()) async throws -> Agent {
        try await administration.send(
            Endpoint("agents.create", .post, "agents", body: .json(draft)).advising(
                .conflict, "A contact may have the address: contacts.makeAgent(_:) turns one into an agent."), options)
    }

    /// Changes an agent. `PUT /agents/{id}`
    @discardableResult
    public func update(
        _ id: Int64, _ update: AgentUpdate, options: CallOptions = CallOptions()
    ) async throws -> Agent {
        try await administration.send(
            Endpoint("agents.update", .put, "agents/\(id)", body: .json(update)), options)
    }

    /// Turns an agent into a contact, who keeps the id and the tickets. `DELETE /agents/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await administration.send(Endpoint("agents.delete", .delete, "agents/\(id)"), options)
    }

    /// Sends calls that only administrators may make.
    var administration: APIClient {
        api.advising(ifForbidden: "The key must be an administrator's, and a new agent needs a free seat of the plan.")
    }
}

extension FreshdeskClient {
    /// The agents of the account.
    public var agents: AgentEndpoints { AgentEndpoints(api: api) }
}
