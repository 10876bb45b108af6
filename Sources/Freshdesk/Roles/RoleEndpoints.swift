/// The roles of a Freshdesk account, to be read only. All calls need an administrator's key. Source: Freshdesk API v2, roles.
public struct RoleEndpoints: Sendable {
    let api: APIClient

    /// One role. `GET /roles/{id}`
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Role {
        try await api.send(Endpoint("roles.get", .get, "roles/\(id)"), options)
    }

    /// All roles. `GET /roles`
    /// - Parameters:
    ///   - pageSize: 1 to 100 roles per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Role> {
        api.list(
            ListEndpoint("roles.list", "roles", query: .page(of: pageSize), paging: .linkHeader), from: cursor,
            options)
    }
}

extension FreshdeskClient {
    /// The roles that agents can have.
    public var roles: RoleEndpoints {
        RoleEndpoints(api: api.advising(ifForbidden: "The key must be an administrator's."))
    }
}
