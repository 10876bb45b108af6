/// The parts of an account that a 429 has closed, and until when.
struct RateGates: Sendable {
    private var account: Duration?
    private var groups: [RateGroup: Duration] = [:]
    private var refusalsInARow = 0
    private var lastRefusal = Duration.zero

    private static let longestWait = Duration.seconds(3600)
    private static let longestGuess = Duration.seconds(60)

    /// Closes a group, or the whole account for `nil`.
    /// - Parameters:
    ///   - wait: What the service asks for; without it the wait doubles from one second up to a minute.
    ///   - sent: When the refused call was sent. Calls that were under way together are one refusal.
    mutating func close(_ group: RateGroup?, for wait: Duration?, sent: Duration, now: Duration, jitter: Double) {
        if sent >= lastRefusal || refusalsInARow == 0 {
            refusalsInARow += 1
            lastRefusal = now
        }
        let guess = min(.seconds(1) * (1 << min(refusalsInARow - 1, 6)), Self.longestGuess)
        // A little later than asked, so that clocks that differ do not cost another refusal.
        let span = min(wait.map { $0 + .milliseconds(100) } ?? guess, Self.longestWait) * (1 + jitter / 10)
        if let group {
            groups[group] = max(groups[group] ?? .zero, now + span)
        } else {
            account = max(account ?? .zero, now + span)
        }
    }

    mutating func succeeded() { refusalsInARow = 0 }

    func isAnyClosed(now: Duration) -> Bool { account.map { $0 > now } ?? false || groups.values.contains { $0 > now } }

    /// When a group opens again; `nil` if it is open.
    func opening(of group: RateGroup, now: Duration) -> Duration? {
        [account, groups[group]].compactMap { $0 }.filter { $0 > now }.max()
    }
}
