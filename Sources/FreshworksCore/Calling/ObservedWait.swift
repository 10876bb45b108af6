/// A wait for an account's rate limit, as observers see it when it begins.
public struct ObservedWait: Sendable, Hashable {
    /// How long it takes as far as is known. Other programs of the account may use up what is there then.
    public let expected: Duration
    /// The part of the limit that is used up.
    public let group: RateGroup
}

extension RequestObserver {
    /// Adds nothing.
    public func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    /// Does nothing.
    public func callWaits(_ call: ObservedCall, _ wait: ObservedWait) {}
}
