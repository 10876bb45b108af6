import Foundation
import Synchronization

/// What the clients of one account share within a runtime.
final class AccountState: Sendable {
    let pacer: Pacer?
    let healing = CredentialHealing()
    private let period: Duration
    private let state: Mutex<State>

    private struct State {
        var rateLimit: RateLimit?
        var retryBudget = RetryBudget()
        var rejected = RejectedCredentials()
        var lastUsed: Duration
    }

    /// - Parameter period: How long the windows of the account's rate limit should be.
    init(pacer: Pacer?, period: Duration, now: Duration) {
        self.pacer = pacer
        self.period = period
        state = Mutex(State(lastUsed: now))
    }

    var rateLimit: RateLimit? { pacer?.rateLimit ?? state.withLock(\.rateLimit) }

    /// How long what an account has shown of itself alone is kept: it took refusals to find out.
    private static let lessonsLast = Duration.seconds(3600)

    /// Whether all that is known here is worth nothing any more: the window has passed, and nothing keeps calls back.
    func isSpent(now: Duration) -> Bool {
        let (lastUsed, isCooling) = state.withLock { ($0.lastUsed, $0.rejected.isCooling(now: now)) }
        guard !isCooling, now >= lastUsed + period else { return false }
        guard let pacer else { return true }
        let (isIdle, hasLearned) = pacer.isIdle(now: now)
        return isIdle && (!hasLearned || now >= lastUsed + Self.lessonsLast)
    }

    /// Takes note of what an answer says about the limit and the credential.
    func note(
        _ response: TransportResponse, _ reading: RateReading, for credential: Credential, now: Duration, wallNow: Date
    ) {
        state.withLock { state in
            state.lastUsed = now
            if let limit = RateLimit(reading, at: wallNow) { state.rateLimit = limit }
            if response.status == 401 {
                state.rejected.add(credential, now: now)
            } else {
                state.rejected.remove(credential)
            }
            if response.isSuccess { state.retryBudget.refill() }
        }
    }

    /// How long a credential that was rejected must not be sent; `nil` if it may be.
    func coolDown(of credential: Credential, now: Duration) -> Duration? {
        state.withLock { $0.rejected.wait(credential, now: now) }
    }

    func withRetryBudget<Result>(_ body: (inout RetryBudget) -> Result) -> Result {
        state.withLock { body(&$0.retryBudget) }
    }
}
