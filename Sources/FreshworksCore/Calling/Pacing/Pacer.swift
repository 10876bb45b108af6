import Synchronization

/// Lets the calls of one account go when its rate limit allows. Shared by all clients of the account.
final class Pacer: Sendable {
    private let clock: any RuntimeClock
    private let random: @Sendable () -> Double
    private let state: Mutex<State>

    private struct State {
        var machine: PacerMachine
        var waiters: [UInt64: CheckedContinuation<Void, any Error>] = [:]
        /// Calls that may go but have not begun to wait yet.
        var granted: Set<UInt64> = []
        var lastID: UInt64 = 0
        var timer: (deadline: Duration, task: Task<Void, Never>)?
    }

    init(period: Duration, callsInFlight: Int, clock: any RuntimeClock, random: @escaping @Sendable () -> Double) {
        self.clock = clock
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
        let alarm = Task { [clock, weak self] in
            guard (try? await clock.sleep(until: deadline)) != nil else { return }
            self?.giveUp(id, with: Self.waitedTooLong)
        }
        defer { alarm.cancel() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let verdict = state.withLock { state -> Result<Void, any Error>? in
                    if state.granted.remove(id) != nil { return .success(()) }
                    // What happened before the waiter was stored found nothing to resume, so it is looked for here.
                    let isLate = clock.monotonicNow >= deadline
                    guard Task.isCancelled || isLate else {
                        state.waiters[id] = continuation
                        return nil
                    }
                    state.machine.cancel(id)
                    return .failure(Task.isCancelled ? CancellationError() : Self.waitedTooLong)
                }
                if let verdict { continuation.resume(with: verdict) }
            }
        } onCancel: {
            giveUp(id, with: CancellationError())
        }
    }

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
        waiter?.resume(throwing: error)
        letGo()
    }

    /// Resumes all calls that may go now, and sets the timer for the next ones.
    private func letGo() {
        let now = clock.monotonicNow
        let ready = state.withLock { state in
            let ready = state.machine.grants(now: now).compactMap { id in
                let waiter = state.waiters.removeValue(forKey: id)
                if waiter == nil { state.granted.insert(id) }
                return waiter
            }
            setTimer(&state, now: now)
            return ready
        }
        for waiter in ready { waiter.resume() }
    }

    private func setTimer(_ state: inout State, now: Duration) {
        guard let wake = state.machine.nextWake(now: now) else { return }
        if let timer = state.timer, timer.deadline > now, timer.deadline <= wake { return }
        state.timer?.task.cancel()
        let task = Task { [clock, weak self] in
            guard (try? await clock.sleep(until: wake)) != nil else { return }
            self?.letGo()
        }
        state.timer = (wake, task)
    }

    private static func closed(for wait: Duration) -> FreshworksError {
        var error = FreshworksError(
            .rateLimited, "the account's rate limit is used up for longer than the call's deadline",
            advice: "Try again in \(Int(wait / .seconds(1)) + 1) seconds.")
        error.retryAfter = wait
        return error
    }

    private static let waitedTooLong = FreshworksError(
        .timedOut, "the call's deadline passed while it waited for the account's rate limit, or for other calls to end",
        advice: "Allow more time, or call less often; if the service is slow, try again later.")
}
