/// The groups of a Freshdesk account. All calls need an administrator's key. Source: Freshdesk API v2, groups.
public struct GroupEndpoints: Sendable {
    let api: APIClient

    /// Creates a group. `POST /groups`
    /// - Throws: ``FreshworksError/Code/conflict`` if the name is taken.
    @discardableResult
    public func create(_ draft: GroupDraft, options: CallOptions = CallOptions()) async throws -> Group {
        try await api.send(Endpoint("groups.create", .post, "groups", body: .json(draft)), options)
    }

    /// One group, with its agents. `GET /groups/{id}`
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Group {
        try await api.send(Endpoint("groups.get", .get, "groups/\(id)"), options)
    }

    /// All groups, without their agents. `GET /groups`
    /// - Parameters:
    ///   - pageSize: 1 to 100 groups per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Group> {
        api.list(
            ListEndpoint("groups.list", "groups", query: .page(of: pageSize), paging: .linkHeader), from: cursor,
            options)
    }

    /// Changes a group. `PUT /groups/{id}`
    /// - Throws: ``FreshworksError/Code/conflict`` if the name is taken.
    @discardableResult
    public func update(_ id: Int64, _ update: GroupUpdate, options: CallOptions = CallOptions()) async throws -> Group {
        try await api.send(Endpoint("groups.update", .put, "groups/\(id)", body: .json(update)), options)
    }

    /// Deletes a group; its agents stay. `DELETE /groups/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("groups.delete", .delete, "groups/\(id)"), options)
    }
}

extension FreshdeskClient {
    /// The groups of the account.
    public var groups: GroupEndpoints {
        GroupEndpoints(api: api.advising(ifForbidden: "The key must be an administrator's."))
    }
}
