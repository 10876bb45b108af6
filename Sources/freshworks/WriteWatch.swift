import FreshworksCore
import Synchronization

/// Notices calls that were interrupted when they were under way, and may have been carried out all the same.
final class WriteWatch: RequestObserver {
    private let cut = Mutex<TransportRequest.Method?>(nil)

    /// The verb of the call that was interrupted after it was sent, if it changes something.
    var interrupted: TransportRequest.Method? { cut.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        guard outcome.wasCancelled, outcome.mayHaveBeenExecuted, call.method != .get else { return }
        cut.withLock { $0 = call.method }
    }
}
