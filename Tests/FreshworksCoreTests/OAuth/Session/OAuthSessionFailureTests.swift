import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("OAuth sessions that cannot be refreshed")
struct OAuthSessionFailureTests: OAuthSessionSuite {
    let fixture = OAuthSessionFixture()

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
        var start = clock.monotonicNow
        let third = Task { try await session.token }
        try await advance { server.requests == 3 }
        #expect(clock.monotonicNow - start >= .milliseconds(500))
        await #expect(throws: FreshworksError.self) { try await third.value }
        start = clock.monotonicNow
        let fourth = Task { try await session.token }
        try await advance { server.requests == 4 }
        #expect(clock.monotonicNow - start >= .seconds(1))
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

    @Test("the call that finds out about a revoked session says that consent is needed, not that a token was rejected")
    func revokedDuringCall() async throws {
        let session = try await open(initial: first)
        let runtime = FreshworksRuntime(.quiet, transport: server, clock: clock)
        let client = try APIClient(account: .freshdesk("acme"), credential: session, runtime: runtime)
        server.answer(.json(401, "{}"))
        server.revoke()
        await #expect { try await client.call(.get, "agents/me") } throws: {
            ($0 as? FreshworksError)?.code == .needsReauthorization
        }
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

    @Test("a new consent that another process took after the session was removed is noticed")
    func consentAfterRemoval() async throws {
        let session = try await open(initial: first)
        try await open().remove()
        clock.advance(by: .seconds(3600))
        await #expect { try await session.token } throws: { ($0 as? FreshworksError)?.code == .sessionRemoved }
        let tokens = OAuthTokens(
            accessToken: Secret("access-4"), refreshToken: Secret("refresh-4"), obtainedAt: clock.wallNow,
            expiresAt: clock.wallNow + 1800)
        _ = try await open(initial: tokens)
        clock.advance(by: .seconds(1))
        #expect(try await session.token == "access-4")
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

    @Test("a refresh that fails gives its claim back at once")
    func releasesClaim() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.answer(.json(500, "{}"))
        await #expect(throws: FreshworksError.self) { try await session.token }
        let record = try JSONValue(parsing: #require(try await store.load("oauth/acme")).data)
        #expect(record["claim"] == .null)
    }

    @Test("the token endpoint has two thirds of the claim's time")
    func deadline() async throws {
        let transport = ScriptedTransport(.json(500, "{}"))
        let client = try OAuthClient(.example, runtime: FreshworksRuntime(transport: transport, clock: clock))
        let session = try await OAuthSession(client, store: store, name: "acme", initial: first)
        clock.advance(by: .seconds(3600))
        await #expect(throws: FreshworksError.self) { try await session.token }
        #expect(transport.requests.map(\.timeout) == [.seconds(20)])
    }

    @Test("an answer that is lost on its way is said to be perhaps the session's end, and with reuse detection it is")
    func lostAnswer() async throws {
        let session = try await open(initial: first)
        clock.advance(by: .seconds(3600))
        server.loseNextAnswer()
        let error = await #expect(throws: FreshworksError.self) { try await session.token }
        #expect(error?.code == .timedOut)
        #expect(error?.advice?.hasSuffix("a new consent is needed next.") == true)
        #expect(session.needsReauthorization == nil)
        await #expect { try await session.token } throws: { ($0 as? FreshworksError)?.code == .needsReauthorization }
        #expect(events.kinds == [.refreshFailed, .needsReauthorization])
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
}
