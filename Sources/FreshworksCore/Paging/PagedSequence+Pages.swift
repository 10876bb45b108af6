import Foundation

extension PagedSequence {
    /// One page of a list.
    public struct Page: Sendable {
        /// The records, without those that the page before had already.
        public let items: [Element]
        /// Where to go on after this page; `nil` on the last one.
        public let next: PageCursor?
    }

    /// A list, page by page.
    public struct Pages: AsyncSequence, Sendable {
        let endpoint: @Sendable () throws -> ListEndpoint<Element>
        let api: APIClient
        let start: PageCursor?
        let options: CallOptions

        /// Starts reading.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(list: self) }

        /// Reads one page after the other.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private let list: Pages
            private var place: Place = .start
            private var visited: Set<String> = []
            private var pagesWithoutNews = 0

            /// So many pages in a row do not shift as a whole; a service that says next for ever would be asked for ever.
            private static var limitWithoutNews: Int { 10 }

            private enum Place {
                case start
                case page(PageCursor)
                case end
            }

            fileprivate init(list: Pages) { self.list = list }

            /// The next page, or `nil` after the last one. After an error, asking again tries the same page again.
            /// - Throws: ``FreshworksError``; `CancellationError` when cancelled.
            public mutating func next() async throws -> Page? {
                let endpoint = try list.endpoint()
                do {
                    try endpoint.requireQuery()
                    return try await next(of: endpoint)
                } catch var error as FreshworksError where error.operation == nil {
                    error.operation = endpoint.operation
                    throw error
                }
            }

            private mutating func next(of endpoint: ListEndpoint<Element>) async throws -> Page? {
                let cursor: PageCursor
                switch place {
                case .start: cursor = try list.firstCursor(of: endpoint)
                case .page(let next): cursor = next
                case .end: return nil
                }
                visited.insert(cursor.target)
                let page = try await list.waitOutLimit { try await list.read(cursor, of: endpoint) }
                if let next = page.next {
                    pagesWithoutNews = page.items.isEmpty ? pagesWithoutNews + 1 : 0
                    guard visited.insert(next.target).inserted, pagesWithoutNews < Self.limitWithoutNews else {
                        throw FreshworksError.repeatedPage
                    }
                }
                place = page.next.map { .page($0) } ?? .end
                return page
            }
        }
    }
}

extension PagedSequence.Pages {
    private func firstCursor(of endpoint: ListEndpoint<Element>) throws -> PageCursor {
        let fingerprint = try endpoint.fingerprint(of: api.account)
        guard let start else {
            let url = try api.account.url(endpoint.path, query: endpoint.query)
            return PageCursor(
                version: PageCursor.currentVersion, fingerprint: fingerprint, target: Self.target(of: url),
                pagesRead: 0,
                previousIDs: [])
        }
        guard start.version == PageCursor.currentVersion, start.fingerprint == fingerprint,
            (0..<Int(Int32.max)).contains(start.pagesRead)
        else {
            throw FreshworksError(
                .foreignCursor, "the cursor belongs to another account, list or query",
                advice: "Use it with the very query that it came from, or start anew.")
        }
        return start
    }

    /// The longest window of a rate limit. A list that meets nothing but refusals for so long will not be told anything
    /// else.
    private static var longestWait: Duration { .seconds(3600) }

    /// Reads a page, and again once the account's rate limit allows it: a list that took an hour shall not end for a
    /// minute.
    private func waitOutLimit(
        _ read: () async throws -> PagedSequence.Page
    ) async throws -> PagedSequence.Page {
        var waited = Duration.zero
        while true {
            do {
                return try await read()
            } catch let error as FreshworksError where error.isRateLimited {
                guard let wait = error.retryAfter.map({ Swift.max($0, .seconds(1)) }),
                    waited + wait <= Self.longestWait
                else { throw error }
                try await api.runtime.clock.sleep(for: wait)
                waited += wait
            }
        }
    }

    private func read(
        _ cursor: PageCursor, of endpoint: ListEndpoint<Element>
    ) async throws -> PagedSequence.Page {
        if let ceiling = endpoint.ceiling, cursor.pagesRead >= ceiling.pages {
            throw FreshworksError(
                .pageCeiling, "the list goes on beyond page \(ceiling.pages), the last one that the service serves",
                advice: ceiling.advice)
        }
        guard let url = URL(string: api.account.origin.description + cursor.target), cursor.target.hasPrefix("/") else {
            throw FreshworksError(.foreignCursor, "the cursor is damaged", advice: "Start anew.")
        }
        let call = Endpoint(
            endpoint.operation, .get, endpoint.path, query: endpoint.query, group: endpoint.group, cost: endpoint.cost,
            read: { response in (try endpoint.read(try response.json()), response) })
        let (records, response) = try await api.send(call, options, at: url)
        let next = try endpoint.paging.next(after: response, at: url, isEmpty: records.isEmpty, of: api.account)
        let ids = records.compactMap { $0.json["id"] }
        let previous = Set(cursor.previousIDs)
        return PagedSequence.Page(
            items: records.filter { $0.json["id"].map { !previous.contains($0) } ?? true },
            next: next.map {
                PageCursor(
                    version: cursor.version, fingerprint: cursor.fingerprint, target: Self.target(of: $0),
                    pagesRead: cursor.pagesRead + 1, previousIDs: ids)
            })
    }

    private static func target(of url: URL) -> String {
        url.path(percentEncoded: true) + (url.query(percentEncoded: true).map { "?" + $0 } ?? "")
    }
}

extension APIClient {
    /// A list of the service, to be read page after page.
    /// - Parameters:
    ///   - endpoint: Evaluated when the first page is read; what it throws, reading throws.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too, but for the wait until the account's rate limit allows the page,
    ///     which may take up to an hour. Cancel the task to end it before.
    public func list<Element: Resource>(
        _ endpoint: @autoclosure @escaping @Sendable () throws -> ListEndpoint<Element>, from cursor: PageCursor? = nil,
        _ options: CallOptions = CallOptions()
    ) -> PagedSequence<Element> {
        PagedSequence(endpoint, of: self, from: cursor, options)
    }
}
