/// How many calls the present window of an account's rate limit still allows, as far as a client can tell.
///
/// The services count calls as they arrive, in windows whose beginning they do not tell. What a client sees is the number
/// remaining, stamped on each answer. A number that rises from one call to a later one shows that a new window began between
/// them; the answer's arrival is then the latest moment at which it can have begun, so a window is never thought to end early.
/// One that goes on falling where a new window should have begun shows that windows are longer than thought.
///
/// A pure value that is told the time.
struct RateWindow: Sendable {
    private(set) var length: WindowLength
    /// When the present window began, at the latest; `nil` before the first answer.
    private var start: Duration?
    /// How much earlier it may have begun.
    private var doubt = Duration.zero
    /// Answers to calls sent before may be stamped by the window before.
    private var trustedFrom: Duration = .zero
    /// The answer with the least number in this window, and when the latest call was sent that this window counted.
    private var least: Stamp?
    /// The window before, until the present one is seen.
    private var before: (start: Duration, stamp: Stamp)?
    /// What remained when this program first looked at the window.
    private var base: Int?
    /// What was counted in this window, where no answer ever told what remains.
    private var silent: Int?
    /// How many windows in a row were used up without a refusal, where no answer ever told what remains.
    private var fullWindows = 0
    private(set) var others = OtherCallers()
    /// Calls allowed per window; `nil` until an answer tells.
    private(set) var total: Int?
    /// Calls left by the last trustworthy stamp; `nil` until an answer tells.
    private(set) var remaining: Int?
    /// Counts the windows that were seen to begin.
    private(set) var number = 0

    private struct Stamp {
        var received: Duration
        var sent: Duration
        var remaining: Int
    }

    init(period: Duration) { length = WindowLength(assumed: period) }

    /// Whether the window is longer or shorter than was assumed, or its limit was found by refusals.
    var hasLearned: Bool { length.hasLearned || silent != nil && total != nil }

    /// When the next window has begun for certain.
    var nextStart: Duration? { start.map { $0 + length.estimate } }

    /// When the next window may have begun already, as far as is known.
    var earliestNextStart: Duration? { nextStart.map { $0 - min(doubt, length.estimate / 8) } }

    /// Whether an answer has shown the present window.
    var isSeen: Bool { least != nil }

    /// How many calls of others may have come since the last stamp: more than are expected, lest they be met.
    func strangers(now: Duration) -> Int {
        guard let least, let start, let remaining else { return 0 }
        // The clock may have been read before another thread sent the call.
        let age = max(.zero, now - least.sent)
        let expected = others.expected(in: age, elapsed: max(.zero, now - start))
        let most = Int(min(expected + expected.squareRoot(), 1e9).rounded(.up))
        // After a pause in the middle of a window one has to ask to know.
        return remaining > (total ?? 0) / 10 ? min(most, remaining / 2) : most
    }

    /// Moves to the window of `now`, in which all calls of the limit are there again.
    mutating func advance(to now: Duration) {
        guard let start, let nextStart, now >= nextStart else { return }
        let isNext = now < nextStart + length.estimate
        before = least.flatMap { isNext ? (start, $0) : nil }
        if silent != nil {
            // What was used up without a refusal was not all, perhaps: others may have had most of the window in which the
            // limit was found.
            if let known = total, remaining == 0 {
                total = known + (max(1, known / 20) << min(fullWindows, 16))
                fullWindows += 1
            }
            silent = 0
        }
        self.start = now - Self.remainder(now - nextStart, length.estimate)
        trustedFrom = nextStart
        remaining = total
        least = nil
        countWindow(after: length.estimate)
        base = total
    }

    /// A call ended with an answer.
    mutating func answered(_ reading: RateReading, cost: Int, sent: Duration, received: Duration) {
        advance(to: received)
        guard let stamped = reading.remaining else { return counted(cost) }
        let isOtherPlan = total != nil && reading.total != nil && reading.total != total
        if let newTotal = reading.total { total = newTotal }
        silent = nil
        if isOtherPlan, start != nil {
            // Not the window is new but the limit.
            length.forgetBeginnings()
            trustedFrom = received
            before = nil
            base = stamped + cost
            remaining = stamped
            least = Stamp(received: received, sent: sent, remaining: stamped)
            countWindow(after: .zero)
        } else if let old = least, sent > old.received, stamped > old.remaining {
            learnLength(old, stamped, received)
            doubt = received - old.sent
            trustedFrom = received
            countWindow(after: start.map { received - $0 } ?? .zero)
            base = total
            begin(stamped, reading, cost: cost, sent: sent, received: received)
        } else if sent < trustedFrom {
            if let least {
                // By its number this window counted it, and not the one before.
                if abs(stamped - least.remaining) <= (total ?? 0) / 4 { remaining = min(remaining ?? stamped, stamped) }
            } else {
                // Which window counted it is not known; the first trustworthy stamp tells.
                remaining = remaining.map { max(0, $0 - cost) }
            }
        } else if least == nil {
            if let before, goesOn(before.stamp, stamped) {
                length.goesOn(for: received - before.start)
                start = before.start
                remaining = stamped
                least = Stamp(received: received, sent: sent, remaining: stamped)
            } else {
                if let before {
                    learnLength(before.stamp, stamped, received)
                    doubt = received - before.stamp.sent
                }
                // The first call of a window may be what opened it, so the window is counted from its answer.
                begin(stamped, reading, cost: cost, sent: sent, received: received)
            }
            before = nil
        } else {
            remaining = min(remaining ?? stamped, stamped)
            if let known = least {
                let isNewer = stamped <= known.remaining
                least = Stamp(
                    received: isNewer ? received : known.received, sent: max(sent, known.sent),
                    remaining: min(stamped, known.remaining))
            }
        }
        others.spent(cost)
        if let base, let least { others.counted(base - least.remaining) }
    }

    /// A call ended without telling what remains, and may have been counted.
    mutating func spent(_ cost: Int) {
        remaining = remaining.map { max(0, $0 - cost) }
        others.spent(cost)
    }

    /// The service refused a call although some were thought to remain: learn anew, from calls that are sent from now on.
    /// - Parameter wait: How long the service says the window goes on.
    mutating func refused(now: Duration, wait: Duration?) {
        if let wait { length.isAtLeast(wait - .seconds(1)) }
        if let silent, silent > 0, start != nil { total = silent }
        fullWindows = 0
        let observed = start.map { now - $0 } ?? .zero
        start = nil
        trustedFrom = now
        remaining = nil
        least = nil
        before = nil
        base = nil
        doubt = .zero
        countWindow(after: observed)
        silent = silent == nil ? nil : 0
    }

    /// The service lets calls in again after it refused some: where it tells nothing, a window begins.
    mutating func reopened(now: Duration) {
        guard silent != nil else { return }
        start = now
        silent = 0
        remaining = total
    }

    /// A call was counted by a service that does not tell what remains: then the number of calls from the beginning of
    /// a window to a refusal is the limit.
    private mutating func counted(_ cost: Int) {
        if total == nil, silent == nil { silent = 0 }
        silent = silent.map { $0 + cost }
        spent(cost)
    }

    private mutating func countWindow(after span: Duration) {
        number += 1
        others.begin(after: span)
    }

    private mutating func begin(
        _ stamped: Int, _ reading: RateReading, cost: Int, sent: Duration, received: Duration
    ) {
        start = received
        if let resetsIn = reading.resetsIn {
            // In whole seconds. The window had begun when the answer came all the same, unless it is longer than thought.
            let told = received + resetsIn + .seconds(1) - length.estimate
            start = resetsIn <= length.estimate + .seconds(1) ? min(told, received) : told
            doubt = .seconds(1)
        }
        remaining = stamped
        least = Stamp(received: received, sent: sent, remaining: stamped)
        if base == nil { base = stamped + cost }
    }

    /// Whether the window before still counts: a new one would have all calls again.
    private func goesOn(_ old: Stamp, _ stamped: Int) -> Bool {
        stamped <= old.remaining && old.remaining < (total ?? 0) / 4
    }

    /// A few calls more remaining may be a service that does not count well; many are a new window.
    private mutating func learnLength(_ old: Stamp, _ stamped: Int, _ received: Duration) {
        guard stamped - old.remaining >= max(2, (total ?? 0) / 100) else { return }
        length.began(between: old.sent, and: received)
    }

    private static func remainder(_ span: Duration, _ period: Duration) -> Duration {
        span - period * (span / period).rounded(.down)
    }
}
