import Foundation

extension PagedSequence {
    /// Inside an iterator, `Element` means a page.
    private typealias RecordList = ListEndpoint<Element>

    /// One page of a list.
    public struct Page: Sendable {
        /// The records, without those that the page before had already.
        public internal(set) var items: [Element]
        /// Where to go on after this page; `nil` on the last one.
        public internal(set) var next: PageCursor?
    }

    /// A list, page by page.
    public struct Pages: AsyncSequence, Sendable {
        let endpoint: @Sendable () throws -> ListEndpoint<Element>
        let api: APIClient
        var start: PageCursor?
        let options: CallOptions

        /// Starts reading.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(list: self) }

        /// Reads one page after the other.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private let list: Pages
            /// What the list is, once its first page was asked for.
            private var endpoint: RecordList?
            private var place: Place = .start
            private var addresses = SeenPages()
            private var contents = SeenPages()
            private var pagesWithoutNews = 0
            private var delivered = 0
            /// The ids of all records so far, where the list delivers each once.
            private var known: Set<JSONValue> = []
            /// The page before, and how many records the list had then, where the service counts them.
            private var before: (cursor: PageCursor, total: Int64)?
            /// How long the list was when the page before was read, where the service tells.
            private var length: Int64?
            /// Whether this list names next pages in `Link` fields, so that a full page without one is the last.
            private var sendsLinks = false

            /// So many pages in a row do not shift as a whole; a service that says next for ever would be asked for ever.
            private static var limitWithoutNews: Int { 10 }

            private enum Place {
                case start
                case page(PageCursor)
                case end
            }

            fileprivate init(list: Pages) { self.list = list }

            /// The next page, or `nil` after the last one. After an error, asking again tries the same page again.
            /// - Throws: ``FreshworksError``, whose message tells how many records came before it;
            ///   ``FreshworksError/Code/repeatedPage`` for a page that came before. `CancellationError` when cancelled.
            public mutating func next() async throws -> Page? {
                let endpoint = try endpoint ?? list.endpoint()
                self.endpoint = endpoint
                do {
                    try endpoint.requireQuery()
                    return try await next(of: endpoint)
                } catch var error as FreshworksError {
                    // Whatever the verb, reading a list carries nothing out.
                    error.mayHaveBeenExecuted = false
                    endpoint.failed?(error)
                    if error.operation == nil { error.operation = endpoint.operation }
                    if delivered > 0 { error.message += ", after \(delivered) record\(delivered == 1 ? "" : "s")" }
                    throw error
                }
            }

            private mutating func next(of endpoint: RecordList) async throws -> Page? {
                let cursor: PageCursor
                switch place {
                case .start: cursor = try list.firstCursor(of: endpoint)
                case .page(let next): cursor = next
                case .end: return nil
                }
                addresses.insert(cursor.target.hashValue)
                let read = try await list.read(cursor, of: endpoint)
                var (page, content, hasLink) = (read.page, read.content, read.hasLink)
                if sendsLinks, !hasLink, let ceiling = endpoint.ceiling, cursor.pagesRead + 1 >= ceiling.pages {
                    // Whether another page follows cannot be asked for here.
                    page.next = nil
                }
                sendsLinks = sendsLinks || hasLink
                if let digest = content.digest, contents.contains(digest) {
                    // The page before may have shifted as a whole; no older one does. Where the service tells how long the
                    // list is, it has become longer then.
                    guard content.hasIDs, digest == contents.last, read.isLonger(than: length) else {
                        throw FreshworksError.repeatedPage
                    }
                    page.items = []
                    // Twice in a row no page shifts as a whole: the service does not look at the number, and tells no length.
                    if pagesWithoutNews > 0, read.length == nil, !read.saysMore,
                        endpoint.isWhole?(content.ids.count) == true
                    {
                        page.next = nil
                    }
                }
                if endpoint.isDeliveredOnce { page.items = page.items.newcomers(besides: known) }
                if let next = page.next {
                    let count = page.items.isEmpty ? pagesWithoutNews + 1 : 0
                    guard !addresses.contains(next.target.hashValue), count < Self.limitWithoutNews else {
                        throw FreshworksError.repeatedPage
                    }
                    pagesWithoutNews = count
                }
                if let before, let total = read.total, total < before.total {
                    let near = Set(cursor.previousIDs + content.ids)
                    let moved = try await list.movedUp(
                        before.total - total, onto: before.cursor, of: endpoint, besides: near)
                    page.items = (endpoint.isDeliveredOnce ? moved.newcomers(besides: known) : moved) + page.items
                }
                if endpoint.isDeliveredOnce { known.formUnion(page.items.compactMap(\.json.recordID)) }
                before = read.total.map { (cursor, $0) }
                length = read.length
                if let digest = content.digest { contents.insert(digest) }
                delivered += page.items.count
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
                // The query may begin in the middle.
                pagesRead: Int(Swift.min(Swift.max(ReadPage.number(of: url), 1), Int64(Int32.max))) - 1,
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

    /// What one page was answered.
    private struct Read {
        let page: PagedSequence.Page
        /// All its records, also those that the page before had.
        let content: PageContent
        let hasLink: Bool
        /// How many records the whole list has, where the service counts them.
        let total: Int64?
        /// The same, or the number of its pages, where it counts nothing else.
        let length: Int64?
        /// Whether the service says that more follows, and does not leave it to be found out.
        let saysMore: Bool

        /// Whether the list may have grown since it was so long.
        func isLonger(than before: Int64?) -> Bool {
            guard let length, let before else { return true }
            return length > before
        }
    }

    /// The records that moved onto a page after it was read, because the list lost others.
    /// - Throws: ``FreshworksError/Code/listShrank`` when so many are gone that some moved further up.
    private func movedUp(
        _ lost: Int64, onto cursor: PageCursor, of endpoint: ListEndpoint<Element>, besides known: Set<JSONValue>
    ) async throws -> [Element] {
        let again = try await read(cursor, of: endpoint)
        guard lost <= Int64(again.content.ids.count) else { throw FreshworksError.listShrank(by: lost) }
        return again.page.items.filter { $0.json.recordID.map { !known.contains($0) } ?? false }
    }

    private func read(_ cursor: PageCursor, of endpoint: ListEndpoint<Element>) async throws -> Read {
        if let ceiling = endpoint.ceiling, cursor.pagesRead >= ceiling.pages {
            throw FreshworksError(
                .pageCeiling, "the list may go on beyond page \(ceiling.pages), the last one that the service serves",
                advice: ceiling.advice)
        }
        guard let url = URL(string: api.account.origin.description + cursor.target), cursor.target.hasPrefix("/") else {
            throw FreshworksError(.foreignCursor, "the cursor is damaged", advice: "Start anew.")
        }
        let call = Endpoint(
            endpoint.operation, endpoint.method, endpoint.path, query: endpoint.query, body: endpoint.body,
            group: endpoint.group, cost: endpoint.cost,
            // Reading changes nothing, whatever the verb.
            safeToRepeat: true,
            read: { response in
                let json = try response.json()
                let records = try endpoint.read(json)
                // Here, so that an error knows the status: the answer is at fault and not the call.
                let next = try endpoint.paging.next(
                    after: response, json, at: url, rows: records.count, of: api.account)
                let total = json["meta"]?.objectValue?["total"].flatMap { Int64(json: $0) }
                let saysMore = json["meta"]?["has_next"]?.boolValue == true
                return (records, next, response.headers["Link"] != nil, total, json.listLength, saysMore)
            })
        let (records, next, hasLink, total, length, saysMore) = try await api.send(call, options.ofManyCalls, at: url)
        let content = PageContent(records.map { $0.json })
        let page = PagedSequence.Page(
            items: content.newPlaces(after: cursor.previousIDs)?.map { records[$0] } ?? records,
            next: next.map {
                PageCursor(
                    version: cursor.version, fingerprint: cursor.fingerprint, target: Self.target(of: $0),
                    pagesRead: cursor.pagesRead + 1, previousIDs: content.ids)
            })
        return Read(page: page, content: content, hasLink: hasLink, total: total, length: length, saysMore: saysMore)
    }

    private static func target(of url: URL) -> String {
        url.path(percentEncoded: true) + (url.query(percentEncoded: true).map { "?" + $0 } ?? "")
    }
}

extension Array where Element: Resource {
    /// Those whose ids are not known, each once; what has no id is not told from others.
    fileprivate func newcomers(besides known: Set<JSONValue>) -> [Element] {
        var seen: Set<JSONValue> = []
        return filter { record in
            record.json.recordID.map { !known.contains($0) && seen.insert($0).inserted } ?? true
        }
    }
}

extension JSONValue {
    /// How long a list is said to be in the answer with one of its pages, in records or in pages.
    fileprivate var listLength: Int64? {
        let places = [["meta", "total"], ["meta", "total_pages"], ["pagination", "total_pages"], ["total"]]
        return places.lazy.compactMap { value(at: $0).flatMap { Int64(json: $0) } }.first
    }
}

extension APIClient {
    /// A list of the service, to be read page after page.
    /// - Parameters:
    ///   - endpoint: Evaluated when the first page is read; what it throws, reading throws.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too, but for the wait until the account's rate limit allows the page,
    ///     which takes as many of the limit's windows as it takes unless ``CallOptions/limitPatience`` bounds it.
    ///     Observers hear of it.
    public func list<Element: Resource>(
        _ endpoint: @autoclosure @escaping @Sendable () throws -> ListEndpoint<Element>, from cursor: PageCursor? = nil,
        _ options: CallOptions = CallOptions()
    ) -> PagedSequence<Element> {
        PagedSequence(endpoint, of: self, from: cursor, options)
    }
}
