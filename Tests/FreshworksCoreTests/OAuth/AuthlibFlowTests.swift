import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite(
    "OAuth against the server that judges by Authlib", .serialized, .inTurn,
    .enabled(if: AuthlibServer.isRequired || AuthlibServer.isAvailable))
struct AuthlibFlowTests {
    // MARK: Consent

    @Test("a consent with a proof key gives a pair that tells whose it is")
    func proofKey() async throws {
        let world = try await AuthlibFixture { $0.scopes = ["freshdesk.tickets.view", "freshdesk.agents.manage"] }
        let tokens = try await world.consent()
        #expect(tokens.scopes == ["freshdesk.tickets.view", "freshdesk.agents.manage"])
        #expect(tokens.refreshToken != nil)
        #expect(tokens.expiresAt == tokens.obtainedAt + 1800)
        let claims = try await world.client.userInfo(tokens)
        #expect(claims["sub"]?.stringValue == "agent@example.com")
        #expect(claims["scope"]?.stringValue == "freshdesk.tickets.view freshdesk.agents.manage")
    }

    @Test("a consent without a proof key gives a pair, too")
    func noProofKey() async throws {
        let world = try await AuthlibFixture { $0.usesPKCE = false }
        let tokens = try await world.consent()
        #expect(try await world.client.userInfo(tokens)["sub"]?.stringValue == "agent@example.com")
    }

    @Test("the user's refusal is heard of, and nothing is asked for")
    func denied() async throws {
        let world = try await AuthlibFixture()
        let before = try await world.answers().count
        let pending = world.client.beginAuthorization()
        let callback = try await world.callback(of: pending, allow: false)
        await expectRefusal(.accessDenied) { _ = try await world.client.exchange(callback: callback, pending: pending) }
        #expect(try await world.answers().count == before)
    }

    @Test("a scope that the server does not know is heard of by the callback and by the token endpoint")
    func unknownScope() async throws {
        let world = try await AuthlibFixture { $0.scopes = ["freshdesk.everything"] }
        let pending = world.client.beginAuthorization()
        let callback = try await world.callback(of: pending)
        await expectRefusal(.invalidScope) { _ = try await world.client.exchange(callback: callback, pending: pending) }
        await expectRefusal(.invalidScope) { _ = try await world.client.clientCredentials() }
    }

    @Test("another proof key's verifier, or none, gets nothing for a code that the right one still redeems")
    func wrongVerifier() async throws {
        let world = try await AuthlibFixture()
        let pending = world.client.beginAuthorization()
        let callback = try await world.callback(of: pending)
        let text = pending.serialized()
        for (verifier, code) in [
            (JSONValue.string(String(repeating: "a", count: 43)), FreshworksError.Code.invalidGrant),
            (.null, .malformedPendingAuthorization),
        ] {
            var json = try #require(try JSONValue(parsing: Data(text.utf8)).objectValue)
            json["verifier"] = verifier
            let tampered = try PendingAuthorization(serialized: JSONValue.object(json).description)
            // Each client has a runtime of its own, which has not seen this state.
            let client = try world.anotherClient()
            await expectRefusal(code) { _ = try await client.exchange(callback: callback, pending: tampered) }
        }
        _ = try await world.client.exchange(callback: callback, pending: pending)
    }

    // MARK: Refresh

    @Test("a refresh gives a new pair; a spent refresh token that comes back ends all that descends from its consent")
    func rotation() async throws {
        let world = try await AuthlibFixture()
        let first = try await world.consent()
        let second = try await world.client.refresh(first)
        #expect(second.accessToken != first.accessToken)
        #expect(second.refreshToken != first.refreshToken)
        #expect(second.scopes == ["freshdesk.tickets.view"])
        let stranger = try await world.consent()

        await expectRefusal(.invalidGrant) { _ = try await world.client.refresh(first) }
        await expectRefusal(.invalidGrant) { _ = try await world.client.refresh(second) }
        await expectRefusal(.invalidToken) { _ = try await world.client.userInfo(second) }
        _ = try await world.client.userInfo(stranger)
    }

    @Test("scope and redirect URI of a refresh do no harm where they are sent")
    func verboseRefresh() async throws {
        let world = try await AuthlibFixture {
            $0.sendsScopeOnRefresh = true
            $0.sendsRedirectURIOnRefresh = true
        }
        let next = try await world.client.refresh(world.consent())
        #expect(next.scopes == ["freshdesk.tickets.view"])
    }

    // MARK: Clients and other grants

    @Test("a wrong secret, and a way to prove the client that the server does not take, are refused")
    func wrongSecret() async throws {
        let world = try await AuthlibFixture()
        let tokens = try await world.consent()
        let changes: [@Sendable (inout OAuthConfiguration) -> Void] = [
            { $0.clientSecret = Secret("FAKEwrong") }, { $0.clientID = "fw_ext_1" },
            { $0.clientAuthentication = .body },
            { $0.clientSecret = nil },
        ]
        for change in changes {
            let client = try world.anotherClient(change)
            let error = await #expect(throws: FreshworksError.self) { _ = try await client.refresh(tokens) }
            #expect(error?.code == .invalidClient)
            #expect(error?.status == 401)
        }
        // None of them spent the refresh token.
        _ = try await world.client.refresh(tokens)
    }

    @Test("a password gives a pair; a wrong one is refused")
    func password() async throws {
        let world = try await AuthlibFixture()
        let tokens = try await world.client.tokens(
            username: world.server.username, password: Secret(world.server.password))
        #expect(tokens.scopes == ["freshdesk.tickets.view"])
        let next = try await world.client.refresh(tokens)
        #expect(try await world.client.userInfo(next)["sub"]?.stringValue == "agent@example.com")
        // By RFC 6749 §5.2 it would be invalid_grant.
        await expectRefusal(.invalidRequest) {
            _ = try await world.client.tokens(username: world.server.username, password: Secret("FAKEwrong"))
        }
    }

    @Test("the client's own credentials give a token without a refresh token")
    func clientCredentials() async throws {
        let world = try await AuthlibFixture()
        let tokens = try await world.client.clientCredentials()
        #expect(tokens.refreshToken == nil)
        #expect(try await world.client.userInfo(tokens)["scope"]?.stringValue == "freshdesk.tickets.view")
    }

    @Test("a token that never was is nobody's")
    func deadToken() async throws {
        let world = try await AuthlibFixture()
        let tokens = OAuthTokens(
            accessToken: Secret("FAKEnobody"), refreshToken: nil, obtainedAt: Date(timeIntervalSince1970: 0),
            expiresAt: nil)
        let error = await #expect(throws: FreshworksError.self) { _ = try await world.client.userInfo(tokens) }
        #expect(error?.code == .invalidToken)
        #expect(error?.status == 401)
    }

    // MARK: Sessions

    @Test("fifty callers of an expired session share one refresh, whose pair is the stored one")
    func session() async throws {
        let world = try await AuthlibFixture()
        let store = InMemoryStore()
        let session = try await OAuthSession(
            world.client, store: store, name: "acme", initial: world.consent().expired)
        let before = try await world.answers().count

        let tokens = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { try await session.token } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }

        #expect(tokens.count == 1)
        let answers = try await world.answers().dropFirst(before)
        #expect(answers.map { $0["grant_type"]?.stringValue } == ["refresh_token"])
        #expect(answers.map { $0["status"]?.int64Value } == [200])
        _ = try await world.client.userInfo(session.tokens)
        let reopened = try await OAuthSession(world.client, store: store, name: "acme")
        #expect(try await reopened.token == tokens.first)
        #expect(try await world.answers().count == before + 1)
    }

    @Test("sessions of one store take turns through rotations, and nobody is logged out")
    func turns() async throws {
        let world = try await AuthlibFixture()
        let store = InMemoryStore()
        let one = try await OAuthSession(world.client, store: store, name: "acme", initial: world.consent())
        let two = try await OAuthSession(world.anotherClient(), store: store, name: "acme")
        let before = try await world.answers().count
        for round in 1...3 {
            let rejected = [try await one.credential(), try await two.credential()]
            async let first = one.credential(replacing: rejected[0])
            async let second = two.credential(replacing: rejected[1])
            let tokens = try await [first?.token, second?.token]
            #expect(tokens[0] == tokens[1])
            #expect(try await world.answers().count == before + round)
        }
        #expect(try await world.answers().dropFirst(before).allSatisfy { $0["status"]?.int64Value == 200 })
    }

    @Test("a refresh token that was used elsewhere ends the session, until the user consents again")
    func usedElsewhere() async throws {
        let world = try await AuthlibFixture()
        let tokens = try await world.consent()
        let session = try await OAuthSession(
            world.client, store: InMemoryStore(), name: "acme", initial: tokens.expired)
        let thief = try await world.anotherClient().refresh(tokens)

        await expectRefusal(.needsReauthorization) { _ = try await session.credential() }
        let before = try await world.answers().count
        await expectRefusal(.needsReauthorization) { _ = try await session.credential() }
        #expect(try await world.answers().count == before)
        #expect(try await session.reauthorizationNeeded().code == .needsReauthorization)
        await expectRefusal(.invalidToken) { _ = try await world.client.userInfo(thief) }

        try await session.reauthorize(with: world.consent().expired)
        #expect(session.needsReauthorization == nil)
        _ = try await session.credential()
        _ = try await world.client.userInfo(session.tokens)
    }
}
