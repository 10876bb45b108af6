import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("OAuth sessions and their store")
struct OAuthSessionStoreTests: OAuthSessionSuite {
    let fixture = OAuthSessionFixture()

    // MARK: The store

    @Test("a pair that the store does not take is used, written again until it is there, and the observer hears of it")
    func failingStore() async throws {
        let failing = FailingStore(store)
        let session = try await open(failing, initial: first)
        clock.advance(by: .seconds(3600))
        failing.failSaves(after: 1)  // The claim is written, the pair is not.
        #expect(try await session.token == "access-2")
        #expect(try await storedToken == "access-1")
        #expect(events.kinds == [.refreshed, .storeFailed])
        try await advance { failing.refusals > 4 }
        #expect(try await session.token == "access-2")
        failing.recover()
        try await advance { events.kinds == [.refreshed, .storeFailed, .stored] }
        #expect(try await storedToken == "access-2")
        #expect(server.requests == 1)
    }

    @Test("a pair that only this process knows is refreshed without the store, and the newest one is stored in the end")
    func failingStoreForLong() async throws {
        let failing = FailingStore(store)
        let session = try await open(failing, initial: first)
        clock.advance(by: .seconds(3600))
        failing.failSaves(after: 1)
        #expect(try await session.token == "access-2")
        clock.advance(by: .seconds(3600))
        #expect(try await session.token == "access-3")
        failing.recover()
        try await session.flush()
        #expect(try await storedToken == "access-3")
        #expect(!server.isRevoked)
    }

    @Test(
        "a pair that others may have is not refreshed without the store, and one that they have is not refreshed again")
    func ambiguousWriteForLong() async throws {
        let failing = FailingStore(store)
        let session = try await open(failing, initial: first)
        clock.advance(by: .seconds(3600))
        failing.failSaves(after: 1, butTakeThem: true)
        #expect(try await session.token == "access-2")
        failing.failLoads()
        clock.advance(by: .seconds(3600))
        let other = try await open()
        #expect(try await other.token == "access-3")
        await #expect { try await session.token } throws: { ($0 as? FreshworksError)?.code == .storeFailed }
        failing.recover()
        #expect(try await session.token == "access-3")
        #expect(!server.isRevoked)
    }

    @Test("a session that was removed stays so, whatever a refresh under way brings")
    func removedWhileRefreshing() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.close()
        let waiting = Task { try await session.token }
        try await until { server.requests == 1 }
        try await session.remove()
        server.open()
        await #expect(throws: FreshworksError.self) { try await waiting.value }
        await #expect { try await session.token } throws: { ($0 as? FreshworksError)?.code == .sessionRemoved }
        #expect(try await store.keys(prefix: "").isEmpty)
        #expect(events.kinds == [.needsReauthorization])
    }

    @Test("a write of which nobody knows whether it took place is not repeated as a conflict")
    func ambiguousWrite() async throws {
        let failing = FailingStore(store)
        let session = try await open(failing, initial: first)
        clock.advance(by: .seconds(3600))
        failing.failSaves(after: 1, butTakeThem: true)
        #expect(try await session.token == "access-2")
        failing.recover()
        try await session.flush()
        #expect(events.kinds == [.refreshed, .storeFailed, .stored])
        #expect(try await storedToken == "access-2")
    }

    @Test("a store that went back, as after a restored backup, is put right by who knows the newer pair")
    func restoredBackup() async throws {
        let session = try await open(initial: first)
        let backup = try #require(try await store.load("oauth/acme")?.data)
        clock.advance(by: .seconds(3600))
        #expect(try await session.token == "access-2")
        let version = try #require(try await store.load("oauth/acme")?.version)
        _ = try await store.save(backup, for: "oauth/acme", expecting: version)
        clock.advance(by: .seconds(3600))
        #expect(try await session.token == "access-3")
        #expect(!server.isRevoked)
    }

    @Test("a store that goes back while a refresh is under way gets the new pair all the same")
    func restoredBackupMeanwhile() async throws {
        let session = try await open(initial: first)
        let backup = try #require(try await store.load("oauth/acme")?.data)
        clock.advance(by: .seconds(3600))
        #expect(try await session.token == "access-2")
        clock.advance(by: .seconds(3600))
        server.close()
        let waiting = Task { try await session.token }
        try await until { server.requests == 2 }
        let version = try #require(try await store.load("oauth/acme")?.version)
        _ = try await store.save(backup, for: "oauth/acme", expecting: version)
        server.open()
        #expect(try await waiting.value == "access-3")
        #expect(try await storedToken == "access-3")
        #expect(!server.isRevoked)
    }

    @Test("a pair that is being refreshed without the store is not written meanwhile: others would refresh it too")
    func writeDuringLoneRefresh() async throws {
        let failing = FailingStore(store)
        let session = try await open(failing, initial: first)
        clock.advance(by: .seconds(3600))
        failing.failSaves(after: 1)
        #expect(try await session.token == "access-2")
        clock.advance(by: .seconds(3600))
        server.close()
        let waiting = Task { try await session.token }
        try await until { server.requests == 2 }
        failing.recover()
        let writing = Task { try await session.flush() }
        for _ in 0..<500 { await Task.yield() }
        #expect(try await storedToken == "access-1")
        server.open()
        #expect(try await waiting.value == "access-3")
        try await writing.value
        #expect(try await storedToken == "access-3")
        #expect(!server.isRevoked)
    }

    @Test("what cannot be read is an error that does not quote it, and a new consent replaces it")
    func damagedRecord() async throws {
        _ = try await store.save(Data("refresh-1".utf8), for: "oauth/acme", expecting: .absent)
        await #expect { try await open() } throws: {
            ($0 as? FreshworksError)?.code == .malformedSession && !"\($0)".contains("refresh-1")
        }
        #expect(try await open(initial: first).token == "access-1")
    }

    @Test("shutdown of the runtime waits for a refresh under way and for its write")
    func shutdown() async throws {
        let runtime = FreshworksRuntime(transport: server, clock: clock)
        let session = try await OAuthSession(
            OAuthClient(.example, runtime: runtime), store: store, name: "acme", initial: first)
        clock.advance(by: .seconds(3600))
        server.close()
        let waiting = Task { try await session.token }
        try await until { server.requests == 1 }
        let ending = Task { await runtime.shutdown() }
        server.open()
        await ending.value
        #expect(try await storedToken == "access-2")
        _ = try await waiting.value
    }

    @Test("shutdown of the runtime does not wait for another process's claim, and nothing is sent afterwards")
    func shutdownDuringClaim() async throws {
        let runtime = FreshworksRuntime(transport: server, clock: clock)
        let session = try await OAuthSession(
            OAuthClient(.example, runtime: runtime), store: store, name: "acme", initial: first)
        try await change {
            $0["claim"] = ["owner": "other", "milliseconds": 30_000, "until": "2025-06-02T14:00:00.000Z"]
        }
        clock.advance(by: .seconds(3600))
        let waiting = Task { try await session.token }
        try await clock.waitForSleepers(1)
        await runtime.shutdown()
        let ended = Mutex(false)
        let watching = Task {
            defer { ended.withLock { $0 = true } }
            await #expect { try await waiting.value } throws: { ($0 as? FreshworksError)?.code == .shutDown }
        }
        try await advance { ended.withLock { $0 } }
        await watching.value
        #expect(server.requests == 0)
    }

    // MARK: Claims

    @Test("somebody else's claim is waited for, and taken over when its time is over")
    func foreignClaim() async throws {
        let session = try await open(initial: first)
        try await change {
            $0["claim"] = ["owner": "other", "milliseconds": 30_000, "until": "2025-06-02T14:00:00.000Z"]
        }
        clock.advance(by: .seconds(3600))
        let waiting = Task { try await session.token }
        let start = clock.monotonicNow
        try await advance { server.requests == 1 }
        #expect(clock.monotonicNow - start >= .seconds(30))
        #expect(try await waiting.value == "access-2")
    }

    @Test(
        "a claim that ended long ago by the calendar is waited for too, and one that says it lasts for ever for ten minutes"
    )
    func strangeClaim() async throws {
        for (milliseconds, wait) in [(30_000, 30), (9_000_000_000_000_000, 600), (-5, 0)] {
            let session = try await open(initial: first)
            try await change {
                $0["claim"] = [
                    "owner": "other", "milliseconds": .number(JSONNumber(milliseconds)),
                    "until": "2025-06-02T12:00:30.000Z",
                ]
            }
            clock.advance(by: .seconds(3600))
            let requests = server.requests
            let start = clock.monotonicNow
            let ended = Mutex(false)
            let waiting = Task {
                defer { ended.withLock { $0 = true } }
                return try await session.token
            }
            try await advance { server.requests > requests || ended.withLock { $0 } }
            #expect(server.requests > requests)
            #expect(clock.monotonicNow - start >= .seconds(wait))
            _ = try? await waiting.value
        }
    }

    @Test("others who claim one after the other and store nothing are waited for, but not for ever")
    func claimsWithoutEnd() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        let start = clock.monotonicNow
        var claims = 0
        func claim() async throws {
            claims += 1
            try await change {
                $0["claim"] = [
                    "owner": .string("other \(claims)"), "milliseconds": 30_000, "until": "2025-06-02T14:00:00.000Z",
                ]
            }
        }
        try await claim()
        let ended = Mutex(false)
        let waiting = Task {
            defer { ended.withLock { $0 = true } }
            return try await session.token
        }
        try await advance {
            try await claim()
            return ended.withLock { $0 }
        }
        await #expect { try await waiting.value } throws: { ($0 as? FreshworksError)?.code == .timedOut }
        #expect(clock.monotonicNow - start >= .seconds(120))
        #expect(server.requests == 0)
    }

    @Test("who wakes up after the claim ran out and a newer pair was stored changes nothing and uses that pair")
    func lateHolder() async throws {
        let holder = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.close()
        let late = Task { try await holder.token }
        try await until { server.requests == 1 }
        try await storeNext()
        server.open()
        #expect(try await late.value == "access-7")
        #expect(try await storedToken == "access-7")
    }

    @Test("who wakes up after the claim ran out and finds no newer pair stores the one it got")
    func lateHolderWithNewestPair() async throws {
        let holder = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.close()
        let late = Task { try await holder.token }
        try await until { server.requests == 1 }
        try await change {
            $0["claim"] = ["owner": "other", "milliseconds": 30_000, "until": "2025-06-02T14:00:00.000Z"]
        }
        server.open()
        #expect(try await late.value == "access-2")
        #expect(try await storedToken == "access-2")
    }
}
