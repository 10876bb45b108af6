/// How long the windows of a rate limit are, learned from when they were seen to begin.
///
/// A product's documentation says how long they should be; accounts differ. A pure value that is told the time.
struct WindowLength: Sendable {
    private(set) var estimate: Duration
    private let assumed: Duration
    /// Beginnings of windows, each between two moments: the one that was seen last, and one from some windows before,
    /// which tells the length more precisely.
    private var last: Beginning?
    private var anchor: Beginning?

    private struct Beginning {
        let earliest: Duration
        let latest: Duration
    }

    private static let longest = Duration.seconds(86_400)
    /// No service counts so fast: numbers that rise within less are answers that overtook each other.
    private static let shortest = Duration.milliseconds(100)
    /// Further back an error of the estimate may be half a window.
    private static let furthest = 16

    init(assumed: Duration) {
        estimate = assumed
        self.assumed = assumed
    }

    /// Whether the windows are of another length than was assumed.
    var hasLearned: Bool { estimate != assumed }

    /// A window began between two moments, for certain.
    mutating func began(between earliest: Duration, and latest: Duration) {
        let new = Beginning(earliest: min(earliest, latest), latest: latest)
        // What is hardly known tells nothing.
        guard new.latest - new.earliest <= estimate / 8 else { return forgetBeginnings() }
        if let last, windows(from: last, to: new) == 1 { learn(from: last, to: new, windows: 1) }
        if let anchor {
            let count = windows(from: anchor, to: new)
            if (2...Self.furthest).contains(count), isWhole(from: anchor, to: new, windows: count) {
                learn(from: anchor, to: new, windows: count)
            } else if count > Self.furthest {
                self.anchor = last
            }
        }
        last = new
        if anchor == nil { anchor = new }
    }

    /// A window was seen to go on for longer than that.
    mutating func goesOn(for span: Duration) {
        while estimate <= span, estimate < Self.longest { estimate = estimate * 2 }
        forgetBeginnings()
    }

    /// The service itself says that the window goes on for so long.
    mutating func isAtLeast(_ span: Duration) {
        guard span > estimate else { return }
        estimate = min(span, Self.longest)
        forgetBeginnings()
    }

    /// What was seen so far cannot be compared with what comes.
    mutating func forgetBeginnings() {
        last = nil
        anchor = nil
    }

    private mutating func learn(from old: Beginning, to new: Beginning, windows count: Int) {
        let (least, most) = ((new.earliest - old.latest) / count, (new.latest - old.earliest) / count)
        estimate = max(min(estimate, most), least, Self.shortest)
    }

    /// How many windows lie between two beginnings, as far as can be told.
    private func windows(from old: Beginning, to new: Beginning) -> Int {
        max(1, Int(ratio(from: old, to: new).rounded()))
    }

    private func isWhole(from old: Beginning, to new: Beginning, windows count: Int) -> Bool {
        abs(ratio(from: old, to: new) - Double(count)) < 0.2
    }

    private func ratio(from old: Beginning, to new: Beginning) -> Double {
        let span = (new.earliest + new.latest - old.earliest - old.latest) / 2
        return span / estimate
    }
}
