import Foundation
import FreshworksCore
import Synchronization

/// A clock that a test moves by hand. Nothing here sleeps on it.
final class SteppedClock: RuntimeClock {
    private let elapsed = Mutex(Duration.zero)

    var monotonicNow: Duration { elapsed.withLock { $0 } }
    var wallNow: Date { Date(timeIntervalSince1970: 1_800_000_000 + monotonicNow / .seconds(1)) }

    func sleep(until deadline: Duration) async throws { try Task.checkCancellation() }

    func advance(by duration: Duration) { elapsed.withLock { $0 += duration } }
}
