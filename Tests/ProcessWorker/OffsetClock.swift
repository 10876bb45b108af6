import Foundation
import FreshworksCore
import Synchronization

/// The machine's clocks, both ahead by the same time, which can be changed; the monotonic one can stand still.
final class OffsetClock: RuntimeClock {
    private let system = SystemClock()
    private let state = Mutex(State())

    private struct State {
        var offset = Duration.zero
        /// What the monotonic clock has left out.
        var leftOut = Duration.zero
        /// What the monotonic clock shows as long as it stands still.
        var still: Duration?
    }

    var monotonicNow: Duration { state.withLock { $0.still ?? system.monotonicNow + $0.offset - $0.leftOut } }
    var wallNow: Date { system.wallNow + state.withLock { $0.offset } / .seconds(1) }

    /// Those who sleep at that moment sleep as long as they would have.
    func move(to offset: Duration) { state.withLock { $0.offset = offset } }

    /// Leaves out the time that passes meanwhile, as the monotonic clock of a machine does that was suspended.
    func standStill(during pause: () -> Void) {
        let began = system.monotonicNow
        state.withLock { $0.still = began + $0.offset - $0.leftOut }
        pause()
        state.withLock { state in
            state.leftOut += system.monotonicNow - began
            state.still = nil
        }
    }

    func sleep(until deadline: Duration) async throws {
        // Again where the clock stood still meanwhile.
        while case let left = deadline - monotonicNow, left > .zero { try await system.sleep(for: left) }
    }
}
