import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("Calls that wait for the limit", .endsIfItHangs)
struct PacerTests {
    private let clock = ManualClock()

    private func pacer(callsInFlight: Int = 16) -> Pacer {
        Pacer(
            period: .seconds(60), callsInFlight: callsInFlight, clock: clock, timer: DeadlineTimer(clock: clock),
            random: { 0 })
    }

    private func enter(
        _ pacer: Pacer, _ priority: CallOptions.Priority = .interactive, group: RateGroup = .general,
        within deadline: Duration = .seconds(600)
    ) async throws -> UInt64 {
        try await pacer.enter(
            group: group, cost: 1, priority: priority, share: .whole, deadline: clock.monotonicNow + deadline)
    }

    /// A pacer that knows the limit, with `remaining` calls left.
    private func pacer(remaining: Int, callsInFlight: Int = 16) async throws -> Pacer {
        let pacer = pacer(callsInFlight: callsInFlight)
        pacer.leave(try await enter(pacer), .answered(RateReading(total: 100, remaining: remaining)))
        return pacer
    }

    private static func wait(until condition: () -> Bool) async {
        while !condition() { await Task.yield() }
    }

    @Test("go in the order in which they came, interactive ones first")
    func order() async throws {
        let pacer = try await pacer(remaining: 100, callsInFlight: 1)
        let first = try await enter(pacer)
        let order = Mutex<[String]>([])
        try await withThrowingTaskGroup { group in
            for (index, priority) in [CallOptions.Priority.batch, .batch, .interactive, .interactive].enumerated() {
                group.addTask { @Sendable in
                    let id = try await enter(pacer, priority)
                    order.withLock { $0.append("\(priority) \(index)") }
                    pacer.leave(id, .notSent)
                }
                await Self.wait { pacer.waitingCount == index + 1 }
            }
            pacer.leave(first, .notSent)
            await Self.wait { order.withLock { $0.count } >= 3 }
            clock.advance(by: .seconds(2))
            try await group.waitForAll()
        }
        #expect(order.withLock { $0 } == ["interactive 2", "interactive 3", "batch 0", "batch 1"])
    }

    @Test("a cancelled one throws CancellationError and gives its place to the next")
    func cancelled() async throws {
        let pacer = try await pacer(remaining: 100, callsInFlight: 1)
        let running = try await enter(pacer)
        let waiting = Task { try await enter(pacer) }
        await Self.wait { pacer.waitingCount == 1 }
        let next = Task { try await enter(pacer) }
        await Self.wait { pacer.waitingCount == 2 }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        pacer.leave(running, .notSent)
        pacer.leave(try await next.value, .notSent)
        #expect(pacer.waitingCount == 0)
    }

    @Test("of a thousand, cancelled at random, every one ends and the pacer is as good as new")
    func storm() async throws {
        let pacer = try await pacer(remaining: 100, callsInFlight: 4)
        let under = Mutex(0)
        let most = Mutex(0)
        let tasks = (0..<1000).map { _ in
            Task { @Sendable in
                let id = try await enter(pacer)
                let now = under.withLock { count in
                    count += 1
                    return count
                }
                most.withLock { $0 = max($0, now) }
                await Task.yield()
                under.withLock { $0 -= 1 }
                pacer.leave(id, .notSent)
            }
        }
        for task in tasks.shuffled().prefix(500) { task.cancel() }
        var cancelled = 0
        for task in tasks {
            if case .failure(let error) = await task.result {
                #expect(error is CancellationError)
                cancelled += 1
            }
        }
        #expect(cancelled <= 500)
        #expect(most.withLock { $0 } <= 4)
        #expect(pacer.waitingCount == 0)
        for _ in 0..<4 { _ = try await enter(pacer) }
    }

    @Test("a deadline that passes ends the wait")
    func deadline() async throws {
        let pacer = try await pacer(remaining: 100, callsInFlight: 1)
        let running = try await enter(pacer)
        let waiting = Task { try await enter(pacer, within: .seconds(5)) }
        await Self.wait { pacer.waitingCount == 1 }
        clock.advance(by: .seconds(5))
        let error = await #expect(throws: FreshworksError.self) { try await waiting.value }
        #expect(error?.code == .timedOut)
        #expect(error?.mayHaveBeenExecuted == false)
        pacer.leave(running, .notSent)
        _ = try await enter(pacer)
    }

    @Test("a way that is closed for longer than the deadline fails at once, and says how long")
    func closed() async throws {
        let pacer = pacer()
        pacer.leave(try await enter(pacer), .refused(RateReading(), retryAfter: .seconds(30)))
        let error = await #expect(throws: FreshworksError.self) { try await enter(pacer, within: .seconds(30)) }
        #expect(error?.code == .rateLimited)
        #expect(error?.retryAfter == .milliseconds(30_100))
        let patient = Task { try await enter(pacer, within: .seconds(31)) }
        await Self.wait { pacer.waitingCount == 1 }
        clock.advance(by: .milliseconds(30_100))
        _ = try await patient.value
    }

    @Test("a sub-limit's 429 stops its own group alone")
    func subLimit() async throws {
        let pacer = try await pacer(remaining: 50)
        let create = RateGroup(rawValue: "tickets.create")
        pacer.leave(try await enter(pacer, group: create), .refused(RateReading(), retryAfter: .seconds(20)))
        _ = try await enter(pacer)
        _ = try await enter(pacer, group: RateGroup(rawValue: "tickets.update"))
        let error = await #expect(throws: FreshworksError.self) {
            try await enter(pacer, group: create, within: .seconds(10))
        }
        #expect(error?.code == .rateLimited)
    }

    @Test("the same with no calls left stops the account")
    func accountLimit() async throws {
        let pacer = try await pacer(remaining: 50)
        let create = RateGroup(rawValue: "tickets.create")
        pacer.leave(
            try await enter(pacer, group: create), .refused(RateReading(remaining: 0), retryAfter: .seconds(20)))
        let error = await #expect(throws: FreshworksError.self) { try await enter(pacer, within: .seconds(10)) }
        #expect(error?.code == .rateLimited)
    }

    @Test("with none remaining all wait until a minute after the window's first answer")
    func noneRemaining() async throws {
        let pacer = try await pacer(remaining: 2)
        clock.advance(by: .seconds(10))
        pacer.leave(try await enter(pacer), .answered(RateReading(total: 100, remaining: 0)))
        let error = await #expect(throws: FreshworksError.self) { try await enter(pacer, within: .seconds(50)) }
        #expect(error?.code == .rateLimited)
        #expect(error?.retryAfter == .seconds(50))
        let went = Mutex(false)
        let waiting = Task { @Sendable in
            _ = try await enter(pacer, within: .seconds(55))
            went.withLock { $0 = true }
        }
        await Self.wait { pacer.waitingCount == 1 }
        clock.advance(by: .milliseconds(49_999))
        for _ in 0..<100 { await Task.yield() }
        #expect(pacer.waitingCount == 1)
        clock.advance(by: .milliseconds(1))
        try await waiting.value
        #expect(went.withLock { $0 })
    }

    @Test("a refusal's own wait goes before the end of the window")
    func retryAfterSaysOtherwise() async throws {
        let pacer = try await pacer(remaining: 2)
        pacer.leave(try await enter(pacer), .refused(RateReading(), retryAfter: .seconds(5)))
        clock.advance(by: .milliseconds(5100))
        _ = try await enter(pacer, within: .seconds(1))
    }
}
