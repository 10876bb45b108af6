/// A second in which more records were changed than fit on a page: it is read by windows of numbered pages that overlap.
///
/// Between two calls records may leave the second, because they change again, and those behind move up. A window that shows a
/// record that was read already has missed none between; one that shows none is read again from further in front. As a page's
/// number and size are all that can be said, the size is what makes windows overlap: page 2 of 99 begins with record 99.
///
/// Behind the last page that the service serves, the list is read from its other end until both meet. There, records
/// that change move to the front, which delays others but hides none.
struct CrowdedSecond {
    let pageSize: Int
    let lastPage: Int
    /// When the pass through it began, in seconds from 1970.
    let beganAt: Int64
    private(set) var isDescending = false
    /// The versions of records that lie before what is to be read next.
    private(set) var passed: Set<String>
    /// How many rows lie before what is to be read next, as far as is known.
    private var start: Int
    /// How many records the pass has found that were not known.
    private(set) var news = 0
    private var lower: Set<String> = []
    private var stepsBack = 0

    /// So many windows of a pass do not miss what was read; a service that orders records at random would be asked for ever.
    private var limitOfStepsBack: Int { 2 * min(lastPage, 1000) }

    init(pageSize: Int, lastPage: Int, passed: Set<String>, beganAt: Int64) {
        self.pageSize = pageSize
        self.lastPage = lastPage
        self.passed = passed
        self.beganAt = beganAt
        start = passed.count
    }

    /// Goes on from the other end.
    /// - Parameter versions: What the pass has read from the first.
    mutating func turn(knowing versions: Set<String>) {
        isDescending = true
        passed = []
        start = 0
        lower = versions
    }

    /// Whether a record was read from the first end, so that the ends have met.
    func isKnown(_ version: String) -> Bool { lower.contains(version) }

    /// The page that overlaps what was read, and shows the most beyond it; `nil` when no page does.
    var window: (page: Int, size: Int)? {
        guard start > 0 else { return (1, pageSize) }
        let windows = (max(1, pageSize / 2)...max(1, pageSize)).map { (page: (start - 1) / $0 + 1, size: $0) }
        let best = windows.filter { $0.page <= lastPage }.max { $0.page * $0.size < $1.page * $1.size }
        return best.flatMap { $0.page * $0.size > start ? $0 : nil }
    }

    /// Whether nothing lies before the window.
    var isAtStart: Bool { window.map { $0.page == 1 } ?? true }

    /// Takes note of a window that was read.
    mutating func pass(_ versions: [String], hasMore: Bool, news: Int) {
        guard let window else { return }
        passed.formUnion(versions)
        self.news += news
        start = hasMore ? window.page * window.size : (window.page - 1) * window.size + versions.count
    }

    /// Begins further in front, after the window showed nothing that was read.
    /// - Throws: ``FreshworksError/Code/repeatedPage`` when that leads nowhere.
    mutating func stepBack() throws {
        stepsBack += 1
        guard stepsBack <= limitOfStepsBack else { throw FreshworksError.repeatedPage }
        start = max(0, start - pageSize)
    }
}
