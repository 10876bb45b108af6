/// Hears of each call when it begins and when it ends, for logs, metrics and traces. It never sees a secret, a path's
/// values, a query or a body. A call that is refused because its runtime was shut down has not begun. One that is a ``SessionObserver`` too hears of OAuth sessions.
///
/// The two that tell of begin and end run in the task that makes the call, before and after it, so task-local values are the caller's. None
/// may block.
public protocol RequestObserver: Sendable {
    /// A call begins. Nothing is added unless you implement it.
    /// - Returns: Header fields to send with it, such as `traceparent`.
    func callBegan(_ call: ObservedCall) -> HeaderFields

    /// The call waits because the account's rate limit is used up, or this client's share of it. Comes again when the
    /// limit is used up again before the call could go. Nothing happens unless you implement it.
    ///
    /// Unlike the others this may run in another task, so task-local values are not the caller's.
    func callWaits(_ call: ObservedCall, _ wait: ObservedWait)

    /// The request was sent once, and answered or not; a call has as many of these as it has attempts. Nothing happens
    /// unless you implement it.
    ///
    /// Like ``callWaits(_:_:)`` this may run in another task than the caller's.
    func attemptEnded(_ call: ObservedCall, _ attempt: ObservedAttempt)

    /// The same call has ended, in whatever way.
    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome)
}

/// A call as observers see it.
public struct ObservedCall: Sendable, Hashable {
    /// Tells the calls of one runtime apart.
    public let id: UInt64
    /// The product's name, such as `freshdesk`.
    public let product: String
    /// The operation, such as `tickets.create`.
    public let operation: String
    /// The verb.
    public let method: TransportRequest.Method
    /// The path with `{id}` in place of values.
    public let path: String
}

/// How a call ended.
public struct ObservedOutcome: Sendable, Hashable {
    /// The status of the last answer; `nil` when there was none.
    public var status: Int?
    /// What the service calls the last request that it answered, to name to its support; `nil` where it did not say.
    public var requestID: String?
    /// Why the call failed; `nil` for success and for cancellation.
    public var error: FreshworksError.Code?
    /// Whether the caller cancelled.
    public var wasCancelled = false
    /// Whether an attempt to which no answer came may have had its effect, a canceled one too.
    public var mayHaveBeenExecuted = false
    /// How often the request was sent.
    public var attempts = 0
    /// How long it waited for the rate limit and between attempts.
    public var waited: Duration = .zero
    /// Why it was repeated or given up, after each failed attempt.
    public var decisions: [String] = []
    /// From beginning to end.
    public var duration: Duration = .zero
    /// The size of the last answer's body.
    public var bytesReceived = 0
}
