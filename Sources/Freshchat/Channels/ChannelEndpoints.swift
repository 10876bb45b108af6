/// The channels of a Freshchat account, also called topics, which are read-only. Source: Freshchat API v2, channels.
public struct ChannelEndpoints: Sendable {
    let api: APIClient

    /// All channels. `GET /channels`
    /// - Parameters:
    ///   - locale: The language of names and welcome messages, such as `en`.
    ///   - pageSize: 1 to 50 channels per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    public func list(
        locale: String? = nil, order: Order<ListAttribute>? = nil, pageSize: Int = 50, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<ChatChannel> {
        api.list(
            try .envelope("channels", query: query(locale: locale), order: order, pageSize: pageSize), from: cursor,
            options)
    }

    private func query(locale: String?) throws -> QueryItems {
        try ArgumentCheck.notBlank(locale, "locale")
        return ["locale": locale]
    }
}

extension FreshchatClient {
    /// The channels of the account.
    public var channels: ChannelEndpoints { ChannelEndpoints(api: api) }
}
