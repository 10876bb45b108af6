import Synchronization

/// Counts up, for any number of threads.
final class Served: Sendable {
    private let count = Mutex(0)

    /// 0 the first time, then 1 and so on.
    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0 - 1
        }
    }
}
