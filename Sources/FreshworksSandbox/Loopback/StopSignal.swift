import Foundation
import Synchronization

/// Lets threads wait for a while, or until the server stops.
final class StopSignal: Sendable {
    private let condition = NSCondition()
    private let isSent = Mutex(false)

    func send() {
        condition.lock()
        isSent.withLock { $0 = true }
        condition.broadcast()
        condition.unlock()
    }

    /// Blocks the calling thread; returns whether the whole time has passed without a stop.
    func wait(_ duration: Duration) -> Bool {
        let deadline = ContinuousClock.now + duration
        condition.lock()
        defer { condition.unlock() }
        while !isSent.withLock({ $0 }) {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return true }
            _ = condition.wait(until: Date(timeIntervalSinceNow: left / .seconds(1)))
        }
        return false
    }
}
