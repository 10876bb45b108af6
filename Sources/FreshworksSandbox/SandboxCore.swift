import FreshworksCore
import Synchronization

/// What both front ends share: the state behind its lock. The runtime holds it too, which is why it is not the sandbox itself.
final class SandboxCore: Sendable {
    let options: Sandbox.Options
    private let state: Mutex<SandboxState>
    private let carrier = Mutex<AsyncStream<JSONObject>.Continuation?>(nil)

    init(_ options: Sandbox.Options) {
        self.options = options
        state = Mutex(SandboxState(options))
    }

    func withState<Result: Sendable>(_ body: (inout sending SandboxState) -> Result) -> Result {
        state.withLock { body(&$0) }
    }

    func answer(_ arrival: Arrival) -> SandboxOutcome {
        let now = options.clock.wallNow
        let outcome = withState { $0.answer(arrival, now: now) }
        handOver()
        return outcome
    }

    /// Hands events of Freshchat to a webhook's courier from now on, in place of the one before.
    func carry(to continuation: AsyncStream<JSONObject>.Continuation?) {
        carrier.withLock { carrier in
            carrier?.finish()
            carrier = continuation
        }
        handOver()
    }

    private func handOver() {
        carrier.withLock { carrier in
            guard let carrier else { return }
            let events = withState { state in
                defer { state.freshchat.outbox = [] }
                return state.freshchat.outbox
            }
            for event in events { carrier.yield(event) }
        }
    }
}
