/// The records that a filtered search finds, page after page, each once.
///
/// The rows are thin: often they lack the fields that the account has defined, and deals lack owner, stage and pipeline
/// unless the search includes them. ``complete(include:atOnce:)`` fetches the records themselves; a search with `detail`
/// asks the service for rows that are not thin.
///
/// Pages were seen to have fewer rows than asked for in the middle of a search, and rows out of order: the search ends with
/// the service's own mark, or with a page that is empty, and a record that comes again is left out. Source: Freshworks CRM
/// API, search, filtered search.
public struct FilteredSearch<Record: SalesRecord>: AsyncSequence, Sendable {
    private let list: PagedSequence<Record>
    private let records: RecordEndpoints<Record>
    private let options: CallOptions

    init(_ list: PagedSequence<Record>, of records: RecordEndpoints<Record>, _ options: CallOptions) {
        self.list = list
        self.records = records
        self.options = options
    }

    /// The rows, page by page, each with a cursor to go on from.
    public var pages: PagedSequence<Record>.Pages { list.pages }

    /// The records themselves in place of the thin rows: each is fetched by its id, as fast as the account's limit allows.
    ///
    /// That is one call for each record, and a limit of a thousand calls an hour is soon used up: a search over many
    /// records waits for the next hour. Where an account's answers show that a search with `detail` leaves nothing out, it
    /// saves these calls; the service does not document that it does. A record that was erased in the meantime is left out.
    /// - Parameters:
    ///   - include: What to send along with each record.
    ///   - atOnce: How many records are fetched at the same time.
    public func complete(include: Set<Include<Record>> = [], atOnce: Int = 4) -> CompletedSearch<Record> {
        CompletedSearch(search: self, width: Swift.max(1, atOnce)) { [records, options] id in
            do {
                return try await records.get(id, include: include, options: options.ofManyCalls)
            } catch let error as FreshworksError where error.code == .notFound {
                return nil
            }
        }
    }

    /// All rows in an array.
    /// - Throws: As ``AsyncIterator/next()``.
    public func all() async throws -> [Record] { try await reduce(into: []) { $0.append($1) } }

    /// The first row, or `nil` if there is none.
    /// - Throws: As ``AsyncIterator/next()``.
    public func first() async throws -> Record? {
        var rows = makeAsyncIterator()
        return try await rows.next()
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rows: list.makeAsyncIterator()) }

    /// Reads one row after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var rows: PagedSequence<Record>.AsyncIterator

        fileprivate init(rows: PagedSequence<Record>.AsyncIterator) { self.rows = rows }

        /// The next row, or `nil` behind the last one.
        /// - Throws: ``FreshworksError``; `CancellationError` when cancelled.
        public mutating func next() async throws -> Record? { try await rows.next() }
    }
}

/// The records that a filtered search finds, each fetched by its id. See ``FilteredSearch/complete(include:atOnce:)``.
public struct CompletedSearch<Record: SalesRecord>: AsyncSequence, Sendable {
    fileprivate let search: FilteredSearch<Record>
    fileprivate let width: Int
    /// `nil` for a record that is gone.
    fileprivate let fetch: @Sendable (Int64) async throws -> Record?

    /// All records in an array.
    /// - Throws: As ``AsyncIterator/next()``.
    public func all() async throws -> [Record] { try await reduce(into: []) { $0.append($1) } }

    /// The first record, or `nil` if there is none. Fetches this one alone.
    /// - Throws: As ``AsyncIterator/next()``.
    public func first() async throws -> Record? {
        var records = CompletedSearch(search: search, width: 1, fetch: fetch).makeAsyncIterator()
        return try await records.next()
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(whole: self) }

    /// Reads one record after the other, in the order of the search.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let whole: CompletedSearch
        private var rows: FilteredSearch<Record>.AsyncIterator
        private var isOver = false
        /// Found, and not fetched yet.
        private var waiting: [Int64] = []
        private var ready: ArraySlice<Record> = []

        fileprivate init(whole: CompletedSearch) {
            self.whole = whole
            rows = whole.search.makeAsyncIterator()
        }

        /// The next record, or `nil` behind the last one. After an error, asking again fetches the same records again.
        /// - Throws: ``FreshworksError``; `CancellationError` when cancelled.
        public mutating func next() async throws -> Record? {
            while ready.isEmpty {
                while waiting.count < whole.width, !isOver {
                    guard let row = try await rows.next() else {
                        isOver = true
                        break
                    }
                    waiting.append(try row.json.require("id"))
                }
                if waiting.isEmpty { return nil }
                ready = try await fetched(waiting)[...]
                waiting = []
            }
            return ready.popFirst()
        }

        private func fetched(_ ids: [Int64]) async throws -> [Record] {
            try await withThrowingTaskGroup(of: (Int, Record?).self) { [fetch = whole.fetch] group in
                for (place, id) in ids.enumerated() {
                    group.addTask { (place, try await fetch(id)) }
                }
                var records = [Record?](repeating: nil, count: ids.count)
                for try await (place, record) in group { records[place] = record }
                return records.compactMap(\.self)
            }
        }
    }
}
