/// One sending of a call's request, as observers see it when it is over.
public struct ObservedAttempt: Sendable, Hashable {
    /// 1 for the first.
    public let number: Int
    /// The status of the answer; `nil` when none came.
    public internal(set) var status: Int?
    /// What the service calls the request, to name to its support; `nil` where it did not say.
    public internal(set) var requestID: String?
    /// Why no answer came, or what one outside 2xx means; `nil` for success and for cancellation.
    public internal(set) var error: FreshworksError.Code?
    /// Whether the caller cancelled, or the runtime ended.
    public internal(set) var wasCancelled = false
    /// Whether the service may have carried it out, though nobody knows.
    public internal(set) var mayHaveBeenExecuted = false
    /// From the sending to the last byte of the answer.
    public internal(set) var duration: Duration = .zero
    /// The size of the answer's body.
    public internal(set) var bytesReceived = 0
    /// How long the call waits before it is sent again, the wait for the rate limit apart; `nil` after the last attempt.
    public internal(set) var repeatsAfter: Duration?

    init(number: Int) { self.number = number }
}

extension RequestObserver {
    /// Does nothing.
    public func attemptEnded(_ call: ObservedCall, _ attempt: ObservedAttempt) {}
}
