import FreshworksCore
import Synchronization

/// What both front ends share: the state behind its lock. The runtime holds it too, which is why it is not the sandbox itself.
final class SandboxCore: Sendable {
    let options: Sandbox.Options
    private let state: Mutex<SandboxState>

    init(_ options: Sandbox.Options) {
        self.options = options
        state = Mutex(SandboxState(options))
    }

    func withState<Result: Sendable>(_ body: (inout sending SandboxState) -> Result) -> Result {
        state.withLock { body(&$0) }
    }

    func answer(_ arrival: Arrival) -> SandboxOutcome {
        let now = options.clock.wallNow
        return withState { $0.answer(arrival, now: now) }
    }
}
