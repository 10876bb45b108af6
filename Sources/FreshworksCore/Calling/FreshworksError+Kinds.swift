extension FreshworksError {
    /// Whether the account's rate limit is used up: by a 429, or known without asking again.
    ///
    /// ``retryAfter`` tells for how long, where that is known.
    public var isRateLimited: Bool { code == .rateLimited }

    /// Whether a service does not accept the credential: by a 401, or a moment after one without asking again.
    ///
    /// A session that only a new consent brings back is ``FreshworksError/Code/needsReauthorization`` instead.
    public var isCredentialRejected: Bool { code == .invalidCredential || status == 401 }

    /// Whether the same call may succeed later, and calling again does no harm.
    ///
    /// So the cause passes by itself (a rate limit, the network, a service that fails), and the call was either not
    /// carried out or is one that does the same however often it is sent. Wait at least ``retryAfter``; the library has
    /// repeated the call already as often as its deadline and ``FreshworksRuntime/Retry`` allow.
    public var isRetryable: Bool {
        FreshworksRuntime.Retry.passingCause(of: self) != nil && (!mayHaveBeenExecuted || isHarmlessToRepeat)
    }
}
