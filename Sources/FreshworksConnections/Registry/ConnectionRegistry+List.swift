extension ConnectionRegistry {
    /// Some connections in the order of creation, and where the next ones begin.
    public struct Page: Sendable {
        /// The connections.
        public let connections: [Connection]
        /// Why others of the page could not be read, each naming its connection's id.
        public let unreadable: [FreshworksError]
        /// What to pass as `after` for the next page; `nil` behind the last one.
        public let next: String?
    }

    /// A page of all connections or of those with a tag, in the order of creation. Only the page's own records are read, and
    /// the store is asked for one key more than the page may have.
    ///
    /// etcd looks at no other keys; a ``FileStore`` goes through the names of all its files, which takes some tenths of a second
    /// at 100,000 connections.
    /// - Parameters:
    ///   - tag: Written as it was given, letter case included.
    ///   - cursor: ``Page/next`` of the page before.
    ///   - limit: How many connections a page has at most; at least 1.
    /// - Throws: What the store throws. A record that cannot be read does not hide the others: see ``Page/unreadable``.
    public func page(tag: String? = nil, after cursor: String? = nil, limit: Int = 100) async throws -> Page {
        try ArgumentCheck.number(limit, in: 1...10_000, "limit")
        var connections: [Connection] = []
        var unreadable: [FreshworksError] = []
        var cursor = cursor
        while true {
            // With the one that tells whether there is another page.
            let wanted = limit - connections.count - unreadable.count + 1
            let ids = try await ids(tag: tag, after: cursor, limit: wanted)
            for (index, id) in ids.enumerated() {
                try Task.checkCancellation()
                // Connections come and go while a list is read, and tags too.
                do {
                    if let connection = try await listed(id, tag: tag) { connections.append(connection) }
                } catch let error as FreshworksError where error.code == .malformedConnection {
                    unreadable.append(error)
                }
                if connections.count + unreadable.count == limit {
                    var rest = ids[(index + 1)...]
                    // One of the keys did not count.
                    if rest.isEmpty, ids.count == wanted {
                        rest = try await self.ids(tag: tag, after: id, limit: 1)[...]
                    }
                    return Page(connections: connections, unreadable: unreadable, next: rest.isEmpty ? nil : id)
                }
            }
            guard ids.count == wanted else { return Page(connections: connections, unreadable: unreadable, next: nil) }
            cursor = ids.last
        }
    }

    /// All connections or those with a tag, in the order of creation, read one by one as they are asked for.
    ///
    /// ```swift
    /// for try await connection in registry.list(tag: "eu") { print(connection.name) }
    /// ```
    public func list(tag: String? = nil) -> List { List(registry: self, tag: tag) }

    /// Connections in the order of creation.
    public struct List: AsyncSequence, Sendable {
        /// A connection.
        public typealias Element = Connection
        fileprivate let registry: ConnectionRegistry
        fileprivate let tag: String?

        /// Begins at the first connection.
        public func makeAsyncIterator() -> Iterator { Iterator(list: self) }

        /// Goes from connection to connection.
        public struct Iterator: AsyncIteratorProtocol {
            fileprivate let list: List
            private var ids: ArraySlice<String>?
            private var unreadable: FreshworksError?

            fileprivate init(list: List) { self.list = list }

            /// The next connection; `nil` at the end.
            /// - Throws: ``FreshworksError/Code/malformedConnection``, behind the last one that can be read; what the store
            ///   throws.
            public mutating func next() async throws -> Connection? {
                if ids == nil { ids = try await list.registry.ids(tag: list.tag)[...] }
                while let id = ids?.popFirst() {
                    try Task.checkCancellation()
                    do {
                        if let connection = try await list.registry.listed(id, tag: list.tag) { return connection }
                    } catch let error as FreshworksError where error.code == .malformedConnection {
                        unreadable = unreadable ?? error
                    }
                }
                defer { unreadable = nil }
                if let unreadable { throw unreadable }
                return nil
            }
        }
    }

    /// The ids that a list may have. Which of them it has, the records tell.
    func ids(tag: String?, after cursor: String? = nil, limit: Int = .max) async throws -> [String] {
        let prefix = tag.map { shelf.layout.tagPrefix($0.trimmingWhitespace) } ?? shelf.layout.recordPrefix
        return try await shelf.store.keys(prefix: prefix, after: cursor.map { prefix + $0 }, limit: limit)
            .map { String($0.dropFirst(prefix.count)) }
    }

    /// The connection with an id, if the list has it.
    func listed(_ id: String, tag: String?) async throws -> Connection? {
        guard let connection = try await kept(id)?.record.connection else { return nil }
        return tag.map { connection.tags.contains($0.trimmingWhitespace) } ?? true ? connection : nil
    }
}
