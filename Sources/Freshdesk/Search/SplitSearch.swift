import Foundation

/// All records that a search finds between two days, also where they are more than the service serves of one search.
///
/// The days are halved until no part has more than 300 records, each of which is then read on its own, the oldest part first.
/// Each part costs one call more, to learn how much it has. A record is delivered once.
public struct SplitSearch<Element: Resource>: AsyncSequence, Sendable {
    private let search: Search<Element>
    private let query: SearchQuery<Element>
    private let days: (first: CalendarDay, last: CalendarDay)
    private let created: @Sendable (SearchDays) -> SearchQuery<Element>
    private let options: CallOptions

    init(
        search: Search<Element>, query: SearchQuery<Element>, first: CalendarDay, last: CalendarDay,
        created: @escaping @Sendable (SearchDays) -> SearchQuery<Element>, _ options: CallOptions
    ) {
        self.search = search
        self.query = query
        days = (first, last)
        self.created = created
        self.options = options
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

    /// Reads everything.
    /// - Throws: As ``AsyncIterator/next()``.
    public func all() async throws -> [Element] {
        var records: [Element] = []
        for try await record in self { records.append(record) }
        return records
    }

    /// The first record, or `nil` if there is none. Reads no part beyond the one it is in.
    /// - Throws: As ``AsyncIterator/next()``.
    public func first() async throws -> Element? {
        var iterator = makeAsyncIterator()
        return try await iterator.next()
    }

    /// Reads one record after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let whole: SplitSearch
        /// What is left, the oldest days at the end.
        private var parts: [ClosedRange<CalendarDay>]
        private var part: PagedSequence<Element>.AsyncIterator?
        private var seen: Set<JSONValue> = []

        fileprivate init(_ whole: SplitSearch) {
            self.whole = whole
            parts = whole.days.first <= whole.days.last ? [whole.days.first...whole.days.last] : []
        }

        /// The next record, or `nil` behind the last one.
        /// - Throws: ``FreshworksError``; ``FreshworksError/Code/pageCeiling`` for a single day with more records than the service
        ///   serves. `CancellationError` when cancelled.
        public mutating func next() async throws -> Element? {
            while true {
                while let record = try await part?.next() {
                    guard let id = record.json["id"] as JSONValue?, !seen.insert(id).inserted else { return record }
                }
                part = nil
                // It stays until its count is known: who asks again after an error gets the same days.
                guard let days = parts.last else { return nil }
                let query = whole.query && whole.created(.between(days.lowerBound, days.upperBound))
                let total = try await whole.search.page(query, 1, whole.options).total
                if total <= FreshdeskCeiling.searchPages * FreshdeskCeiling.searchPageSize {
                    parts.removeLast()
                    part = whole.search.all(query, from: nil, whole.options).makeAsyncIterator()
                } else {
                    guard let halves = days.halves else { throw FreshworksError.tooMuch(total, on: days.lowerBound) }
                    parts.removeLast()
                    parts += [halves.1, halves.0]
                }
            }
        }
    }
}

extension ClosedRange<CalendarDay> {
    /// The earlier and the later half; `nil` of a single day.
    fileprivate var halves: (Self, Self)? {
        guard lowerBound < upperBound, let start = lowerBound.start(in: .gmt), let end = upperBound.start(in: .gmt)
        else { return nil }
        let days = Int((end.timeIntervalSince(start) / 86_400).rounded())
        func day(_ number: Int) -> CalendarDay {
            CalendarDay(start.addingTimeInterval(Double(number) * 86_400), in: .gmt)
        }
        return (lowerBound...day((days - 1) / 2), day((days - 1) / 2 + 1)...upperBound)
    }
}

extension FreshworksError {
    fileprivate static func tooMuch(_ total: Int, on day: CalendarDay) -> FreshworksError {
        FreshworksError(
            .pageCeiling, "the search finds \(total) records of \(day.text), more than the service serves",
            advice: "Search for less of that day, for example for one status or priority after the other.")
    }
}
