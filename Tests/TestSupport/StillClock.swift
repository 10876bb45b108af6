package import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization

/// A clock for tests in which time plays no part: no deadline ever comes, however long the machine takes.
///
/// Waits of up to five seconds, such as those before a repetition, are over at once, and time moves on by them alone. Longer
/// ones never end.
package final class StillClock: RuntimeClock {
    package let wallNow = Date()
    private let elapsed = Mutex(Duration.zero)
    private let never = ManualClock()

    package init() {}

    package var monotonicNow: Duration { elapsed.withLock { $0 } }

    package func sleep(until deadline: Duration) async throws {
        try Task.checkCancellation()
        guard deadline - monotonicNow <= .seconds(5) else { return try await never.sleep(until: .seconds(1)) }
        elapsed.withLock { $0 = max($0, deadline) }
    }
}
