import Foundation
import FreshworksCore
import Synchronization

/// The machine's clocks, both ahead by the same time, which can be changed.
final class OffsetClock: RuntimeClock {
    private let system = SystemClock()
    private let offset = Mutex(Duration.zero)

    var monotonicNow: Duration { system.monotonicNow + offset.withLock { $0 } }
    var wallNow: Date { system.wallNow + offset.withLock { $0 } / .seconds(1) }

    /// Those who sleep at that moment sleep as long as they would have.
    func move(to offset: Duration) { self.offset.withLock { $0 = offset } }

    func sleep(until deadline: Duration) async throws {
        try await system.sleep(until: deadline - offset.withLock { $0 })
    }
}
