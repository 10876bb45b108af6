/// How long a call may go on: until its deadline, which a wait for the rate limit may move.
///
/// A pure value that is told the time.
struct CallTime: Sendable {
    /// When the call ends if it is not done.
    private(set) var deadline: Duration
    /// How much more waiting for the rate limit moves the deadline; `nil` where it is the call's own time.
    private var patience: Duration?
    /// When the service refused the call for the first time since it last did something else.
    private var refusedSince: Duration?
    private var excusedRefusals = 0

    /// A service that refuses a call for two of its longest windows, and does not say how long it will, may refuse it
    /// for ever.
    private static let longestRefusal = Duration.seconds(7200)

    init(_ options: CallOptions, begun: Duration) {
        deadline = begun + options.deadline
        patience = options.limitPatience.map { max(.zero, $0) }
    }

    /// Until when the call may wait for the rate limit.
    var limitDeadline: Duration { deadline + (patience ?? .zero) }

    /// The call waited for the rate limit.
    mutating func waited(_ span: Duration) {
        guard let left = patience else { return }
        let excused = min(max(.zero, span), left)
        patience = left - excused
        deadline += excused
    }

    /// How many of a call's attempts count against the policy: where waiting is not the call's own time, being refused
    /// is not either.
    mutating func countedAttempts(
        _ attempts: Int, after failure: FreshworksError, isPaced: Bool, now: Duration
    ) -> Int {
        guard failure.code == .rateLimited else {
            refusedSince = nil
            return attempts - excusedRefusals
        }
        let since = refusedSince ?? now
        refusedSince = since
        let isExcused = failure.retryAfter != nil || isPaced && now - since < Self.longestRefusal
        if patience != nil, isExcused { excusedRefusals += 1 }
        return attempts - excusedRefusals
    }
}
