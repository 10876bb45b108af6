/// The roles of a Freshchat account, which are read-only. Source: Freshchat API v2, roles.
public struct RoleEndpoints: Sendable {
    let api: APIClient

    /// All roles. `GET /roles`
    /// - Parameters:
    ///   - pageSize: 1 to 50 roles per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        order: Order<ListAttribute>? = nil, pageSize: Int = 50, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Role> {
        api.list(.envelope("roles", order: order, pageSize: pageSize), from: cursor, options)
    }
}

extension FreshchatClient {
    /// The roles of the account.
    public var roles: RoleEndpoints { RoleEndpoints(api: api) }
}
