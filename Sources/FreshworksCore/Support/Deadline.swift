import Synchronization

extension DeadlineTimer {
    /// Waits for work until a deadline, and no longer even if the work never ends and ignores that it is cancelled.
    ///
    /// Work that ends in time leaves nothing behind: no task of its own sleeps until the deadline.
    /// - Throws: What the work throws; `lateness` when the deadline passes first; `CancellationError`,
    ///   promptly, when the calling task is cancelled or the call ended.
    func within<Value: Sendable>(
        _ deadline: Duration, orElse lateness: FreshworksError, endedBy ending: CallEnding? = nil,
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let race = Race<Value>()
        // No child task: a task waits for its children, and this one shall not.
        let task = Task {
            do { race.end(.success(try await work())) } catch { race.end(.failure(error)) }
        }
        let alarm = add(at: deadline) { race.end(.failure(lateness)) }
        ending?.waits { race.end(.failure(CancellationError())) }
        defer {
            ending?.goesOn()
            remove(alarm)
            task.cancel()
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { race.wait($0) }
        } onCancel: {
            race.end(.failure(CancellationError()))
        }
    }
}

/// Several ends, of which the first one counts, and one who waits for it.
private final class Race<Value: Sendable>: Sendable {
    private enum State {
        case running(CheckedContinuation<Value, any Error>?)
        case over(Result<Value, any Error>)
    }

    private let state = Mutex(State.running(nil))

    func wait(_ waiter: CheckedContinuation<Value, any Error>) {
        let result = state.withLock { state -> Result<Value, any Error>? in
            if case .over(let result) = state { return result }
            state = .running(waiter)
            return nil
        }
        if let result { waiter.resume(with: result) }
    }

    func end(_ result: Result<Value, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            guard case .running(let waiter) = state else { return nil }
            state = .over(result)
            return waiter
        }
        waiter?.resume(with: result)
    }
}
