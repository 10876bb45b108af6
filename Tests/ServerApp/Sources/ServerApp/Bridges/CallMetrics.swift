import FreshworksCore
import Metrics

/// Counts and times every call to the service.
struct CallMetrics: RequestObserver {
    var factory: any MetricsFactory = MetricsSystem.factory

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    func callWaits(_ call: ObservedCall, _ wait: ObservedWait) {
        Counter(label: "freshworks_waits", dimensions: [("product", call.product)], factory: factory).increment()
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        let result = outcome.wasCancelled ? "cancelled" : outcome.error?.rawValue ?? "ok"
        let dimensions = [("product", call.product), ("operation", call.operation), ("result", result)]
        Counter(label: "freshworks_attempts", dimensions: dimensions, factory: factory).increment(by: outcome.attempts)
        Metrics.Timer(label: "freshworks_calls", dimensions: dimensions, factory: factory)
            .record(duration: outcome.duration)
    }
}
