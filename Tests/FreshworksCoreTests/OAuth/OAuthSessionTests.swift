import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("OAuth sessions")
struct OAuthSessionTests {
    private let server = OAuthSessionServer()
    private let clock = ManualClock()
    private let events = EventLog()
    private let store = InMemoryStore()

    private func open(
        _ store: (any VersionedStore)? = nil, initial: OAuthTokens? = nil, clock: (any RuntimeClock)? = nil,
        options: OAuthSession.Options = .init()
    ) async throws -> OAuthSession {
        let runtime = FreshworksRuntime(
            .init(random: { 0 }), transport: server, clock: clock ?? self.clock, observer: events)
        return try await OAuthSession(
            OAuthClient(.example, runtime: runtime), store: store ?? self.store, name: "acme", initial: initial,
            options: options)
    }

    private var first: OAuthTokens { .first(at: clock.wallNow) }

    // MARK: Life

    @Test("a fresh token is used without a request")
    func fresh() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(1499))
        #expect(try await session.token == "access-1")
        #expect(server.requests == 0)
    }

    @Test("a stale token is used at once while one newer pair is obtained behind it")
    func stale() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(1500))
        server.close()
        for _ in 0..<20 { #expect(try await session.token == "access-1") }
        server.open()
        try await until { try await session.token == "access-2" }
        #expect(server.requests == 1)
    }

    @Test("an expired token is waited for, and the new pair is in the store before anybody gets it")
    func expired() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(1800))
        #expect(try await session.token == "access-2")
        #expect(try await storedToken == "access-2")
        #expect(events.kinds == [.refreshed])
    }

    @Test("tokens of unknown life are refreshed before their first use")
    func unknownLife() async throws {
        let session = try await open(
            initial: OAuthTokens(
                accessToken: Secret("access-1"), refreshToken: Secret("refresh-1"), obtainedAt: clock.wallNow,
                expiresAt: nil))
        #expect(try await session.token == "access-2")
        #expect(try await session.token == "access-2")
        #expect(server.requests == 1)
    }

    @Test("a session is found again by its name, and by no other client or server")
    func reopened() async throws {
        _ = try await open(initial: first)
        #expect(try await open().token == "access-1")
        var other = try OAuthConfiguration.example
        other.clientID = "another"
        let client = try OAuthClient(other, runtime: FreshworksRuntime(transport: server, clock: clock))
        await #expect { try await OAuthSession(client, store: store, name: "acme") } throws: {
            ($0 as? FreshworksError)?.code == .otherSession
        }
        await #expect { try await open(InMemoryStore()) } throws: { ($0 as? FreshworksError)?.code == .notConfigured }
    }

    @Test("tokens of single agents need an agent, those of the account take none")
    func levels() async throws {
        var configuration = try OAuthConfiguration.example
        configuration.tokenLevel = .agent
        let client = try OAuthClient(configuration, runtime: FreshworksRuntime(transport: server, clock: clock))
        await #expect(throws: FreshworksError.self) {
            try await OAuthSession(client, store: store, name: "acme", initial: first)
        }
        _ = try await OAuthSession(client, store: store, name: "acme", agent: "sam/1", initial: first)
        #expect(try await store.keys(prefix: "") == ["oauth/acme/sam%2F1"])
    }

    // MARK: One refresh

    @Test("ten thousand callers of an expired session cause one request")
    func tenThousand() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.close()
        let callers = (0..<10_000).map { _ in Task { try await session.token } }
        try await until { server.requests == 1 }
        server.open()
        for caller in callers { #expect(try await caller.value == "access-2") }
        #expect(server.requests == 1)
    }

    @Test("a caller that is cancelled leaves, also the first, and all others are served by the same request")
    func cancelled() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.close()
        let leaving = Task { try await session.token }
        try await until { server.requests == 1 }
        let staying = (0..<100).map { _ in Task { try await session.token } }
        leaving.cancel()
        await #expect(throws: CancellationError.self) { try await leaving.value }
        server.open()
        for caller in staying { #expect(try await caller.value == "access-2") }
        #expect(server.requests == 1)
    }

    @Test("a failed refresh fails those who wait for it and nobody after them")
    func failureIsNotSticky() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.answer(.json(503, "{}"))
        server.close()
        let waiting = (0..<50).map { _ in Task { try await session.token } }
        try await until { server.requests == 1 }
        server.open()
        for caller in waiting {
            await #expect { try await caller.value } throws: { ($0 as? FreshworksError)?.status == 503 }
        }
        #expect(try await session.token == "access-2")
        #expect(server.requests == 2)
        #expect(events.kinds == [.refreshFailed, .refreshed])
    }

    @Test("two sessions over one store share each pair: the second finds what the first obtained")
    func twoSessions() async throws {
        let one = try await open(initial: first)
        let other = try await open()
        for round in 2...20 {
            clock.advance(by: .seconds(3600))
            let answers = [one, other].map { session in Task { try await session.token } }
            try await advance(by: .milliseconds(10)) { server.generation == round }
            for answer in answers {
                let ended = Mutex(false)
                let watched = Task {
                    defer { ended.withLock { $0 = true } }
                    return try await answer.value
                }
                try await advance(by: .milliseconds(10)) { ended.withLock { $0 } }
                #expect(try await watched.value == "access-\(round)")
            }
        }
        #expect(server.requests == 19)
        #expect(!server.isRevoked)
    }

    // MARK: Rejected tokens

    @Test("a token that a service rejects is replaced once, however many calls it failed")
    func rejected() async throws {
        let session = try await open(initial: first)
        let old = try await session.credential()
        let newer = try await withThrowingTaskGroup(of: Credential?.self) { group in
            for _ in 0..<100 { group.addTask { try await session.credential(replacing: old) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(newer.allSatisfy { $0?.token == "access-2" })
        #expect(server.requests == 1)
    }

    @Test("a service that rejects every token causes three refreshes a minute at the most")
    func rejectedForEver() async throws {
        let session = try await open(initial: first)
        var last = try await session.credential()
        for _ in 0..<3 { last = try #require(try await session.credential(replacing: last)) }
        for _ in 0..<10 { #expect(try await session.credential(replacing: last) == nil) }
        #expect(server.requests == 3)
        clock.advance(by: .seconds(60))
        #expect(try await session.credential(replacing: last)?.token == "access-5")
    }

    @Test("a rejected token that another process has replaced already is replaced from the store")
    func rejectedElsewhere() async throws {
        let one = try await open(initial: first)
        let other = try await open()
        let old = try await other.credential()
        _ = try await one.credential(replacing: try await one.credential())
        #expect(try await other.credential(replacing: old)?.token == "access-2")
        #expect(server.requests == 1)
    }

    // MARK: The failure table

    @Test(
        "while the old token lives, a refresh that fails is no failure of calls",
        arguments: [
            TransportResponse.json(500, "{}"), .json(429, "{}"), .text(200, "<html>"), .json(200, "{}"),
            .json(401, #"{"error":"invalid_client"}"#),
        ])
    func keepsOldToken(answer: TransportResponse) async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(1500))
        server.answer(answer)
        #expect(try await session.token == "access-1")
        try await until { events.kinds == [.refreshFailed] }
        #expect(try await session.token == "access-1")
        #expect(session.needsReauthorization == nil)
        try await until { try await session.token == "access-2" }
    }

    @Test("failures in a row are spaced out, up to half a minute")
    func backOff() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.answer(.json(500, "{}"), .json(500, "{}"), .json(500, "{}"))
        for _ in 1...2 { await #expect(throws: FreshworksError.self) { try await session.token } }
        let third = Task { try await session.token }
        try await clock.waitForSleepers(1)
        #expect(server.requests == 2)
        clock.advance(by: .milliseconds(500))
        await #expect(throws: FreshworksError.self) { try await third.value }
        #expect(server.requests == 3)
        let fourth = Task { try await session.token }
        try await clock.waitForSleepers(1)
        clock.advance(by: .milliseconds(999))
        #expect(server.requests == 3)
        clock.advance(by: .milliseconds(1))
        #expect(try await fourth.value == "access-2")
    }

    @Test("a long Retry-After of the token endpoint is an error with that time, not a wait")
    func retryAfter() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.answer(.json(429, "{}", ("Retry-After", "999999999")))
        await #expect(throws: FreshworksError.self) { try await session.token }
        await #expect { try await session.token } throws: {
            let error = $0 as? FreshworksError
            return error?.code == .rateLimited && error?.retryAfter == .seconds(300)
        }
        #expect(server.requests == 1)
        clock.advance(by: .seconds(300))
        #expect(try await session.token == "access-2")
    }

    @Test("after invalid_grant nothing is sent any more, the app is told, and a new consent mends it")
    func invalidGrant() async throws {
        let session = try await open(initial: first)
        server.revoke()
        clock.advance(by: .seconds(3600))
        let told = Task { try await session.reauthorizationNeeded() }
        for _ in 0..<5 {
            await #expect { try await session.token } throws: {
                ($0 as? FreshworksError)?.code == .needsReauthorization
            }
        }
        #expect(server.requests == 1)
        #expect(try await told.value.code == .needsReauthorization)
        #expect(session.needsReauthorization != nil)
        #expect(events.kinds == [.needsReauthorization])
        // Another object over the same store knows it without asking.
        await #expect(throws: FreshworksError.self) { try await open().token }
        #expect(server.requests == 1)
        try await session.reauthorize(with: first)
        #expect(session.needsReauthorization == nil)
        #expect(try await session.token == "access-1")
    }

    @Test("a new consent that another process took is noticed")
    func consentElsewhere() async throws {
        let session = try await open(initial: first)
        server.revoke()
        clock.advance(by: .seconds(3600))
        await #expect(throws: FreshworksError.self) { try await session.token }
        _ = try await open(initial: first)
        clock.advance(by: .seconds(1))
        #expect(try await session.token == "access-1")
        #expect(session.needsReauthorization == nil)
    }

    @Test("who waits for the end of a session can stop waiting")
    func stopsWaiting() async throws {
        let session = try await open(initial: first)
        let waiting = Task { try await session.reauthorizationNeeded() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }

    @Test("invalid_grant for a token that somebody else has replaced meanwhile is no end")
    func lostRace() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.close()
        let waiting = Task { try await session.token }
        try await until { server.requests == 1 }
        // Somebody who does not keep to claims refreshes and stores first.
        try await storeNext()
        server.answer(.json(400, #"{"error":"invalid_grant"}"#))
        server.open()
        #expect(try await waiting.value == "access-7")
        #expect(session.needsReauthorization == nil)
    }

    @Test("a session removed from its store is over, and a refresh under way does not bring it back")
    func removed() async throws {
        let session = try await open(initial: first)
        let other = try await open()
        clock.advance(by: .seconds(3600))
        server.close()
        let waiting = Task { try await session.token }
        try await until { server.requests == 1 }
        try await other.remove()
        server.open()
        await #expect { try await waiting.value } throws: { ($0 as? FreshworksError)?.code == .sessionRemoved }
        #expect(try await store.keys(prefix: "").isEmpty)
    }

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
        try await advance(by: .milliseconds(10)) { failing.refusals > 4 }
        #expect(try await session.token == "access-2")
        failing.recover()
        try await advance(by: .milliseconds(100)) { events.kinds == [.refreshed, .storeFailed, .stored] }
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
        try await advance(by: .milliseconds(50)) { server.requests == 1 }
        #expect(clock.monotonicNow - start >= .seconds(30))
        #expect(try await waiting.value == "access-2")
    }

    @Test("a claim that ended long ago by every clock is not waited for")
    func oldClaim() async throws {
        let session = try await open(initial: first)
        try await change {
            $0["claim"] = ["owner": "other", "milliseconds": 30_000, "until": "2025-06-02T12:00:30.000Z"]
        }
        clock.advance(by: .seconds(3600))
        #expect(try await session.token == "access-2")
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

    // MARK: Leaks

    @Test("neither a session nor what it stores, tells or throws shows a token")
    func leaks() async throws {
        let session = try await open(initial: first)
        let shown = [
            "\(session)", String(reflecting: session.tokens), "\(session.tokens)", "\(events.all)",
            "\(String(describing: try await store.load("oauth/acme")))",
        ]
        for text in shown { #expect(!text.contains("access-1") && !text.contains("refresh-1")) }
        var dumped = ""
        dump(session, to: &dumped)
        #expect(!dumped.contains("access-1") && !dumped.contains("refresh-1"))
    }
}

// MARK: - Helpers

extension OAuthSessionTests {
    private var storedToken: String? {
        get async throws {
            guard let data = try await store.load("oauth/acme")?.data else { return nil }
            let tokens: JSONValue? = try JSONValue(parsing: data)["tokens"]
            return tokens?["access_token"]
        }
    }

    /// Changes the record as another process would.
    private func change(_ edit: (inout [String: JSONValue]) -> Void) async throws {
        let kept = try #require(try await store.load("oauth/acme"))
        let object = try #require(try JSONValue(parsing: kept.data).objectValue)
        var members = Dictionary(uniqueKeysWithValues: object.map { ($0.key, $0.value) })
        edit(&members)
        let data = JSONValue.object(JSONObject(members.map { ($0.key, $0.value) })).serialized()
        let outcome = try await store.save(data, for: "oauth/acme", expecting: kept.version)
        guard case .done = outcome else { throw FreshworksError(.storeFailed, "the record was changed meanwhile") }
    }

    /// Stores pair 7, as another process that refreshed would.
    private func storeNext() async throws {
        let end = Timestamp.format(clock.wallNow + 1800)
        try await change { members in
            members["generation"] = 7
            members["claim"] = .null
            members["tokens"] = [
                "access_token": "access-7", "refresh_token": "refresh-7", "scope": "", "expires_at": .string(end),
                "obtained_at": .string(Timestamp.format(clock.wallNow)),
            ]
        }
    }

    /// Lets time pass in small steps as long as something is not so.
    private func advance(by step: Duration, until condition: () async throws -> Bool) async throws {
        try await until {
            if try await condition() { return true }
            clock.advance(by: step)
            for _ in 0..<50 { await Task.yield() }
            return false
        }
    }

    private func until(_ condition: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while try await !condition() {
            guard ContinuousClock.now < end else { throw FreshworksError(.timedOut, "the test waited in vain") }
            await Task.yield()
        }
    }
}

extension OAuthSession {
    fileprivate var token: String {
        get async throws { try await credential().token }
    }
}

extension Credential {
    fileprivate var token: String {
        if case .accessToken(let secret) = form { secret.reveal() } else { "" }
    }
}

extension OAuthTokens {
    fileprivate static func first(at now: Date) -> OAuthTokens {
        OAuthTokens(
            accessToken: Secret("access-1"), refreshToken: Secret("refresh-1"), obtainedAt: now,
            expiresAt: now + 1800)
    }
}

extension OAuthConfiguration {
    fileprivate static var example: OAuthConfiguration {
        get throws {
            try .freshworks(
                organization: "acme", clientID: "fw_ext_1", clientSecret: "s3cr3t", scopes: [],
                redirectURI: #require(URL(string: "https://app.example/callback")))
        }
    }
}

/// Remembers what an observer hears of sessions.
private final class EventLog: RequestObserver {
    private let log = Mutex<[SessionEvent]>([])

    var all: [SessionEvent] { log.withLock { $0 } }
    var kinds: [SessionEvent.Kind] { all.map(\.kind) }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }
    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {}
    func sessionChanged(_ event: SessionEvent) { log.withLock { $0.append(event) } }
}

/// A store whose disk fills up.
private final class FailingStore: VersionedStore {
    private let store: any VersionedStore
    private let state = Mutex<(left: Int, takes: Bool)?>(nil)
    private let refused = Mutex(0)

    /// How many writes failed.
    var refusals: Int { refused.withLock { $0 } }

    init(_ store: any VersionedStore) { self.store = store }

    /// After some more writes each one fails.
    /// - Parameter takes: It takes place all the same.
    func failSaves(after count: Int, butTakeThem takes: Bool = false) { state.withLock { $0 = (count, takes) } }

    func recover() { state.withLock { $0 = nil } }

    func load(_ key: String) async throws -> StoredValue? { try await store.load(key) }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        let (fails, takes) = state.withLock { state -> (Bool, Bool) in
            guard let (left, takes) = state else { return (false, true) }
            state = (left - 1, takes)
            return (left <= 0, left > 0 || takes)
        }
        if takes {
            let outcome = try await store.save(data, for: key, expecting: version)
            if !fails { return outcome }
        }
        refused.withLock { $0 += 1 }
        throw FreshworksError(.storeFailed, "the disk is full", mayHaveBeenExecuted: takes)
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }
}
