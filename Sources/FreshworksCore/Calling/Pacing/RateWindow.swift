/// How many calls the present window of an account's rate limit still allows, as far as a client can tell.
///
/// The services count calls as they arrive, in windows whose beginning they do not tell. What a client sees is the number
/// remaining, stamped on each answer. A number that rises from one call to a later one shows that a new window began between
/// them; the answer's arrival is then the latest moment at which it can have begun, so a window is never thought to end early.
///
/// A pure value that is told the time.
struct RateWindow: Sendable {
    private let period: Duration
    /// When the present window began, at the latest; `nil` before the first answer.
    private var start: Duration?
    /// Answers to calls sent before may be stamped by the window before.
    private var trustedFrom: Duration = .zero
    /// The answer with the least number in this window.
    private var least: (received: Duration, remaining: Int)?
    /// Calls allowed per window; `nil` until an answer tells.
    private(set) var total: Int?
    /// Calls left by the last trustworthy stamp; `nil` until an answer tells.
    private(set) var remaining: Int?
    /// Counts the windows that were seen to begin.
    private(set) var number = 0

    init(period: Duration) { self.period = period }

    /// When the next window has begun for certain.
    var nextStart: Duration? { start.map { $0 + period } }

    /// Moves to the window of `now`, in which all calls of the limit are there again.
    mutating func advance(to now: Duration) {
        guard let nextStart, now >= nextStart else { return }
        start = now - Self.remainder(now - nextStart, period)
        trustedFrom = nextStart
        remaining = total
        least = nil
        number += 1
    }

    /// A call ended with an answer.
    mutating func answered(_ reading: RateReading, cost: Int, sent: Duration, received: Duration) {
        advance(to: received)
        guard let stamped = reading.remaining else { return spent(cost) }
        if let newTotal = reading.total { total = newTotal }
        if let least, sent >= least.received, stamped > least.remaining {
            trustedFrom = received
            number += 1
            begin(stamped, reading, received)
        } else if sent < trustedFrom {
            // Which window counted it is not known; the first trustworthy stamp tells.
            if least == nil { spent(cost) }
        } else if least == nil {
            // The first call of a window may be what opened it, so the window is counted from its answer.
            begin(stamped, reading, received)
        } else {
            remaining = min(remaining ?? stamped, stamped)
            if let known = least, stamped <= known.remaining { least = (received, stamped) }
        }
    }

    /// A call ended without telling what remains, and may have been counted.
    mutating func spent(_ cost: Int) {
        remaining = remaining.map { max(0, $0 - cost) }
    }

    /// The service refused a call although some were thought to remain: learn anew, from calls that are sent from now on.
    mutating func forget(now: Duration) {
        start = nil
        trustedFrom = now
        remaining = nil
        least = nil
        number += 1
    }

    private mutating func begin(_ stamped: Int, _ reading: RateReading, _ received: Duration) {
        // Where the service tells the end of the window, it does so in whole seconds.
        start = reading.resetsIn.map { received + $0 + .seconds(1) - period } ?? received
        remaining = stamped
        least = (received, stamped)
    }

    private static func remainder(_ span: Duration, _ period: Duration) -> Duration {
        span - period * (span / period).rounded(.down)
    }
}
