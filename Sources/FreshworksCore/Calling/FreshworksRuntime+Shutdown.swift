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

    /// What a call failed with: a cancellation that no caller asked for is the shutdown's.
    func reason(for error: any Error) -> any Error {
        guard error is CancellationError, isEnding, !Task.isCancelled else { return error }
        return FreshworksError(
            .shutDown, "the runtime was shut down while the call ran",
            advice: "Give the shutdown more time, or the call a shorter deadline.")
    }
}
