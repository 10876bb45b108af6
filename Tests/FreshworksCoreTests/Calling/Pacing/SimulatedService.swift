/// A service's rate limit in simulated time, in microseconds. It shares nothing with the pacer.
struct SimulatedService {
    enum Windows {
        /// One after the other without a gap, the first of them cut short by the phase.
        case fixed(phase: Int)
        /// Each begins with the first call after the one before has ended.
        case byFirstCall
    }

    struct Stamp {
        let isRefused: Bool
        let total: Int
        let remaining: Int
        /// Until the window ends.
        let left: Int
    }

    let period: Int
    let windows: Windows
    var limit: Int
    /// Calls that others made in the present window, and all in all since `countsFrom`.
    private(set) var foreign = 0
    private(set) var accepted = 0
    private(set) var refused = 0
    /// The most that was accepted in one window.
    private(set) var fullest = 0
    var countsFrom = 0
    private var used = 0
    private var end = Int.min

    init(limit: Int, period: Int, windows: Windows) {
        self.limit = limit
        self.period = period
        self.windows = windows
    }

    /// A call arrives.
    mutating func call(cost: Int, isForeign: Bool = false, at now: Int) -> Stamp {
        if now >= end {
            used = 0
            switch windows {
            case .fixed(let phase): end = now + period - (now + phase) % period
            case .byFirstCall: end = now + period
            }
        }
        let fits = used + cost <= limit
        if fits { used += cost }
        if now >= countsFrom {
            switch (fits, isForeign) {
            case (true, true): foreign += cost
            case (true, false): accepted += cost
            case (false, false): refused += 1
            case (false, true): break
            }
            fullest = max(fullest, used)
        }
        return Stamp(isRefused: !fits, total: limit, remaining: max(0, limit - used), left: end - now)
    }
}
