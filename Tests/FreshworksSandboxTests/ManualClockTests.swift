import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import Testing

@Suite("The manual clock")
struct ManualClockTests {
    let clock = ManualClock(wallStart: Date(timeIntervalSince1970: 1000))

    @Test("both times stand still until it is advanced, and never go back")
    func advances() {
        #expect(clock.monotonicNow == .zero)
        clock.advance(by: .milliseconds(1500))
        clock.advance(by: .seconds(-5))
        #expect(clock.monotonicNow == .milliseconds(1500))
        #expect(clock.wallNow == Date(timeIntervalSince1970: 1001.5))
    }

    @Test("a deadline that has passed does not wait")
    func past() async throws {
        clock.advance(by: .seconds(1))
        try await clock.sleep(until: .seconds(1))
        #expect(clock.sleeperCount == 0)
    }

    @Test("sleepers wake at their deadline and not before")
    func wakes() async throws {
        let woken = Woken()
        try await withThrowingTaskGroup { group in
            for seconds in [3, 1, 2] {
                group.addTask { [clock] in
                    try await clock.sleep(until: .seconds(seconds))
                    woken.seconds.withLock { $0.append(seconds) }
                }
            }
            try await clock.waitForSleepers(3)
            clock.advance(by: .milliseconds(999))
            #expect(clock.sleeperCount == 3)
            clock.advance(by: .milliseconds(1))
            #expect(clock.sleeperCount == 2)
            try await group.next()
            #expect(woken.seconds.withLock { $0 } == [1])
            clock.advance(by: .seconds(2))
            #expect(clock.sleeperCount == 0)
            try await group.waitForAll()
            #expect(woken.seconds.withLock { $0.sorted() } == [1, 2, 3])
        }
    }

    @Test("sleepers that are due together are resumed in the order of their deadlines")
    @MainActor func order() async throws {
        // One executor runs the resumed tasks in the order in which they were resumed.
        var woken: [Int] = []
        var tasks: [Task<Void, any Error>] = []
        for (index, seconds) in [5, 2, 9, 1, 7].enumerated() {
            tasks.append(
                Task { @MainActor [clock] in
                    try await clock.sleep(until: .seconds(seconds))
                    woken.append(seconds)
                })
            try await clock.waitForSleepers(index + 1)
        }
        clock.advance(by: .seconds(10))
        for task in tasks { try await task.value }
        #expect(woken == [1, 2, 5, 7, 9])
    }

    @Test("a cancelled sleeper throws at once and leaves nothing behind")
    func cancelled() async throws {
        let sleeper = Task { [clock] in try await clock.sleep(for: .seconds(60)) }
        try await clock.waitForSleepers(1)
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        #expect(clock.sleeperCount == 0)
    }

    @Test("a task that was cancelled before it slept throws too")
    func cancelledBefore() async throws {
        let sleeper = Task { [clock] in
            withUnsafeCurrentTask { $0?.cancel() }
            try await clock.sleep(for: .seconds(60))
        }
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        #expect(clock.sleeperCount == 0)
    }

    @Test("who waits for sleepers can be cancelled, and counts as none")
    func cancelledWatcher() async throws {
        let watcher = Task { [clock] in try await clock.waitForSleepers(1) }
        watcher.cancel()
        await #expect(throws: CancellationError.self) { try await watcher.value }
        #expect(clock.sleeperCount == 0)
    }

    @Test("a thousand sleepers, half of them cancelled while time moves: all end")
    func crowd() async throws {
        let tasks = (0..<1000).map { index in
            Task { [clock] in try await clock.sleep(for: .milliseconds(index)) }
        }
        try await clock.waitForSleepers(999)
        for (index, task) in tasks.enumerated() where index % 2 == 1 {
            task.cancel()
            clock.advance(by: .milliseconds(1))
        }
        clock.advance(by: .seconds(1))
        var ended = 0
        for task in tasks where await task.result.isEnded { ended += 1 }
        #expect(ended == 1000)
        #expect(clock.sleeperCount == 0)
    }

    @Test("any number of the longest durations is not too long")
    func longestDurations() {
        let clock = ManualClock()
        for _ in 0..<30 { clock.advance(by: .seconds(Int64.max)) }
        let end = clock.monotonicNow
        clock.advance(by: .seconds(1))
        #expect(clock.monotonicNow == end)
        #expect(clock.monotonicNow.components.seconds > 0)
        #expect(clock.wallNow.timeIntervalSince1970.isFinite)
    }
}

private final class Woken: Sendable {
    let seconds = Mutex<[Int]>([])
}

extension Result where Success == Void {
    fileprivate var isEnded: Bool {
        switch self {
        case .success: true
        case .failure(let error): error is CancellationError
        }
    }
}
