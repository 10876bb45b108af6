public import Foundation

/// All records of a list in the order of their changes, however many there are, while they change.
///
/// ```swift
/// for try await ticket in freshdesk.tickets.list(updatedSince: lastRun) { … }
/// for try await page in freshdesk.tickets.list(updatedSince: lastRun, from: checkpoint).pages {
///     save(page.items, page.checkpoint)
/// }
/// ```
///
/// Every record that is in the list throughout is delivered, none twice in the same version; one that changes meanwhile may come
/// again, in its new version. A record that changes twice in one second is told by what it says. The service's last
/// page is passed by asking for later changes only; a second in which more records were changed than the service shows is
/// read from both ends of the list, and where they do not meet, reading ends with ``FreshworksError/Code/pageCeiling``.
///
/// The list ends where nothing is left. What changes afterwards, the last page's checkpoint leads to.
public struct ChangeSequence<Element: Resource>: AsyncSequence, Sendable {
    /// The list, page by page, each with a checkpoint to go on from.
    public let pages: Pages

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

    /// All records in an array. Mind the memory: large accounts have hundreds of thousands.
    public func all() async throws -> [Element] {
        try await reduce(into: []) { $0.append($1) }
    }

    /// The first record, or `nil` of an empty list. Reads no page beyond the one it is on.
    public func first() async throws -> Element? {
        var iterator = makeAsyncIterator()
        return try await iterator.next()
    }
}

extension APIClient {
    /// A list of the service in the order of its records' changes.
    /// - Parameters:
    ///   - endpoint: How to ask for it.
    ///   - date: Where to begin: changed in this second or later.
    ///   - checkpoint: Where to go on instead.
    ///   - options: For each page.
    public func changes<Element: Resource>(
        _ endpoint: ChangeEndpoint<Element>, since date: Date, from checkpoint: ChangeCheckpoint? = nil,
        _ options: CallOptions = CallOptions()
    ) -> ChangeSequence<Element> {
        ChangeSequence(
            pages: .init(endpoint: endpoint, api: self, since: date, start: checkpoint, options: options))
    }
}
