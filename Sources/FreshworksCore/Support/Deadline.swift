/// Waits for work until a deadline, and no longer even if the work never ends and ignores that it is cancelled.
/// - Throws: What the work throws; `lateness` when the deadline passes first; `CancellationError`,
///   promptly, when the calling task is cancelled.
func within<Value: Sendable>(
    _ deadline: Duration, of clock: any RuntimeClock, orElse lateness: FreshworksError,
    _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    // A task group waits for its children, so the work is none of them.
    let task = Task { try await work() }
    defer { task.cancel() }
    let waiting = SingleFlight<Value>()
    return try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await waiting.run { try await task.value } }
        group.addTask {
            try await clock.sleep(until: deadline)
            throw lateness
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}
