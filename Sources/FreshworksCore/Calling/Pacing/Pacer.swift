import Foundation
import Synchronization

/// Lets the calls of one account go when its rate limit allows. Shared by all clients of the account.
final class Pacer: Sendable {
    private let clock: any RuntimeClock
    private let timer: DeadlineTimer
    private let random: @Sendable () -> Double
    private let shared: SharedAccount?
    private let state: Mutex<State>

    private struct State {
        var machine: PacerMachine
        var waiters: [UInt64: Waiter] = [:]
        /// Calls that may go but have not begun to wait yet.
        var granted: Set<UInt64> = []
        var lastID: UInt64 = 0
        /// What is being told to the programs that share the limit; one after the other, or an answer would overtake.
        var telling: Task<Void, Never>?
        /// Set for the moment at which more calls may go.
        var alarm: (wake: Duration, id: DeadlineTimer.Alarm)?

        /// Lets go of the room of empty tables.
        mutating func giveBackRoom() {
            if granted.isEmpty { granted = [] }
            if waiters.isEmpty { waiters = [:] }
            machine.giveBackRoom()
        }
    }

    private struct Waiter {
        let call: PacedCall
        let continuation: CheckedContinuation<Void, any Error>
        let deadline: Duration
        /// Set for the deadline; `nil` for one that does not come.
        let alarm: DeadlineTimer.Alarm?
        let tell: @Sendable (Duration) -> Void
        /// When the limit opens, as it was told last.
        var told = Duration.zero
    }

    init(
        period: Duration, callsInFlight: Int, subLimits: [Int: [String: Int]] = [:],
        shared: SharedAccount? = nil, clock: any RuntimeClock, timer: DeadlineTimer,
        random: @escaping @Sendable () -> Double
    ) {
        self.clock = clock
        self.timer = timer
        self.random = random
        self.shared = shared
        let machine = PacerMachine(
            period: period, callsInFlight: callsInFlight, subLimits: subLimits, isShared: shared != nil)
        state = Mutex(State(machine: machine))
    }

    /// Waits until a call may go. Each call that was let in must be reported to ``leave(_:_:)``.
    /// - Parameter tell: Hears how long the wait takes, whenever it turns out that the limit is used up.
    /// - Throws: `CancellationError`, promptly; ``FreshworksError/Code/timedOut`` when the deadline passes first;
    ///   ``FreshworksError/Code/rateLimited`` at once when a 429 closed the way for longer than that.
    func enter(
        operation: String = "", group: RateGroup, cost: Int, priority: CallOptions.Priority, share: CallShare,
        deadline: Duration, tell: @escaping @Sendable (Duration) -> Void = { _ in }
    ) async throws -> UInt64 {
        try await admit(
            operation: operation, group: group, cost: cost, priority: priority, share: share, deadline: deadline,
            tell: tell
        ).id
    }

    /// Like ``enter(operation:group:cost:priority:share:deadline:tell:)``, and says whether the call had to wait.
    func admit(
        operation: String, group: RateGroup, cost: Int, priority: CallOptions.Priority, share: CallShare,
        deadline: Duration, ending: CallEnding? = nil, tell: @escaping @Sendable (Duration) -> Void
    ) async throws -> (id: UInt64, hasWaited: Bool) {
        let now = clock.monotonicNow
        let call = try state.withLock { state in
            let call = PacedCall(
                id: state.lastID + 1, operation: operation, group: group, cost: cost, priority: priority, share: share)
            if let opening = state.machine.opening(for: call, now: now), opening >= deadline {
                throw Self.closed(for: opening - now)
            }
            state.lastID = call.id
            state.machine.enqueue(call)
            return call
        }
        letGo()
        guard state.withLock({ $0.granted.remove(call.id) }) == nil else { return (call.id, false) }
        defer { ending?.goesOn() }
        try await wait(call, until: deadline, endedBy: ending, tell: tell)
        return (call.id, true)
    }

    private func wait(
        _ call: PacedCall, until deadline: Duration, endedBy ending: CallEnding?,
        tell: @escaping @Sendable (Duration) -> Void
    ) async throws {
        let id = call.id
        let cancel: @Sendable () -> Void = { [weak self] in self?.giveUp(id, with: CancellationError()) }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let comes = deadline < clock.monotonicNow + CallOptions.endlessPatience / 2
                let alarm =
                    comes ? timer.add(at: deadline) { [weak self] in self?.giveUp(id, with: Self.waitedTooLong) } : nil
                let verdict = state.withLock { state -> Result<Void, any Error>? in
                    if state.granted.remove(id) != nil { return .success(()) }
                    // What happened before the waiter was stored found nothing to resume, so it is looked for here.
                    let isLate = clock.monotonicNow >= deadline
                    guard Task.isCancelled || isLate else {
                        state.waiters[id] = Waiter(
                            call: call, continuation: continuation, deadline: deadline, alarm: alarm, tell: tell)
                        return nil
                    }
                    state.machine.cancel(id)
                    state.giveBackRoom()
                    return .failure(Task.isCancelled ? CancellationError() : Self.waitedTooLong)
                }
                if let verdict {
                    if let alarm { timer.remove(alarm) }
                    continuation.resume(with: verdict)
                    // What stood behind the call may go now.
                    letGo()
                } else {
                    tellWaiters([id])
                    ending?.waits(cancel: cancel)
                }
            }
        } onCancel: {
            cancel()
        }
    }

    /// What is known about the limit now; `nil` when nothing is.
    var rateLimit: RateLimit? {
        let now = clock.monotonicNow
        let known = state.withLock { $0.machine.limit(now: now) }
        let wall = clock.wallNow
        return known.map { known in
            RateLimit(
                total: known.total, remaining: known.remaining,
                resetsAt: known.resets.map { wall.addingTimeInterval(max(.zero, $0 - now) / .seconds(1)) })
        }
    }

    /// Whether no call needs what is known, and no window is open; and whether something is known that documentation does
    /// not tell.
    func isIdle(now: Duration) -> (isIdle: Bool, hasLearned: Bool) {
        state.withLock { ($0.waiters.isEmpty && $0.machine.isIdle(now: now), $0.machine.hasLearned) }
    }

    /// How many calls wait.
    var waitingCount: Int { state.withLock { $0.waiters.count } }

    /// Reports how a call ended that was let in.
    func leave(_ id: UInt64, _ outcome: PacedOutcome) {
        let now = clock.monotonicNow
        let jitter = random()
        state.withLock { $0.machine.ended(id, outcome, now: now, jitter: jitter) }
        letGo()
        tellWaiters()
    }

    /// Tells those who wait that the limit is used up, and ends the waits that would be in vain.
    /// - Parameter ids: Whom to tell; `nil` tells all.
    private func tellWaiters(_ ids: [UInt64]? = nil) {
        let now = clock.monotonicNow
        let (toTell, hopeless) = state.withLock { state in
            defer { state.giveBackRoom() }
            var toTell: [(tell: @Sendable (Duration) -> Void, wait: Duration)] = []
            var hopeless: [(waiter: Waiter, wait: Duration)] = []
            guard state.machine.isClosedForSome(now: now) else { return (toTell, hopeless) }
            for id in ids ?? Array(state.waiters.keys) {
                guard let waiter = state.waiters[id], let opening = state.machine.opening(for: waiter.call, now: now)
                else { continue }
                if opening >= waiter.deadline {
                    state.waiters[id] = nil
                    state.machine.cancel(id)
                    hopeless.append((waiter, opening - now))
                } else if opening > waiter.told + Self.newsworthy {
                    state.waiters[id]?.told = opening
                    toTell.append((waiter.tell, opening - now))
                }
            }
            return (toTell, hopeless)
        }
        for (tell, wait) in toTell { tell(wait) }
        for (waiter, wait) in hopeless {
            if let alarm = waiter.alarm { timer.remove(alarm) }
            waiter.continuation.resume(throwing: Self.closed(for: wait))
        }
    }

    /// The end of a window is known better and better; that is no news.
    private static let newsworthy = Duration.seconds(1)

    private func giveUp(_ id: UInt64, with error: any Error) {
        let waiter = state.withLock { state in
            let waiter = state.waiters.removeValue(forKey: id)
            if waiter != nil { state.machine.cancel(id) }
            state.giveBackRoom()
            return waiter
        }
        guard let waiter else { return }
        if let alarm = waiter.alarm { timer.remove(alarm) }
        waiter.continuation.resume(throwing: error)
        letGo()
    }

    /// Resumes all calls that may go now, and sets the alarm for the next ones.
    private func letGo() {
        let ready = state.withLock { state in
            let now = clock.monotonicNow
            let ready = state.machine.grants(now: now).compactMap { id in
                let waiter = state.waiters.removeValue(forKey: id)
                if waiter == nil { state.granted.insert(id) }
                return waiter
            }
            setAlarm(&state, now: now)
            tellOthers(&state)
            return ready
        }
        for waiter in ready {
            if let alarm = waiter.alarm { timer.remove(alarm) }
            waiter.continuation.resume()
        }
    }

    /// Tells the programs that share the limit what they must know, and hears what they say.
    private func tellOthers(_ state: inout State) {
        let news = state.machine.takeNews()
        guard let shared, !news.isEmpty else { return }
        state.telling = Task { [weak self, before = state.telling] in
            await before?.value
            for request in news {
                if let answer = await shared.tell(request) { self?.heard(answer) }
            }
        }
    }

    private func heard(_ answer: ClaimedCalls.LocalAnswer) {
        state.withLock { $0.machine.answered(answer) }
        letGo()
        tellWaiters()
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
            .rateLimited, "the account's rate limit is used up for longer than the call may wait",
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
