public import Foundation

/// The one source of time: every wait, window and token life in this package asks it.
///
/// Inject your own to test code without sleeping; `FreshworksSandbox` has a `ManualClock`.
public protocol RuntimeClock: Sendable {
    /// Time since some fixed moment. It never goes backwards and does not follow changes of the wall clock.
    var monotonicNow: Duration { get }

    /// The calendar time.
    var wallNow: Date { get }

    /// Returns once `monotonicNow` has reached `deadline`.
    /// - Throws: `CancellationError`, promptly, when the task is cancelled.
    func sleep(until deadline: Duration) async throws
}

extension RuntimeClock {
    /// Returns after `duration`.
    /// - Throws: `CancellationError`, promptly, when the task is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await sleep(until: monotonicNow + duration)
    }
}

/// The machine's clocks.
public struct SystemClock: RuntimeClock {
    private static let start = ContinuousClock.now

    /// Makes the machine's clocks.
    public init() {}

    /// Time since the process first asked, including time the machine was suspended.
    public var monotonicNow: Duration { ContinuousClock.now - Self.start }

    /// The calendar time of the machine.
    public var wallNow: Date { Date() }  // why: this is the clock that everything else is given.

    /// Waits on the machine's continuous clock.
    public func sleep(until deadline: Duration) async throws {
        // The system counts nanoseconds in 64 bits and traps beyond some 290 years.
        let deadline = min(deadline, monotonicNow + .seconds(3_000_000_000))
        // why: this is the injected clock's own implementation.
        try await Task.sleep(until: Self.start + deadline, clock: .continuous)
    }
}
