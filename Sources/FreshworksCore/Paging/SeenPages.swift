/// Recognizes what a list has shown before, by digests, in memory that does not grow with the list.
///
/// A service that runs in a circle is recognized at the first page that comes again while the circle has no more pages
/// than are remembered. A greater circle is recognized by one digest more, which is replaced at ever longer intervals
/// (Brent's way of finding cycles), so that no list goes on for ever.
struct SeenPages {
    /// At 100 records a page more than Freshdesk's lists of tickets hold; about 100 KB.
    static let limit = 4096

    private let limit: Int
    private var recent: [Int] = []
    private var known: Set<Int> = []
    private var anchor: Int?
    private var count = 0

    init(limit: Int = Self.limit) { self.limit = limit }

    /// What was inserted last.
    private(set) var last: Int?

    /// How many digests are kept.
    var size: Int { recent.count + (anchor == nil ? 0 : 1) }

    func contains(_ digest: Int) -> Bool { known.contains(digest) || anchor == digest }

    mutating func insert(_ digest: Int) {
        last = digest
        if count >= limit, count & (count - 1) == 0 { anchor = digest }
        defer { count += 1 }
        guard known.insert(digest).inserted else { return }
        guard recent.count == limit else { return recent.append(digest) }
        let place = count % limit
        known.remove(recent[place])
        recent[place] = digest
    }
}
