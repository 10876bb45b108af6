/// All records of a list, page after page, read as they are asked for.
///
/// ```swift
/// for try await agent in freshdesk.agents.list() { … }
/// for try await page in freshdesk.agents.list().pages { save(page.items, page.next) }
/// ```
///
/// A record that shifts onto the next page, because others were added before it, is delivered once; when more than a page were
/// added between two reads, as may be with a cursor from long ago, some come again; not so in Freshsales' lists and those of
/// Freshchat's messages, which remember all ids that this reading has delivered. One that shifts onto a page that was read already,
/// because others were deleted, is looked for there when the service counts the list's records and counts fewer than before;
/// elsewhere, and when the order changed, it is not seen: sort by something that does not change. The list ends with the
/// service's last page; a page that cannot be read is an error and never the end. So is a page that came before: a service
/// that runs in a circle is recognized in memory that does not grow, by what its pages hold. The page before may come again
/// because it has shifted as a whole, but not where the service says that the list is no longer than it was.
public struct PagedSequence<Element: Resource>: AsyncSequence, Sendable {
    /// The list, page by page, each with a cursor to go on from.
    public let pages: Pages

    init(
        _ endpoint: @escaping @Sendable () throws -> ListEndpoint<Element>, of api: APIClient, from cursor: PageCursor?,
        _ options: CallOptions
    ) {
        pages = Pages(endpoint: endpoint, api: api, start: cursor, options: options)
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pages: pages.makeAsyncIterator()) }

    /// Reads one record after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var pages: Pages.AsyncIterator
        private var items: ArraySlice<Element> = []

        fileprivate init(pages: Pages.AsyncIterator) { self.pages = pages }

        /// The next record, or `nil` at the end of the list.
        /// - Throws: ``FreshworksError``; `CancellationError` when cancelled.
        public mutating func next() async throws -> Element? {
            while items.isEmpty {
                guard let page = try await pages.next() else { return nil }
                items = page.items[...]
            }
            return items.popFirst()
        }
    }
}

extension PagedSequence {
    /// All records in an array. Mind the memory: large accounts have tens of thousands.
    public func all() async throws -> [Element] {
        try await reduce(into: []) { $0.append($1) }
    }

    /// The first record, or `nil` of an empty list. Reads no page beyond the one it is on.
    public func first() async throws -> Element? {
        var iterator = makeAsyncIterator()
        return try await iterator.next()
    }
}
