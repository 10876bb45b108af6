/// The parts of an account that a 429 has closed, and until when.
struct RateGates: Sendable {
    private var account: Duration?
    private var groups: [RateGroup: Duration] = [:]
    private var refusalsInARow = 0
    private var lastRefusal = Duration.zero
    private var wasTold = false
    private let longestGuess: Duration

    private static let longestWait = Duration.seconds(3600)

    /// - Parameter period: The length of a window: where it is an hour, a service that does not say how long to wait is not
    ///   asked every minute.
    init(period: Duration = .seconds(60)) { longestGuess = min(max(.seconds(60), period / 12), .seconds(300)) }

    /// Closes a group, or the whole account for `nil`.
    /// - Parameters:
    ///   - wait: What the service asks for; without it the wait doubles from one second up to a minute, or to five for
    ///     windows of an hour.
    ///   - sent: When the refused call was sent. Calls that were under way together are one refusal.
    mutating func close(_ group: RateGroup?, for wait: Duration?, sent: Duration, now: Duration, jitter: Double) {
        if sent > lastRefusal || refusalsInARow == 0 {
            refusalsInARow += 1
            lastRefusal = now
        }
        wasTold = wait != nil
        let guess = min(.seconds(1) * (1 << min(refusalsInARow - 1, 10)), longestGuess)
        // A little later than asked, so that clocks that differ do not cost another refusal.
        let span = min(wait.map { $0 + .milliseconds(100) } ?? guess, Self.longestWait) * (1 + jitter / 10)
        if let group {
            groups[group] = max(groups[group] ?? .zero, now + span)
        } else {
            account = max(account ?? .zero, now + span)
        }
    }

    /// A call went through; one that was sent before the last refusal says nothing about the time after it.
    mutating func succeeded(sent: Duration) {
        if sent > lastRefusal { refusalsInARow = 0 }
    }

    /// Whether the service has refused the last call that it was asked.
    var isRefusing: Bool { refusalsInARow > 0 }

    /// Whether it has, and has not said for how long.
    var isGuessing: Bool { isRefusing && !wasTold }

    /// Whether anything is closed.
    func isAnyClosed(now: Duration) -> Bool {
        account.map { $0 > now } ?? false || groups.values.contains { $0 > now }
    }

    /// When a group opens again; `nil` if it is open.
    func opening(of group: RateGroup, now: Duration) -> Duration? {
        [account, groups[group]].compactMap { $0 }.filter { $0 > now }.max()
    }
}
