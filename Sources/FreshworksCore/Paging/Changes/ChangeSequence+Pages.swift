import Foundation

extension ChangeSequence {
    /// Some records of a list in the order of their changes.
    public struct Page: Sendable {
        /// The records; those of the list's last page may be none.
        public internal(set) var items: [Element]
        /// Where to go on after them. That of the last page begins the next run, with what was changed since.
        public internal(set) var checkpoint: ChangeCheckpoint
    }

    /// A list in the order of its records' changes, page by page.
    public struct Pages: AsyncSequence, Sendable {
        let endpoint: ChangeEndpoint<Element>
        let api: APIClient
        let since: Date
        var start: ChangeCheckpoint?
        let options: CallOptions

        /// Starts reading.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(list: self) }

        /// Reads one page after the other.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private let list: Pages
            private var checkpoint: ChangeCheckpoint?
            private var reader: ChangeReader?
            private var partsLeft: ArraySlice<String>
            private var delivered = 0
            private var hasEnded = false

            fileprivate init(list: Pages) {
                self.list = list
                let parts = list.endpoint.parts
                // Twice, for a record may move to a list that was read already: it is then behind that list's place.
                partsLeft = parts.count > 1 ? (parts + parts)[...] : parts[...]
            }

            /// The next page, or `nil` after the last one. After an error, asking again tries the same page again.
            /// - Throws: ``FreshworksError``, whose message tells how many records came before it;
            ///   ``FreshworksError/Code/foreignCursor`` for a checkpoint of another list;
            ///   ``FreshworksError/Code/pageCeiling`` for a second with more records than the service shows.
            ///   `CancellationError` when cancelled.
            public mutating func next() async throws -> Page? {
                do {
                    while !hasEnded {
                        let page = try await readPage()
                        guard !page.items.isEmpty || hasEnded else { continue }
                        delivered += page.items.count
                        return page
                    }
                    return nil
                } catch var error as FreshworksError {
                    if error.operation == nil { error.operation = list.anyWindow.operation }
                    if delivered > 0 { error.message += ", after \(delivered) record\(delivered == 1 ? "" : "s")" }
                    throw error
                }
            }

            private mutating func readPage() async throws -> Page {
                var checkpoint = try checkpoint ?? list.firstCheckpoint()
                guard let part = partsLeft.first else {
                    hasEnded = true
                    return Page(items: [], checkpoint: checkpoint)
                }
                var reader = reader ?? list.reader(of: part, from: checkpoint)
                let (items, rows, hasMore, now) = try await list.read(try reader.request(), of: part)
                let news = try reader.take(rows, hasMore: hasMore, now: now)
                checkpoint.positions[part] = reader.position
                if reader.isAtEnd {
                    partsLeft = partsLeft.dropFirst()
                    self.reader = nil
                    hasEnded = partsLeft.isEmpty
                } else {
                    self.reader = reader
                }
                self.checkpoint = checkpoint
                return Page(items: news.map { items[$0] }, checkpoint: checkpoint)
            }
        }
    }
}

extension ChangeSequence.Pages {
    private func window(_ request: ChangeReader.Request, _ part: String) -> ChangeWindow {
        ChangeWindow(
            part: part, since: Date(timeIntervalSince1970: Double(request.since)), isDescending: request.isDescending,
            page: request.page, size: request.size)
    }

    /// What all windows of the list have in common: neither the beginning, nor the parts, which may change from run to run.
    var anyWindow: ListEndpoint<Element> {
        let request = ChangeReader.Request(since: 0, isDescending: false, page: 1, size: 1)
        return endpoint.list(window(request, endpoint.parts.first ?? ""))
    }

    private func firstCheckpoint() throws -> ChangeCheckpoint {
        let fingerprint = try anyWindow.fingerprint(of: api.account)
        guard let start else {
            return ChangeCheckpoint(version: ChangeCheckpoint.currentVersion, fingerprint: fingerprint, positions: [:])
        }
        guard start.version == ChangeCheckpoint.currentVersion, start.fingerprint == fingerprint else {
            throw FreshworksError(
                .foreignCursor, "the checkpoint belongs to another account or list",
                advice: "Use it with the very list that it came from, or start anew.")
        }
        return start
    }

    private func reader(of part: String, from checkpoint: ChangeCheckpoint) -> ChangeReader {
        // The year 9999 is the last that services can be asked for.
        let second = Int64(Swift.min(Swift.max(since.timeIntervalSince1970, 0), 253_402_300_799))
        return ChangeReader(
            from: checkpoint.positions[part] ?? ChangePosition(second: second), pageSize: endpoint.pageSize,
            lastPage: endpoint.lastPage)
    }

    private func read(
        _ request: ChangeReader.Request, of part: String
    ) async throws -> (items: [Element], rows: [ChangedRow], hasMore: Bool, now: Int64) {
        let list = endpoint.list(window(request, part))
        let now = Int64(api.runtime.clock.wallNow.timeIntervalSince1970)
        var pages = api.list(list, options).pages.makeAsyncIterator()
        guard let page = try await pages.next() else { return ([], [], false, now) }
        do {
            let rows = try page.items.map { try ChangedRow($0.json, changedKey: endpoint.changedKey) }
            return (page.items, rows, page.next != nil, now)
        } catch var error as FreshworksError {
            error.operation = list.operation
            throw error
        }
    }
}
