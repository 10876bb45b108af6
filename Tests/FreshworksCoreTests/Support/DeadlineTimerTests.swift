import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

/// A canceled sleep costs memory until its time has come, so none may be begun for a call alone, or canceled.
@Suite("The timer of all deadlines")
struct DeadlineTimerTests {
    private let clock = CountingClock()

    @Test("sleeps once for a thousand calls whose credentials are asked for")
    func customProvider() async throws {
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .custom { .freshdesk(apiKey: "FAKEkey0123456789abcd") },
            runtime: FreshworksRuntime(.quiet, transport: ScriptedTransport(.json(200, "{}")), clock: clock))
        for _ in 0..<1000 { _ = try await client.call(.get, "tickets") }
        #expect(clock.begun <= 1)
        #expect(clock.canceled == 0)
    }

    @Test("sleeps once for a thousand looks into the store of a session")
    func session() async throws {
        let runtime = FreshworksRuntime(.quiet, transport: ScriptedTransport(.empty(500)), clock: clock)
        let store = SessionStore(
            store: InMemoryStore(), key: "oauth/acme", server: SessionRecord.Server(try .example), runtime: runtime)
        for _ in 0..<1000 { #expect(try await store.load()?.version == nil) }
        #expect(clock.begun <= 1)
        #expect(clock.canceled == 0)
    }

    @Test("acts in the order of the deadlines, and never on an alarm that was removed")
    func order() async throws {
        let timer = DeadlineTimer(clock: clock)
        let (acts, act) = AsyncStream.makeStream(of: Int.self)
        var alarms: [Int: DeadlineTimer.Alarm] = [:]
        for second in [30, 10, 20, 10, 40, 5] {
            alarms[second] = timer.add(at: .seconds(second)) { act.yield(second) }
        }
        timer.remove(try #require(alarms[20]))
        timer.remove(try #require(alarms[5]))
        var acted: [Int] = []
        var news = acts.makeAsyncIterator()
        for (second, count) in [(5, 0), (10, 2), (20, 0), (30, 1), (40, 1)] {
            clock.manual.advance(by: .seconds(second) - clock.monotonicNow)
            for _ in 0..<count { acted.append(try #require(await news.next())) }
        }
        act.finish()
        #expect(await news.next() == nil)
        #expect(acted == [10, 10, 30, 40])
        #expect(clock.canceled == 0)
    }

    @Test("cancels no sleep when short deadlines come between long ones")
    func shortBetweenLong() async throws {
        let timer = DeadlineTimer(clock: clock)
        for _ in 0..<100 {
            let (acts, act) = AsyncStream.makeStream(of: Void.self)
            let long = timer.add(at: clock.monotonicNow + .seconds(600)) {}
            _ = timer.add(at: clock.monotonicNow + .milliseconds(100)) { act.yield() }
            clock.manual.advance(by: .milliseconds(100))
            for await _ in acts { break }
            timer.remove(long)
        }
        #expect(clock.canceled == 0)
        #expect(clock.manual.sleeperCount <= 2)
    }

    @Test("ends its sleeps with itself")
    func end() async throws {
        var timer: DeadlineTimer? = DeadlineTimer(clock: clock)
        _ = timer?.add(at: .seconds(600)) {}
        try await clock.manual.waitForSleepers(1)
        timer = nil
        while clock.canceled == 0 { await Task.yield() }
        #expect(clock.manual.sleeperCount == 0)
    }
}

/// A clock that is moved by hand and counts the sleeps.
private final class CountingClock: RuntimeClock {
    let manual = ManualClock()
    private let counts = Mutex((begun: 0, canceled: 0))

    var begun: Int { counts.withLock { $0.begun } }
    var canceled: Int { counts.withLock { $0.canceled } }
    var monotonicNow: Duration { manual.monotonicNow }
    var wallNow: Date { manual.wallNow }

    func sleep(until deadline: Duration) async throws {
        counts.withLock { $0.begun += 1 }
        do {
            try await manual.sleep(until: deadline)
        } catch {
            counts.withLock { $0.canceled += 1 }
            throw error
        }
    }
}
