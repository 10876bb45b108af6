import Synchronization

/// What the clients of one account share within a runtime.
final class AccountState: Sendable {
    let pacer: Pacer?
    let healing = CredentialHealing()
    private let state = Mutex(State())

    private struct State {
        var rateLimit: RateLimit?
        var retryBudget = RetryBudget()
        var rejected = RejectedCredentials()
    }

    init(pacer: Pacer?) { self.pacer = pacer }

    var rateLimit: RateLimit? { state.withLock(\.rateLimit) }

    /// Takes note of what an answer says about the limit and the credential.
    func note(
        _ response: TransportResponse, _ reading: RateReading, for credential: Credential, now: Duration
    ) {
        state.withLock { state in
            if let limit = RateLimit(reading) { state.rateLimit = limit }
            if response.status == 401 {
                state.rejected.add(credential.revision, now: now)
            } else {
                state.rejected.remove(credential.revision)
            }
            if response.isSuccess { state.retryBudget.refill() }
        }
    }

    /// How long a credential that was rejected must not be sent; `nil` if it may be.
    func coolDown(of credential: Credential, now: Duration) -> Duration? {
        state.withLock { $0.rejected.wait(credential.revision, now: now) }
    }

    func withRetryBudget<Result>(_ body: (inout RetryBudget) -> Result) -> Result {
        state.withLock { body(&$0.retryBudget) }
    }
}
