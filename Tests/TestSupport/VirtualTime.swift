package import FreshworksSandbox

/// Lets a ``ManualClock`` go on by itself: whenever nothing else happens, to the next moment that somebody sleeps until.
package enum VirtualTime {
    /// So many turns of all other tasks without a new sleeper mean that all wait for time. Too few only make the time that
    /// a computation takes pass for time of the clock.
    private static let patience = 200

    /// Runs until a condition holds.
    /// - Parameter isBusy: Whether something computes that takes no time of the clock, such as a sandbox's answer.
    /// - Throws: `CancellationError` when the test is cancelled, which its time limit does.
    package static func run(
        _ clock: ManualClock, isBusy: () -> Bool = { false }, until isOver: () -> Bool
    ) async throws {
        while !isOver() {
            try Task.checkCancellation()
            var next = clock.nextDeadline
            var quiet = 0
            while quiet < patience && !isOver() {
                await Task.yield()
                let now = clock.nextDeadline
                quiet = now == next && !isBusy() ? quiet + 1 : 0
                next = now
            }
            guard let next else { continue }
            clock.advance(by: next - clock.monotonicNow)
        }
    }

    /// Lets time pass to the next moment that somebody sleeps until, if that is less than nine seconds off, as what answers are
    /// given is more. The machine may have stopped the thread of one who computes an answer, and time must not run past it:
    /// while nobody but the timer of answers sleeps, it creeps.
    package static func step(_ clock: ManualClock) async throws {
        try await Task.sleep(for: .milliseconds(1))
        let now = clock.monotonicNow
        guard let next = clock.nextDeadline, next <= now + .seconds(9) else { return }
        clock.advance(by: clock.sleeperCount > 1 ? next - now : min(next - now, .milliseconds(20)))
    }
}
