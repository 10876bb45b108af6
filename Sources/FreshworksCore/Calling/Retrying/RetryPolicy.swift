extension FreshworksRuntime {
    /// When a failed call is sent again. The defaults suit most programs.
    public struct Retry: Sendable, Hashable {
        /// How often a call is sent at the most. 1 never repeats.
        public var maximumAttempts: Int
        /// The longest wait before the first repetition, where the service asks for none; it doubles with each further
        /// one, up to 20 seconds.
        public var firstWait: Duration
        /// The longest wait before any repetition, also where the service asks for it. If it asks for more, the call
        /// fails at once and its error says how long to wait. The call's deadline bounds each wait too.
        public var longestWait: Duration

        /// Makes a policy.
        public init(
            maximumAttempts: Int = 4, firstWait: Duration = .milliseconds(500), longestWait: Duration = .seconds(86_400)
        ) {
            self.maximumAttempts = max(1, maximumAttempts)
            self.firstWait = firstWait
            self.longestWait = longestWait
        }
    }
}

/// What to do about a failed attempt, and why.
struct RetryDecision: Sendable, Hashable {
    /// How long to wait before the next attempt; `nil` when there is none.
    let wait: Duration?
    /// The reason, for observers and errors.
    let reason: String

    static func `repeat`(after wait: Duration, _ reason: String) -> RetryDecision {
        RetryDecision(wait: wait, reason: reason)
    }

    static func stop(_ reason: String) -> RetryDecision { RetryDecision(wait: nil, reason: reason) }
}

extension FreshworksRuntime.Retry {
    /// Decides about a failed attempt.
    /// - Parameters:
    ///   - attempts: How many there were.
    ///   - isPaced: Whether the pacer makes the next attempt wait as long as a 429 asks.
    ///   - timeLeft: Until the call's deadline.
    ///   - jitter: Between 0 and 1: programs that fail together shall not come back together.
    func decision(
        about error: FreshworksError, attempts: Int, isSafeToRepeat: Bool, isPaced: Bool, timeLeft: Duration,
        budget: inout RetryBudget, jitter: Double
    ) -> RetryDecision {
        guard let cause = Self.passingCause(of: error) else { return .stop("repeating would not help") }
        let wait = max(error.retryAfter ?? .zero, backoff(attempts) * jitter)
        if error.mayHaveBeenExecuted && !isSafeToRepeat { return .stop("the call may have been executed") }
        if attempts >= maximumAttempts { return .stop("it failed \(attempts) times") }
        if wait >= timeLeft { return .stop("the deadline comes before the next attempt may be made") }
        if wait > longestWait { return .stop("the service asks to wait longer than is allowed") }
        if error.code != .rateLimited && !budget.take() { return .stop("too many calls of the account fail") }
        return .repeat(after: error.code == .rateLimited && isPaced ? .zero : wait, cause)
    }

    private static let longestBackoff = Duration.seconds(20)

    private func backoff(_ attempts: Int) -> Duration {
        // Bounded before it is multiplied: a `Duration` traps on what it cannot hold.
        let longest = max(.zero, min(longestWait, Self.longestBackoff))
        return min(min(max(.zero, firstWait), longest) * (1 << min(attempts - 1, 16)), longest)
    }

    /// Why a failure may pass; `nil` when it will not.
    static func passingCause(of error: FreshworksError) -> String? {
        switch error.code {
        case .rateLimited: "the rate limit was used up"
        case .connectionRefused, .connectionFailed, .nameNotResolved, .outOfDescriptors: "the connection failed"
        case .encryptionFailed: error.underlying is CertificateRefusal ? nil : "the connection failed"
        // A wrong password that is sent again and again gets its user locked out.
        case .proxyFailed:
            (error.underlying as? ProxyRefusal).map { $0.status < 500 } == true ? nil : "the proxy failed"
        case .truncatedResponse, .malformedResponse: "the answer was incomplete"
        case .timedOut: "no answer came in time"
        case .serviceFailed: [500, 502, 503, 504].contains(error.status) ? "the service failed" : nil
        default: nil
        }
    }
}
