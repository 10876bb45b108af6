import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport

/// An authorization server that several processes refresh a session with, and its log.
protocol RefreshServer: Sendable {
    var oauthURL: URL { get }
    var clientID: String { get }
    var clientSecret: String { get }
    var username: String { get }
    var password: String { get }
    /// What the token endpoint answered to refresh tokens so far, whether the answer arrived or not.
    func refreshAnswers() async throws -> [RefreshAnswer]
    /// Lets the next answer come later than it is decided on, if the server can.
    func delayNextAnswer(by delay: Duration)
}

/// An answer to a refresh token. Tokens are SHA-256 digests.
struct RefreshAnswer: Decodable {
    var presented: String?
    var accessToken: String?
    var refreshToken: String?
    var error: String?

    enum CodingKeys: String, CodingKey {
        case presented = "presented_refresh_token_sha256"
        case accessToken = "access_token_sha256"
        case refreshToken = "refresh_token_sha256"
        case error
    }
}

extension RefreshServer {
    /// The client, as the processes have it too.
    func client() throws -> OAuthClient {
        let tokenURL = oauthURL.appending(path: "token")
        return try OAuthClient(
            OAuthConfiguration(
                authorizeURL: tokenURL, tokenURL: tokenURL, clientID: clientID, clientSecret: Secret(clientSecret),
                redirectURI: tokenURL))
    }
}

/// The sandbox's server over loopback.
struct SandboxRefreshServer: RefreshServer {
    private let sandbox: Sandbox
    private let server: SandboxServer

    init(rotates: Bool = true, detectsReuse: Bool = true) async throws {
        sandbox = Sandbox(
            Sandbox.Options(
                oauth: .init(
                    rotatesRefreshTokens: rotates, detectsReuse: detectsReuse, grants: [.refreshToken, .password])))
        server = try await sandbox.serve()
    }

    func stop() { server.stop() }

    var oauthURL: URL { server.oauthBaseURL }
    var clientID: String { sandbox.oauth.clientID }
    var clientSecret: String { sandbox.oauth.clientSecret }
    var username: String { sandbox.freshdesk.email }
    var password: String { sandbox.freshdesk.password }

    func refreshAnswers() -> [RefreshAnswer] {
        sandbox.oauth.tokenAnswers.filter { $0.grant == .refreshToken }.map {
            RefreshAnswer(
                presented: $0.presentedRefreshTokenDigest, accessToken: $0.accessTokenDigest,
                refreshToken: $0.refreshTokenDigest, error: $0.error)
        }
    }

    func delayNextAnswer(by delay: Duration) {
        sandbox.removeFaults()
        sandbox.inject(.delay(delay), on: .oauth("token"))
    }
}

extension AuthlibServer: RefreshServer {
    var oauthURL: URL { baseURL.appending(path: "org/oauth/v2") }

    func refreshAnswers() async throws -> [RefreshAnswer] {
        let transport = TransportChoice.automatic.make(
            maximumConnections: 1, certificateAuthorities: nil, clock: SystemClock())
        let response = try await transport.send(TransportRequest(.get, baseURL.appending(path: "answers")))
        let answers = try JSONDecoder().decode([RefreshAnswer].self, from: response.body)
        return answers.filter { $0.presented != nil }
    }

    func delayNextAnswer(by delay: Duration) {}
}
