/// The groups of a Freshchat account, which are read-only. Source: Freshchat API v2, groups.
public struct GroupEndpoints: Sendable {
    let api: APIClient

    /// All groups. `GET /groups`
    /// - Parameters:
    ///   - pageSize: 1 to 50 groups per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        order: Order<ListAttribute>? = nil, pageSize: Int = 50, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Group> {
        api.list(.envelope("groups", order: order, pageSize: pageSize), from: cursor, options)
    }
}

extension FreshchatClient {
    /// The groups of the account.
    public var groups: GroupEndpoints { GroupEndpoints(api: api) }
}
