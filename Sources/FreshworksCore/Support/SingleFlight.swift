import Synchronization

/// Many callers, one load: whoever comes while it runs waits for its result.
///
/// The load belongs to nobody: a waiter that is cancelled leaves at once with `CancellationError` and the load goes on.
/// A result, good or bad, goes to those who wait for it and to nobody later.
package final class SingleFlight<Value: Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<Value, any Error>

    private struct State {
        var isLoading = false
        var waiters: [Int: Waiter] = [:]
        var lastID = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Whether a load runs.
    package var isLoading: Bool { state.withLock(\.isLoading) }

    /// Joins the load that runs, or starts one.
    /// - Throws: What the load throws, or `CancellationError` when the calling task is cancelled.
    package func run(_ load: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                join(load) { $0.waiters[id] = waiter }
                // The handler may have run before there was a waiter to find.
                if Task.isCancelled { leave(id) }
            }
        } onCancel: {
            leave(id)
        }
    }

    /// Starts a load that nobody waits for, unless one runs.
    package func start(_ load: @escaping @Sendable () async throws -> Value) {
        join(load) { _ in }
    }

    private func join(
        _ load: @escaping @Sendable () async throws -> Value, _ register: (inout sending State) -> Void
    ) {
        let isFirst = state.withLock { state in
            register(&state)
            defer { state.isLoading = true }
            return !state.isLoading
        }
        if isFirst { Task { await finish(load) } }
    }

    private func finish(_ load: @Sendable () async throws -> Value) async {
        let result: Result<Value, any Error>
        do { result = .success(try await load()) } catch { result = .failure(error) }
        let waiters = state.withLock { state in
            defer {
                state.isLoading = false
                state.waiters = [:]
            }
            return state.waiters
        }
        for waiter in waiters.values { waiter.resume(with: result) }
    }

    private func leave(_ id: Int) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
        waiter?.resume(throwing: CancellationError())
    }
}
