package import Foundation
package import FreshworksCore
import FreshworksSandbox

/// An authorization server that several processes refresh a session with, and its log.
package protocol RefreshServer: Sendable {
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
package struct RefreshAnswer: Decodable {
    package var presented: String?
    package var accessToken: String?
    package var refreshToken: String?
    package var error: String?

    package enum CodingKeys: String, CodingKey {
        case presented = "presented_refresh_token_sha256"
        case accessToken = "access_token_sha256"
        case refreshToken = "refresh_token_sha256"
        case error
    }
}

extension RefreshServer {
    /// How the processes reach it. Nobody is asked for consent here.
    package var configuration: OAuthConfiguration {
        let tokenURL = oauthURL.appending(path: "token")
        return OAuthConfiguration(
            authorizeURL: tokenURL, tokenURL: tokenURL, clientID: clientID, clientSecret: Secret(clientSecret),
            redirectURI: tokenURL)
    }

    /// The client, as the processes have it too.
    package func client() throws -> OAuthClient { try OAuthClient(configuration) }
}

/// The sandbox's server over loopback.
package struct SandboxRefreshServer: RefreshServer {
    private let sandbox: Sandbox
    private let server: SandboxServer

    package init(rotates: Bool = true, detectsReuse: Bool = true) async throws {
        sandbox = Sandbox(
            Sandbox.Options(
                oauth: .init(
                    rotatesRefreshTokens: rotates, detectsReuse: detectsReuse, grants: [.refreshToken, .password])))
        server = try await sandbox.serve()
    }

    package func stop() { server.stop() }

    package var oauthURL: URL { server.oauthBaseURL }
    package var clientID: String { sandbox.oauth.clientID }
    package var clientSecret: String { sandbox.oauth.clientSecret }
    package var username: String { sandbox.freshdesk.email }
    package var password: String { sandbox.freshdesk.password }

    package func refreshAnswers() -> [RefreshAnswer] {
        sandbox.oauth.tokenAnswers.filter { $0.grant == .refreshToken }.map {
            RefreshAnswer(
                presented: $0.presentedRefreshTokenDigest, accessToken: $0.accessTokenDigest,
                refreshToken: $0.refreshTokenDigest, error: $0.error)
        }
    }

    package func delayNextAnswer(by delay: Duration) {
        sandbox.removeFaults()
        sandbox.inject(.delay(delay), on: .oauth("token"))
    }
}

extension AuthlibServer: RefreshServer {
    package var oauthURL: URL { baseURL.appending(path: "org/oauth/v2") }

    package func refreshAnswers() async throws -> [RefreshAnswer] {
        let transport = TransportChoice.automatic.make(
            maximumConnections: 1, certificateAuthorities: nil, clock: SystemClock())
        let response = try await transport.send(TransportRequest(.get, baseURL.appending(path: "answers")))
        let answers = try JSONDecoder().decode([RefreshAnswer].self, from: response.body)
        return answers.filter { $0.presented != nil }
    }

    package func delayNextAnswer(by delay: Duration) {}
}
