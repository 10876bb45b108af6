import Foundation
import Synchronization

/// How long the process stood still at the most, as a thread sees it that wants to run every ten milliseconds.
///
/// A process that stands still longer than its claim may lose the session, which is known of leases. Who reads the reports
/// must be able to tell that from a fault.
final class StallWatch: Sendable {
    private let longest = Mutex(Duration.zero)

    init() {
        Thread.detachNewThread { [self] in
            var last = ContinuousClock.now
            while true {
                Thread.sleep(forTimeInterval: 0.01)
                let now = ContinuousClock.now
                let gap = now - last
                last = now
                longest.withLock { $0 = max($0, gap) }
            }
        }
    }

    /// The longest gap since the beginning or the last question, in milliseconds.
    func take() -> Int64 {
        longest.withLock { longest in
            defer { longest = .zero }
            return Int64(longest / .milliseconds(1))
        }
    }
}
