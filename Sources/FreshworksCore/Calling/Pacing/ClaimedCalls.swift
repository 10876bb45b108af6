/// The calls that this program has claimed of a window that several programs share. A pure value that is told the time.
struct ClaimedCalls: Sendable {
    private var left = 0
    private var until = Duration.zero
    private var state = State.hasNone(until: .zero)
    /// What to tell the others, in order.
    private var news: [SharedRequest] = []

    private enum State: Sendable {
        /// Nothing to ask for until then.
        case hasNone(until: Duration)
        case asks
        /// One call may go, to open the window.
        case mayOpen
        case opens(UInt64)
        /// The others cannot be reached: until then calls go by what the service's answers tell.
        case isAlone(until: Duration)
    }

    /// How long calls go without the others when they cannot be reached.
    private static let longestAlone = Duration.seconds(5)

    /// Whether a call may go.
    func covers(_ call: PacedCall, now: Duration) -> Bool {
        switch state {
        case .mayOpen: true
        case .isAlone(let until) where now < until: true
        default: left >= call.cost && now < until
        }
    }

    /// When there is something to ask for; `nil` while an answer is to come.
    func nextTry(now: Duration) -> Duration? {
        switch state {
        case .hasNone(let until), .isAlone(let until): max(until, now)
        default: nil
        }
    }

    /// Until when all is used up; `nil` if it is not.
    var usedUpUntil: Duration?

    /// A call goes.
    mutating func spend(_ call: PacedCall, now: Duration) {
        if case .mayOpen = state {
            state = .opens(call.id)
        } else {
            left = max(0, left - call.cost)
        }
    }

    /// Calls would go that are not covered.
    mutating func want(_ count: Int, leaving reserve: Int, now: Duration) {
        switch state {
        case .hasNone(let until), .isAlone(let until): if now < until { return }
        default: return
        }
        state = .asks
        usedUpUntil = nil
        news.append(.claim(count, leaving: reserve))
    }

    /// A call ended.
    /// - Parameters:
    ///   - remaining: What the service says is left of the window.
    ///   - ends: When that ends, and `margin` before that no call may go.
    ///   - refusedUntil: Set when the service refused it.
    mutating func ended(
        _ id: UInt64, remaining: Int?, ends: Duration?, margin: Duration, refusedUntil: Duration?
    ) {
        if let refusedUntil {
            (left, until) = (0, .zero)
            if case .asks = state {} else { state = .hasNone(until: .zero) }
            news.append(.refused(until: refusedUntil))
        } else if case .opens(let opening) = state, opening == id {
            state = .hasNone(until: .zero)
            if let remaining, let ends {
                news.append(.opened(left: remaining, ends: ends, margin: margin))
            } else {
                news.append(.gaveUp)
            }
        }
    }

    /// What is to be told to the others now.
    mutating func takeNews() -> [SharedRequest] {
        defer { news = [] }
        return news
    }

    /// The answer to a claim.
    mutating func answered(_ answer: LocalAnswer) {
        guard case .asks = state else { return }
        switch answer {
        case .granted(let count, let end):
            // What is left of an older claim of the same window counts on.
            left = end == until ? left + count : count
            until = end
            state = .hasNone(until: .zero)
        case .opens:
            (left, until) = (0, .zero)
            state = .mayOpen
        case .waits(let until, let isUsedUp):
            state = .hasNone(until: until)
            usedUpUntil = isUsedUp ? until : nil
        case .unreachable(let now):
            state = .isAlone(until: now + Self.longestAlone)
        }
    }

    /// The answer to a claim, by this program's own clock.
    enum LocalAnswer: Sendable {
        case granted(Int, until: Duration)
        case opens
        case waits(until: Duration, isUsedUp: Bool)
        case unreachable(now: Duration)
    }
}

/// What a program tells those with which it shares a window.
enum SharedRequest: Sendable {
    case claim(Int, leaving: Int)
    case opened(left: Int, ends: Duration, margin: Duration)
    case gaveUp
    case refused(until: Duration)
}
