import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

/// A sandbox's OAuth server with clients of it, in process.
struct OAuthSandboxFixture {
    let clock = ManualClock()
    let sandbox: Sandbox

    init(_ options: Sandbox.OAuthOptions = Sandbox.OAuthOptions()) {
        sandbox = Sandbox(Sandbox.Options(clock: clock, oauth: options))
    }

    func client(_ change: (inout OAuthConfiguration) -> Void = { _ in }) throws -> OAuthClient {
        var configuration = try OAuthConfiguration.freshworks(
            organization: sandbox.oauth.organization, clientID: sandbox.oauth.clientID,
            clientSecret: sandbox.oauth.clientSecret, scopes: ["freshdesk.tickets.view"],
            redirectURI: OAuthFixture.url("https://app.example/callback"))
        configuration.userInfoURL = sandbox.oauth.baseURL.appending(path: "userinfo")
        change(&configuration)
        return try OAuthClient(configuration, runtime: sandbox.runtime)
    }

    /// The first tokens of a new consent.
    func consent(to client: OAuthClient) async throws -> OAuthTokens {
        let pending = client.beginAuthorization()
        return try await client.exchange(callback: sandbox.oauth.consent(to: pending.url), pending: pending)
    }

    func session(
        in store: any VersionedStore = InMemoryStore(), _ change: (inout OAuthConfiguration) -> Void = { _ in }
    ) async throws -> OAuthSession {
        let client = try client(change)
        return try await OAuthSession(client, store: store, name: "acme", initial: consent(to: client))
    }

    /// Calls of the Freshdesk account.
    func freshdesk(_ credential: any CredentialProvider) throws -> APIClient {
        try APIClient(account: .freshdesk("acme"), credential: credential, runtime: sandbox.runtime)
    }

    /// What Freshdesk answers to these tokens.
    func ticketStatus(_ tokens: OAuthTokens) async throws -> Int {
        try await freshdesk(.fixed(.oauth(accessToken: tokens.accessToken))).call(.get, "tickets").status
    }

    /// The statuses that Freshdesk and the token endpoint have answered so far.
    var statuses: (freshdesk: [Int?], refreshes: [Int]) {
        (
            sandbox.requests.filter { $0.product == .freshdesk }.map(\.status),
            sandbox.oauth.tokenAnswers.filter { $0.grant == .refreshToken }.map(\.status)
        )
    }
}
