/// Several observers in the place of one, such as one for logs and one for metrics.
///
/// ```swift
/// let runtime = FreshworksRuntime(observer: CombinedObserver(CallLog(logger: logger), CallMetrics()))
/// ```
public struct CombinedObserver: SessionObserver {
    private let observers: [any RequestObserver]

    /// Tells each of them, in this order.
    public init(_ observers: any RequestObserver...) { self.observers = observers }

    /// - Returns: The header fields of all of them; of two with the same name the later one's.
    public func callBegan(_ call: ObservedCall) -> HeaderFields {
        observers.reduce(into: HeaderFields()) { fields, observer in
            let more = observer.callBegan(call)
            // What is no field is refused when the call is sent; here it must not take the others away.
            do { try fields.set(contentsOf: more) } catch { fields = more }
        }
    }

    /// Tells each of them.
    public func callWaits(_ call: ObservedCall, _ wait: ObservedWait) {
        for observer in observers { observer.callWaits(call, wait) }
    }

    /// Tells each of them.
    public func attemptEnded(_ call: ObservedCall, _ attempt: ObservedAttempt) {
        for observer in observers { observer.attemptEnded(call, attempt) }
    }

    /// Tells each of them.
    public func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        for observer in observers { observer.callEnded(call, outcome) }
    }

    /// Tells those that hear of sessions.
    public func sessionChanged(_ event: SessionEvent) {
        for case let observer as any SessionObserver in observers { observer.sessionChanged(event) }
    }
}
