/// The channels of a Freshchat account, also called topics, which are read-only. Source: Freshchat API v2, channels.
public struct ChannelEndpoints: Sendable {
    let api: APIClient

    /// All channels. `GET /channels`
    /// - Parameters:
    ///   - locale: The language of names and welcome messages, such as `en`.
    ///   - pageSize: 1 to 50 channels per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        locale: String? = nil, order: Order<ListAttribute>? = nil, pageSize: Int = 50, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<ChatChannel> {
        api.list(
            .envelope("channels", query: query(locale: locale), order: order, pageSize: pageSize), from: cursor,
            options)
    }

    private func query(locale: String?) -> QueryItems {
        var query = QueryItems()
        query.append("locale", locale, .notBlank)
        return query
    }
}

extension FreshchatClient {
    /// The channels of the account.
    public var channels: ChannelEndpoints { ChannelEndpoints(api: api) }
}
