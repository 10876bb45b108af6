import Synchronization
package import Testing

/// Lets a few tests at a time go, of all those that carry it.
///
/// Swift Testing begins all tests at once, and all cases of a test that has arguments. Those that open sockets, start
/// processes or compute for long would need more descriptors together than a process may have, and keep one another waiting
/// until deadlines pass that are measured in real time.
package struct InTurn: SuiteTrait, TestTrait, TestScoping {
    /// As many as leave a core to each.
    private static let turns = Turns(4)
    /// A suite may lie in another one that has the trait too.
    @TaskLocal private static var isHeld = false

    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        if Self.isHeld { return try await body() }
        await Self.turns.take()
        defer { Self.turns.give() }
        try await Self.$isHeld.withValue(true, operation: body)
    }
}

extension Trait where Self == InTurn {
    /// Waits for one of a few turns. For tests that use the machine: sockets, processes, disks, real time, long computations.
    package static var inTurn: Self { InTurn() }
}

extension Trait where Self == TimeLimitTrait {
    /// Ends a test that hangs. No measure of speed: tests that wait for their turn are timed too.
    package static var endsIfItHangs: Self { .timeLimit(.minutes(30)) }
}

/// A number of turns, and those who wait for one in the order in which they came.
private final class Turns: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(free: count)) }

    func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.free > 0 {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    func give() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
