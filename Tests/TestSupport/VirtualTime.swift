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
}
