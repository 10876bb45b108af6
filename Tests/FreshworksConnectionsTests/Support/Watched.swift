import Synchronization

/// A task of which can be told whether it has ended.
final class Watched<Value: Sendable>: Sendable {
    private let state = Mutex((hasEnded: false, task: Task<Value, any Error>?.none))

    init(_ work: @escaping @Sendable () async throws -> Value) {
        let task = Task {
            defer { end() }
            return try await work()
        }
        state.withLock { $0.task = task }
    }

    var isOver: Bool { state.withLock(\.hasEnded) }

    var value: Value {
        get async throws {
            guard let task = state.withLock(\.task) else { throw CancellationError() }
            return try await task.value
        }
    }

    private func end() { state.withLock { $0.hasEnded = true } }
}
