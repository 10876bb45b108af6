import Foundation
import FreshworksCore
import Synchronization

/// The machine's clocks, both ahead by the same time, which can be changed.
final class OffsetClock: RuntimeClock {
    private let system = SystemClock()
    private let state = Mutex(State())

    private struct State {
        var offset = Duration.zero
        /// What the clock shows as long as it stands still.
        var still: Duration?
    }

    var monotonicNow: Duration { state.withLock { $0.still ?? system.monotonicNow + $0.offset } }
    var wallNow: Date { system.wallNow + state.withLock { $0.offset } / .seconds(1) }

    /// Those who sleep at that moment sleep as long as they would have.
    func move(to offset: Duration) { state.withLock { $0.offset = offset } }

    /// Leaves out the time that passes meanwhile, as the clock of a machine does that was suspended.
    func standStill(during pause: () -> Void) {
        let now = state.withLock { state in
            let now = system.monotonicNow + state.offset
            state.still = now
            return now
        }
        pause()
        state.withLock { $0 = State(offset: now - system.monotonicNow) }
    }

    func sleep(until deadline: Duration) async throws {
        // Again where the clock stood still meanwhile.
        while case let left = deadline - monotonicNow, left > .zero { try await system.sleep(for: left) }
    }
}
