public import Foundation
public import FreshworksCore
import Synchronization

/// A clock that stands still until a test moves it.
///
/// ```swift
/// let clock = ManualClock()
/// let nap = Task { try await clock.sleep(for: .seconds(60)) }
/// try await clock.waitForSleepers(1)
/// clock.advance(by: .seconds(60))
/// try await nap.value
/// ```
public final class ManualClock: RuntimeClock {
    private let state: Mutex<State>

    /// Makes a clock.
    /// - Parameter wallStart: The calendar time that it shows first; noon UTC on 2 June 2025 unless told.
    public init(wallStart: Date = Date(timeIntervalSince1970: 1_748_865_600)) {
        state = Mutex(State(wallStart: wallStart))
    }

    /// How far the clock was advanced.
    public var monotonicNow: Duration { state.withLock { $0.now } }

    /// The start plus how far the clock was advanced.
    public var wallNow: Date {
        state.withLock { $0.wallStart.addingTimeInterval($0.now / .seconds(1)) }
    }

    /// How many tasks sleep now.
    public var sleeperCount: Int { state.withLock { $0.sleeperCount } }

    /// The earliest moment that a task sleeps until; `nil` when none sleeps.
    package var nextDeadline: Duration? { state.withLock { $0.waiters.values.compactMap(\.deadline).min() } }

    /// Moves time on and wakes those whose time has come, the earliest deadline first.
    ///
    /// Who goes back to sleep counts from the new time. A negative duration does nothing, and time ends after 100,000 years.
    public func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = min(state.now + max(duration, .zero), State.end)
            return state.removeReady()
        }
        for waiter in due { waiter.continuation.resume() }
    }

    /// Returns once the clock was advanced to `deadline`.
    /// - Throws: `CancellationError`, promptly, when the task is cancelled.
    public func sleep(until deadline: Duration) async throws {
        try await wait(for: .time(deadline))
    }

    /// Returns once at least `count` tasks sleep.
    /// - Throws: `CancellationError`, promptly, when the task is cancelled.
    public func waitForSleepers(_ count: Int) async throws {
        try await wait(for: .sleepers(count))
    }

    private func wait(for condition: Condition) async throws {
        let id = state.withLock { $0.makeID() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let ready = state.withLock { state in
                    state.waiters[id] = Waiter(id: id, condition: condition, continuation: continuation)
                    return state.removeReady()
                }
                for waiter in ready { waiter.continuation.resume() }
                // A cancellation that came before the registration found nobody to wake.
                if Task.isCancelled { cancel(id) }
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func cancel(_ id: UInt64) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
        waiter?.continuation.resume(throwing: CancellationError())
    }
}

extension ManualClock {
    private enum Condition {
        case time(Duration)
        case sleepers(Int)
    }

    private struct Waiter {
        let id: UInt64
        let condition: Condition
        let continuation: CheckedContinuation<Void, any Error>

        var deadline: Duration? { if case .time(let deadline) = condition { deadline } else { nil } }
    }

    private struct State {
        /// What can still be added to without an overflow.
        static let end = Duration.seconds(100_000 * 365 * 86_400 as Int64)

        let wallStart: Date
        var now: Duration = .zero
        var waiters: [UInt64: Waiter] = [:]
        private var lastID: UInt64 = 0

        init(wallStart: Date) { self.wallStart = wallStart }

        var sleeperCount: Int { waiters.values.count { $0.deadline != nil } }

        mutating func makeID() -> UInt64 {
            lastID += 1
            return lastID
        }

        /// Takes out all whose condition holds, in the order in which they are to be resumed.
        mutating func removeReady() -> [Waiter] {
            let sleepers = sleeperCount
            let ready = waiters.values.filter { waiter in
                switch waiter.condition {
                case .time(let deadline): deadline <= now
                case .sleepers(let count): sleepers >= count
                }
            }
            for waiter in ready { waiters[waiter.id] = nil }
            return ready.sorted { ($0.deadline ?? .zero, $0.id) < ($1.deadline ?? .zero, $1.id) }
        }
    }
}
