extension FreshworksRuntime {
    /// Waits for work so long, and no longer even if the work never ends and ignores that it is cancelled.
    /// - Throws: What the work throws; `lateness` when the time passes first; `CancellationError`, promptly, when the
    ///   calling task is cancelled.
    package func within<Value: Sendable>(
        _ time: Duration, orElse lateness: FreshworksError, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await timer.within(clock.monotonicNow + time, orElse: lateness, work)
    }
}
