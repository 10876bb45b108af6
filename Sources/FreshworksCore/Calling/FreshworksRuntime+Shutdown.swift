extension FreshworksRuntime {
    /// Refuses new calls and returns when the running ones have ended. Does nothing to ``shared``.
    ///
    /// That may take as long as their deadlines allow, and the pages of lists as long as a rate limit takes; cancelling
    /// the task that waits here does not cut it short: ``shutdown(within:)`` has a bound. A server stops its own
    /// listener first, then calls this, then flushes its ``OAuthSession``s.
    public func shutdown() async {
        guard self !== Self.shared else { return }
        refuseCalls()
        await runningCallsEnd()
        await ownTransport?.shutdown()
    }

    /// Refuses new calls, lets the running ones go on for a while, and cancels those that still run then, or as soon as
    /// the calling task is cancelled. Does nothing to ``shared``.
    ///
    /// A call that is cancelled here fails with ``FreshworksError/Code/shutDown``, and says whether the service may
    /// have carried it out. The refresh of a session is never cancelled, because its answer holds the only copy of the
    /// new tokens; it goes on by itself, and is not waited for any longer.
    /// - Parameter patience: How long calls may go on. Returns at most a second or two later, whatever happens.
    public func shutdown(within patience: Duration) async {
        guard self !== Self.shared else { return }
        refuseCalls()
        if await !allEnd(within: max(.zero, patience), { await self.runningCallsEnd() }) {
            endCalls()
            // Whoever is cancelled ends at once; what does not is code of others, such as a transport, that takes no
            // notice.
            _ = await allEnd(within: .seconds(1)) { await self.runningCallsEnd() }
        }
        _ = await allEnd(within: .seconds(1)) { [ownTransport] in await ownTransport?.shutdown() }
    }

    /// - Returns: Whether the work ended in time; `false` also when the calling task is cancelled.
    private func allEnd(within patience: Duration, _ work: @escaping @Sendable () async -> Void) async -> Bool {
        do {
            try await timer.within(
                clock.monotonicNow + patience, orElse: FreshworksError(.timedOut, "calls still run"), work)
            return true
        } catch {
            return false
        }
    }

    /// Runs a part of a call so that ``shutdown(within:)`` can cancel it.
    /// - Parameter id: From ``callBegan()``.
    /// - Throws: `CancellationError` if the calling task is cancelled already.
    func endable<Value: Sendable>(_ id: UInt64, _ work: @escaping @Sendable () async -> Value) async throws -> Value {
        try Task.checkCancellation()
        let task = Self.begin(work)
        register(id) { task.cancel() }
        defer { unregister(id) }
        return await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Begins at once, where the system can: a new task would stand behind all others that wait for a thread, and the
    /// call's time runs.
    private static func begin<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Value
    ) -> Task<Value, Never> {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            return Task.immediate { await work() }
        }
        return Task { await work() }
    }

    /// An error of a part that ran in ``endable(_:_:)``: a cancellation that no caller asked for is the shutdown's.
    func reason(for error: any Error) -> any Error {
        guard error is CancellationError, isEnding, !Task.isCancelled else { return error }
        return FreshworksError(
            .shutDown, "the runtime was shut down while the call ran",
            advice: "Give the shutdown more time, or the call a shorter deadline.")
    }
}
