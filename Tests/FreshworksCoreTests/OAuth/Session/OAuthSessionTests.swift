import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("OAuth sessions")
struct OAuthSessionTests: OAuthSessionSuite {
    let fixture = OAuthSessionFixture()

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

    @Test("a token without a refresh token is used to its end, or until a service rejects it")
    func noRefreshToken() async throws {
        let end = clock.wallNow + 1800
        for expiresAt in [end, nil] {
            let session = try await open(
                initial: OAuthTokens(
                    accessToken: Secret("access-1"), refreshToken: nil, obtainedAt: end - 1800, expiresAt: expiresAt))
            clock.advance(by: .seconds(expiresAt == nil ? 1_000_000 : 1700))
            let credential = try await session.credential()
            #expect(credential.token == "access-1")
            #expect(session.needsReauthorization == nil)
            if expiresAt != nil { clock.advance(by: .seconds(100)) }
            await #expect {
                _ = try await expiresAt == nil ? session.credential(replacing: credential) : session.credential()
            } throws: {
                ($0 as? FreshworksError)?.code == .needsReauthorization
            }
        }
        #expect(server.requests == 0)
        #expect(events.kinds == [.needsReauthorization, .needsReauthorization])
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
        let runtime = FreshworksRuntime(transport: server, clock: clock, observer: events)
        let client = try OAuthClient(configuration, runtime: runtime)
        await #expect(throws: FreshworksError.self) {
            try await OAuthSession(client, store: store, name: "acme", initial: first)
        }
        let session = try await OAuthSession(client, store: store, name: "acme", agent: "sam/1", initial: first)
        #expect(try await store.keys(prefix: "") == ["oauth/acme/sam%2F1"])
        try await session.remove()
        #expect(events.all.map(\.session) == ["acme"])
        #expect(events.all.map(\.agent) == ["sam/1"])
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
            try await advance { server.generation == round }
            for answer in answers {
                let ended = Mutex(false)
                let watched = Task {
                    defer { ended.withLock { $0 = true } }
                    return try await answer.value
                }
                try await advance { ended.withLock { $0 } }
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
