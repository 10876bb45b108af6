import FreshworksCore
import Logging

/// Logs every call to the service, and what becomes of sessions.
struct CallLog: SessionObserver {
    let logger: Logger

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        var metadata: Logger.Metadata = [
            "operation": "\(call.product).\(call.operation)",
            "attempts": "\(outcome.attempts)",
            "waited": "\(outcome.waited)",
            "took": "\(outcome.duration)",
        ]
        if let status = outcome.status { metadata["status"] = "\(status)" }
        if let error = outcome.error { metadata["error"] = "\(error)" }
        logger.info("called", metadata: metadata)
    }

    func sessionChanged(_ event: SessionEvent) {
        var metadata: Logger.Metadata = ["session": "\(event.session)", "change": "\(event.kind.rawValue)"]
        if let error = event.error { metadata["error"] = "\(error)" }
        logger.log(level: event.kind == .storeFailed ? .error : .info, "session", metadata: metadata)
    }
}
