public import Foundation
import FreshworksCore

/// The sandbox's OAuth server and its invented client.
///
/// The three products accept its access tokens as `Bearer`, as long as one of the token's scopes is theirs.
public struct SandboxOAuth: Sendable {
    let core: SandboxCore

    /// Where the server lives in process, such as `https://acme.myfreshworks.com/org/oauth/v2`; below it are `authorize`, `token`
    /// and `userinfo`.
    public var baseURL: URL {
        .https("\(core.options.account).myfreshworks.com", core.options.oauth.path.rawValue)
    }

    /// The organization's label in host names. Here it is the account's; real ones may differ.
    public var organization: String { core.options.account }

    /// The client's id: `fw_ext_` and digits.
    public var clientID: String { core.withState { $0.oauth.clientID } }

    /// The client's secret.
    public var clientSecret: String { core.withState { $0.oauth.clientSecret } }

    /// Registers one more redirect URI.
    public func registerRedirectURI(_ uri: String) { core.withState { $0.oauth.redirectURIs.append(uri) } }

    /// Ends the time of all access tokens; refresh tokens still work.
    public func expireAccessTokens() { core.withState { $0.oauth.tokens.expireAccessTokens() } }

    /// Revokes all access tokens; refresh tokens still work.
    public func revokeAccessTokens() { core.withState { $0.oauth.tokens.revokeAccessTokens() } }

    /// Revokes all access and refresh tokens, as a user does who takes the consent back.
    public func revokeAll() { core.withState { $0.oauth.tokens.revokeAll() } }

    /// Every answer of the token endpoint to a `POST` so far. What a scripted fault answers in its place is not among them.
    public var tokenAnswers: [LoggedTokenAnswer] { core.withState { $0.oauth.answers } }
}

extension Sandbox {
    /// The organization's OAuth server.
    public var oauth: SandboxOAuth { SandboxOAuth(core: core) }
}
