import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("OAuth against the sandbox")
struct OAuthSandboxRoundTripTests {
    private let sandbox: Sandbox

    init() {
        sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        sandbox.oauth.registerRedirectURI("https://app.example/cb")
    }

    private func client(_ change: (inout OAuthConfiguration) -> Void = { _ in }) throws -> OAuthClient {
        var configuration = try OAuthConfiguration.freshworks(
            organization: sandbox.oauth.organization, clientID: sandbox.oauth.clientID,
            clientSecret: sandbox.oauth.clientSecret, scopes: ["freshdesk.tickets.view"],
            redirectURI: OAuthFixture.url("https://app.example/cb"))
        change(&configuration)
        return try OAuthClient(configuration, runtime: sandbox.runtime)
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

    @Test("works without the proof key where the client has a secret")
    func withoutPKCE() async throws {
        let oauth = try client { $0.usesPKCE = false }
        let pending = oauth.beginAuthorization()
        _ = try await oauth.exchange(callback: sandbox.oauth.consent(to: pending.url), pending: pending)
    }
}
