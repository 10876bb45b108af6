import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("OAuth against the sandbox")
struct OAuthSandboxRoundTripTests {
    private let world = OAuthSandboxFixture()
    private var sandbox: Sandbox { world.sandbox }

    private func client(_ change: (inout OAuthConfiguration) -> Void = { _ in }) throws -> OAuthClient {
        try world.client(change)
    }

    @Test("obtains tokens by consent and refreshes them; the old refresh token ends there")
    func roundTrip() async throws {
        let oauth = try client()
        let pending = oauth.beginAuthorization()
        let tokens = try await oauth.exchange(callback: sandbox.oauth.consent(to: pending.url), pending: pending)
        #expect(tokens.scopes == ["freshdesk.tickets.view"])
        let next = try await oauth.refresh(tokens)
        #expect(next.accessToken != tokens.accessToken)
        #expect(next.refreshToken != tokens.refreshToken)
        await expectRefusal(.invalidGrant) { _ = try await oauth.refresh(tokens) }
    }

    @Test("hears that the user refused, and that the secret is wrong")
    func refusals() async throws {
        let oauth = try client()
        let denied = oauth.beginAuthorization()
        await expectRefusal(.accessDenied) {
            _ = try await oauth.exchange(callback: sandbox.oauth.consent(to: denied.url, deny: true), pending: denied)
        }
        let stranger = try client { $0.clientSecret = Secret("FAKEwrong") }
        let pending = stranger.beginAuthorization()
        await expectRefusal(.invalidClient) {
            _ = try await stranger.exchange(callback: sandbox.oauth.consent(to: pending.url), pending: pending)
        }
    }

    @Test(
        "hears what the server says of itself in place of a consent page",
        arguments: [
            (Fault.AuthorizationError.unauthorizedClient, FreshworksError.Code.unauthorizedClient),
            (.serverError, .serverError), (.temporarilyUnavailable, .temporarilyUnavailable),
        ])
    func serverErrors(error: Fault.AuthorizationError, code: FreshworksError.Code) async throws {
        let oauth = try client()
        let pending = oauth.beginAuthorization()
        sandbox.inject(.authorizationError(error), on: .oauth("authorize"))
        let callback = try sandbox.oauth.consent(to: pending.url)
        await expectRefusal(code) { _ = try await oauth.exchange(callback: callback, pending: pending) }
        #expect(sandbox.oauth.tokenAnswers.isEmpty)
    }

    @Test("works without the proof key where the client has a secret")
    func withoutPKCE() async throws {
        let oauth = try client { $0.usesPKCE = false }
        let pending = oauth.beginAuthorization()
        _ = try await oauth.exchange(callback: sandbox.oauth.consent(to: pending.url), pending: pending)
    }

    @Test("asks for a password's pair and for the client's own token, where the server has such grants")
    func otherGrants() async throws {
        let world = OAuthSandboxFixture(.init(grants: [.password, .clientCredentials, .refreshToken]))
        let (oauth, desk) = (try world.client(), world.sandbox.freshdesk)
        let tokens = try await oauth.tokens(username: desk.email, password: Secret(desk.password))
        #expect(tokens.scopes == ["freshdesk.tickets.view"])
        let next = try await oauth.refresh(tokens)
        #expect(try await oauth.userInfo(next)["email"]?.stringValue == "ana.reis@acme.example")
        await expectRefusal(.invalidGrant) {
            _ = try await oauth.tokens(username: desk.email, password: Secret("FAKEwrong"))
        }
        let own = try await oauth.clientCredentials()
        #expect(own.refreshToken == nil)
        #expect(own.scopes == ["freshdesk.tickets.view"])
        #expect(try await world.ticketStatus(own) == 200)
        await expectRefusal(.unsupportedGrantType) { _ = try await client().clientCredentials() }
        await expectRefusal(.invalidScope) {
            _ = try await world.client { $0.scopes = ["freshdesk.everything"] }.clientCredentials()
        }
    }

    @Test(
        "proves the client in its form, or not at all, where the server wants that; and in its header alone elsewhere")
    func clientAuthentication() async throws {
        let inBody = OAuthSandboxFixture(.init(clientAuthentication: [.post]))
        _ = try await inBody.consent(to: inBody.client { $0.clientAuthentication = .body })
        await expectRefusal(.invalidClient) { _ = try await inBody.consent(to: inBody.client()) }
        await expectRefusal(.invalidClient) {
            _ = try await world.consent(to: client { $0.clientAuthentication = .body })
        }
        let inPublic = OAuthSandboxFixture(.init(clientAuthentication: [.publicClient]))
        let oauth = try inPublic.client { $0.clientSecret = nil }
        _ = try await oauth.refresh(inPublic.consent(to: oauth))
    }

    @Test("finds the token endpoint under its other spelling by one 404, and remembers it")
    func otherSpelling() async throws {
        let world = OAuthSandboxFixture(.init(path: .plain))
        let oauth = try world.client { $0.authorizeURL = world.sandbox.oauth.baseURL.appending(path: "authorize") }
        let tokens = try await world.consent(to: oauth)
        _ = try await oauth.refresh(tokens)
        let asked = world.sandbox.requests.filter { $0.path.hasSuffix("/token") }
        #expect(asked.map(\.path) == ["/org/oauth/v2/token", "/oauth/v2/token", "/oauth/v2/token"])
        #expect(asked.map(\.status) == [404, 200, 200])
    }

    @Test("asks whose a token is, and hears that it ended or was revoked")
    func userInfo() async throws {
        let oauth = try client()
        let tokens = try await world.consent(to: oauth)
        #expect(try await oauth.userInfo(tokens)["name"]?.stringValue == "Ana Reis")
        sandbox.oauth.expireAccessTokens()
        await expectRefusal(.invalidToken) { _ = try await oauth.userInfo(tokens) }
        let next = try await oauth.refresh(tokens)
        _ = try await oauth.userInfo(next)
        sandbox.oauth.revokeAll()
        await expectRefusal(.invalidToken) { _ = try await oauth.userInfo(next) }
        await expectRefusal(.invalidGrant) { _ = try await oauth.refresh(next) }
    }
}
