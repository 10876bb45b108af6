import Synchronization

/// The calls of one transport that wait for their outcome.
///
/// Each call is in the table until its outcome is known; whoever takes it out resumes it, so it is resumed once. Deadline and
/// cancellation resume the caller at once, whatever the transport is busy with at that moment, and tell it afterwards.
final class ExchangeTable<Key: Hashable & Sendable>: Sendable {
    private let exchanges = Mutex<[Key: Exchange]>([:])
    private let clock: any RuntimeClock
    private let timer: DeadlineTimer

    init(clock: any RuntimeClock) {
        self.clock = clock
        timer = DeadlineTimer(clock: clock)
    }

    /// How many calls wait.
    var count: Int { exchanges.withLock { $0.count } }

    /// Starts a call and waits for its outcome.
    /// - Parameters:
    ///   - meter: Counts what moves, where somebody wants to know.
    ///   - ending: Cancels the call from outside of its task.
    ///   - start: Begins to send. The exchange may have ended by then.
    ///   - abandon: Stops a call whose caller has gone, started or not.
    /// - Throws: `CancellationError`, at once, when the calling task is canceled; otherwise ``FreshworksError``.
    func answer(
        to key: Key, into reception: ResponseReception, by deadline: Duration, meter: TransferMeter? = nil,
        endedBy ending: CallEnding? = nil, start: (Exchange) -> Void, abandon: @escaping @Sendable () -> Void
    ) async throws -> TransportResponse {
        let cancel: @Sendable () -> Void = { [weak self] in
            guard let exchange = self?.take(key) else { return }
            exchange.fail(CancellationError())
            abandon()
        }
        defer { ending?.goesOn() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let alarm = timer.add(at: deadline) { [weak self] in
                    guard let exchange = self?.take(key) else { return }
                    exchange.fail { FreshworksError.noAnswerInTime(wasSent: $0) }
                    abandon()
                }
                let exchange = Exchange(reception, continuation, alarm, meter)
                exchanges.withLock { $0[key] = exchange }
                // Registered first: what happens from here on finds the exchange, what happened before is seen now.
                ending?.waits(cancel: cancel)
                if Task.isCancelled {
                    cancel()
                } else if clock.monotonicNow >= deadline {
                    take(key)?.fail(FreshworksError.noTimeToSend)
                    abandon()
                } else if !exchange.hasEnded {
                    start(exchange)
                }
            }
        } onCancel: {
            cancel()
        }
    }

    /// The exchange of a call that still waits.
    func exchange(of key: Key) -> Exchange? { exchanges.withLock { $0[key] } }

    /// Takes out a call whose outcome is known; `nil` when somebody else was first.
    func take(_ key: Key) -> Exchange? {
        let exchange = exchanges.withLock { $0.removeValue(forKey: key) }
        if let exchange { timer.remove(exchange.alarm) }
        return exchange
    }
}
