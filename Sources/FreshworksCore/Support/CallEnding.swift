import Synchronization

/// Ends one call from outside of its task, when its runtime is shut down and gives it no more time.
///
/// Its task is the caller's and does more than the call, so it is not cancelled. Nor does each call get a task of its own,
/// which would have its caller wait for another thread before it sees the answer.
package final class CallEnding: Sendable {
    private enum State {
        case running(cancel: (@Sendable () -> Void)?)
        case ended
    }

    private let state = Mutex(State.running(cancel: nil))

    package init() {}

    /// Whether the call was ended.
    var hasEnded: Bool {
        state.withLock { state in
            if case .ended = state { true } else { false }
        }
    }

    /// Ends what the call waits for, as cancelling does, and at once what it would wait for later.
    package func end() { mark()?() }

    /// Has the call wait for nothing more. Who ends several marks them all before the first ends: its place is the next one's.
    /// - Returns: What ends that which it waits for now.
    func mark() -> (@Sendable () -> Void)? {
        state.withLock { state in
            defer { state = .ended }
            guard case .running(let cancel) = state else { return nil }
            return cancel
        }
    }

    /// - Throws: `CancellationError` once the call was ended or its task was cancelled.
    func check() throws {
        try Task.checkCancellation()
        if hasEnded { throw CancellationError() }
    }

    /// Notes what cancels that which the call waits for now. Must be followed by ``goesOn()``.
    func waits(cancel: @escaping @Sendable () -> Void) {
        let hasEnded = state.withLock { state in
            guard case .running = state else { return true }
            state = .running(cancel: cancel)
            return false
        }
        if hasEnded { cancel() }
    }

    /// The call waits for nothing any more.
    func goesOn() {
        state.withLock { state in
            if case .running = state { state = .running(cancel: nil) }
        }
    }

    /// Waits for code of others, which a cancelled task alone ends.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        // A task of its own would begin to send what is over already.
        try check()
        let task = Self.begin(work)
        waits { task.cancel() }
        defer { goesOn() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Begins at once, where the system can: a new task would stand behind all others that wait for a thread, and the
    /// call's time runs.
    private static func begin<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) -> Task<Value, any Error> {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            return Task.immediate { try await work() }
        }
        return Task { try await work() }
    }
}
