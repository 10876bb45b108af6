import Synchronization

/// Those who wait to hear that a session has come to its end.
final class RefusalWatchers: Sendable {
    private struct State {
        var watchers: [Int: AsyncStream<FreshworksError>.Continuation] = [:]
        var lastID = 0
    }

    private let state = Mutex(State())

    /// What is told from now on; it ends when the task that reads it is cancelled.
    func news() -> AsyncStream<FreshworksError> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: FreshworksError.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.lastID += 1
            state.watchers[state.lastID] = continuation
            return state.lastID
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.watchers.removeValue(forKey: id) }
        }
        return stream
    }

    func tell(_ error: FreshworksError) {
        for watcher in state.withLock({ Array($0.watchers.values) }) { watcher.yield(error) }
    }
}
