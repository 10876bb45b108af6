import Foundation
import FreshworksCore
import TestSupport
import Testing

/// Authlib's server with a client of it over real HTTP, and a user with a browser.
struct AuthlibFixture {
    let server: AuthlibServer
    let client: OAuthClient

    /// One server serves all tests that run one after the other. It ends with this process.
    private static let shared = Task { try await AuthlibServer() }

    init(_ change: (inout OAuthConfiguration) -> Void = { _ in }) async throws {
        server = try await Self.shared.value
        client = try Self.client(of: server, change)
    }

    /// Another client of the same server, which knows nothing of the first one.
    func anotherClient(_ change: (inout OAuthConfiguration) -> Void = { _ in }) throws -> OAuthClient {
        try Self.client(of: server, change)
    }

    private static func client(
        of server: AuthlibServer, _ change: (inout OAuthConfiguration) -> Void
    ) throws -> OAuthClient {
        var configuration = try OAuthConfiguration.freshworks(
            baseURL: "\(server.baseURL)/org/oauth/v2", clientID: server.clientID,
            clientSecret: Secret(server.clientSecret), scopes: ["freshdesk.tickets.view"],
            redirectURI: OAuthFixture.url("https://app.example/callback"))
        configuration.userInfoURL = server.baseURL.appending(path: "org/oauth/v2/userinfo")
        change(&configuration)
        return try OAuthClient(configuration, runtime: FreshworksRuntime())
    }

    /// Where the browser is sent after the user's decision.
    func callback(of pending: PendingAuthorization, allow: Bool = true) async throws -> URL {
        var request = TransportRequest(.post, pending.url, body: .bytes(Data("confirm=\(allow ? "yes" : "no")".utf8)))
        try request.headers.set("Content-Type", to: "application/x-www-form-urlencoded")
        let answer = try await client.runtime.transport.send(request)
        #expect(answer.status == 302)
        return try OAuthFixture.url(try #require(answer.headers["Location"]))
    }

    /// The first tokens of a new consent.
    func consent() async throws -> OAuthTokens {
        let pending = client.beginAuthorization()
        return try await client.exchange(callback: callback(of: pending), pending: pending)
    }

    /// What the token endpoint has answered so far, to any test.
    func answers() async throws -> [JSONValue] {
        let answer = try await client.runtime.transport.send(
            TransportRequest(.get, server.baseURL.appending(path: "answers")))
        return try #require(try JSONValue(parsing: answer.body).arrayValue)
    }
}

extension OAuthTokens {
    /// The same tokens with the access token at its end.
    var expired: OAuthTokens {
        OAuthTokens(
            accessToken: accessToken, refreshToken: refreshToken, scopes: scopes, obtainedAt: obtainedAt - 3600,
            expiresAt: obtainedAt - 1800)
    }
}
