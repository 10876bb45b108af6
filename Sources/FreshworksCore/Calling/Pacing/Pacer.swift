import Synchronization

/// Lets the calls of one account go when its rate limit allows. Shared by all clients of the account.
final class Pacer: Sendable {
    private let clock: any RuntimeClock
    private let timer: DeadlineTimer
    private let random: @Sendable () -> Double
    private let state: Mutex<State>

    private struct State {
        var machine: PacerMachine
        var waiters: [UInt64: Waiter] = [:]
        /// Calls that may go but have not begun to wait yet.
        var granted: Set<UInt64> = []
        var lastID: UInt64 = 0
        /// Set for the moment at which more calls may go.
        var alarm: (wake: Duration, id: DeadlineTimer.Alarm)?
    }

    private struct Waiter {
        let continuation: CheckedContinuation<Void, any Error>
        /// Set for the call's deadline.
        let alarm: DeadlineTimer.Alarm
    }

    init(
        period: Duration, callsInFlight: Int, clock: any RuntimeClock, timer: DeadlineTimer,
        random: @escaping @Sendable () -> Double
    ) {
        self.clock = clock
        self.timer = timer
        self.random = random
        state = Mutex(State(machine: PacerMachine(period: period, callsInFlight: callsInFlight)))
    }

    /// Waits until a call may go. Each call that was let in must be reported to ``leave(_:_:)``.
    /// - Throws: `CancellationError`, promptly; ``FreshworksError/Code/timedOut`` when the deadline passes first;
    ///   ``FreshworksError/Code/rateLimited`` at once when a 429 closed the way for longer than that.
    func enter(
        group: RateGroup, cost: Int, priority: CallOptions.Priority, share: CallShare, deadline: Duration
    ) async throws -> UInt64 {
        let now = clock.monotonicNow
        if let opening = state.withLock({ $0.machine.opening(of: group, now: now) }), opening >= deadline {
            throw Self.closed(for: opening - now)
        }
        let id = state.withLock { state in
            state.lastID += 1
            state.machine.enqueue(
                PacedCall(id: state.lastID, group: group, cost: cost, priority: priority, share: share))
            return state.lastID
        }
        letGo()
        if state.withLock({ $0.granted.remove(id) }) == nil { try await wait(id, until: deadline) }
        return id
    }

    private func wait(_ id: UInt64, until deadline: Duration) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let alarm = timer.add(at: deadline) { [weak self] in self?.giveUp(id, with: Self.waitedTooLong) }
                let verdict = state.withLock { state -> Result<Void, any Error>? in
                    if state.granted.remove(id) != nil { return .success(()) }
                    // What happened before the waiter was stored found nothing to resume, so it is looked for here.
                    let isLate = clock.monotonicNow >= deadline
                    guard Task.isCancelled || isLate else {
                        state.waiters[id] = Waiter(continuation: continuation, alarm: alarm)
                        return nil
                    }
                    state.machine.cancel(id)
                    return .failure(Task.isCancelled ? CancellationError() : Self.waitedTooLong)
                }
                if let verdict {
                    timer.remove(alarm)
                    continuation.resume(with: verdict)
                    // What stood behind the call may go now.
                    letGo()
                }
            }
        } onCancel: {
            giveUp(id, with: CancellationError())
        }
    }

    /// How many calls wait.
    var waitingCount: Int { state.withLock { $0.waiters.count } }

    /// Reports how a call ended that was let in.
    func leave(_ id: UInt64, _ outcome: PacedOutcome) {
        let now = clock.monotonicNow
        let jitter = random()
        state.withLock { $0.machine.ended(id, outcome, now: now, jitter: jitter) }
        letGo()
    }

    private func giveUp(_ id: UInt64, with error: any Error) {
        let waiter = state.withLock { state in
            let waiter = state.waiters.removeValue(forKey: id)
            if waiter != nil { state.machine.cancel(id) }
            return waiter
        }
        guard let waiter else { return }
        timer.remove(waiter.alarm)
        waiter.continuation.resume(throwing: error)
        letGo()
    }

    /// Resumes all calls that may go now, and sets the alarm for the next ones.
    private func letGo() {
        let now = clock.monotonicNow
        let ready = state.withLock { state in
            let ready = state.machine.grants(now: now).compactMap { id in
                let waiter = state.waiters.removeValue(forKey: id)
                if waiter == nil { state.granted.insert(id) }
                return waiter
            }
            setAlarm(&state, now: now)
            return ready
        }
        for waiter in ready {
            timer.remove(waiter.alarm)
            waiter.continuation.resume()
        }
    }

    private func setAlarm(_ state: inout State, now: Duration) {
        guard let wake = state.machine.nextWake(now: now) else { return }
        if let alarm = state.alarm {
            if alarm.wake > now && alarm.wake <= wake { return }
            timer.remove(alarm.id)
        }
        state.alarm = (wake, timer.add(at: wake) { [weak self] in self?.letGo() })
    }

    private static func closed(for wait: Duration) -> FreshworksError {
        var error = FreshworksError(
            .rateLimited, "the account's rate limit is used up for longer than the call's deadline",
            advice: .tryAgain(in: wait))
        error.status = 429
        error.wasDecidedLocally = true
        error.retryAfter = wait
        return error
    }

    private static let waitedTooLong = FreshworksError(
        .timedOut, "the call's deadline passed while it waited for the account's rate limit, or for other calls to end",
        advice: "Allow more time, or call less often; if the service is slow, try again later.")
}
