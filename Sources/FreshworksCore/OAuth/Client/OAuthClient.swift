import Foundation

/// Obtains tokens from an authorization server (RFC 6749, with the advice of RFC 9700).
///
/// ```swift
/// let oauth = try OAuthClient(.freshworks(
///     organization: "acme", clientID: clientID, clientSecret: clientSecret, scopes: ["freshsales.contacts.view"],
///     redirectURI: callback))
/// let pending = oauth.beginAuthorization()                      // send the user to pending.url
/// let tokens = try await oauth.exchange(callback: callbackURL, pending: pending)
/// ```
public struct OAuthClient: Sendable {
    /// The server and the client.
    public let configuration: OAuthConfiguration
    /// What is shared with the clients of the products.
    public let runtime: FreshworksRuntime
    let endpoint: TokenEndpoint
    let randomOctets: @Sendable (_ count: Int) -> [UInt8]

    /// Makes a client.
    /// - Throws: ``FreshworksError/Code/invalidOAuthConfiguration`` naming the setting that cannot be right. Nothing is sent.
    public init(_ configuration: OAuthConfiguration, runtime: FreshworksRuntime = .shared) throws {
        try self.init(configuration, runtime: runtime) { count in
            (0..<count).map { _ in UInt8.random(in: .min ... .max) }
        }
    }

    /// - Parameter randomOctets: Where states and proof keys come from.
    package init(
        _ configuration: OAuthConfiguration, runtime: FreshworksRuntime,
        randomOctets: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) throws {
        try configuration.check()
        self.configuration = configuration
        self.runtime = runtime
        self.randomOctets = randomOctets
        endpoint = TokenEndpoint(configuration, runtime: runtime)
    }

    /// Obtains the next pair for a refresh token.
    ///
    /// The server may make the old refresh token worthless at that moment: store the new pair before you use it.
    /// ``OAuthSession`` does. Unless configured otherwise no scope is sent, which asks for what was granted (RFC 6749 §6).
    /// - Parameter deadline: For the whole call. It is repeated only if it provably did not arrive.
    /// - Returns: The new pair; with the old refresh token if the server gave no other, and the old scopes if it named none.
    /// - Throws: ``FreshworksError/Code/noRefreshToken``; ``FreshworksError/Code/invalidGrant`` when the refresh token is
    ///   spent or revoked; other ``FreshworksError``; `CancellationError` when cancelled.
    public func refresh(_ tokens: OAuthTokens, deadline: Duration = .seconds(20)) async throws -> OAuthTokens {
        guard let refreshToken = tokens.refreshToken else {
            throw FreshworksError(
                .noRefreshToken, "there is no refresh token to obtain another access token with",
                advice: "Ask the user for consent again.")
        }
        let end = runtime.clock.monotonicNow + deadline
        let scope = configuration.sendsScopeOnRefresh ? tokens.scopes.joined(separator: " ") : ""
        let answer: TokenAnswer
        do {
            answer = try await endpoint.answer(to: refreshRequest(refreshToken, scope: scope), by: end)
        } catch let error as FreshworksError where error.code == .invalidScope && !scope.isEmpty {
            answer = try await endpoint.answer(to: refreshRequest(refreshToken, scope: nil), by: end)
        }
        return answer.tokens(refreshToken: refreshToken, scopes: tokens.scopes)
    }

    private func refreshRequest(_ refreshToken: Secret, scope: String?) throws -> TokenRequest {
        var request = try TokenRequest("oauth.refresh", grantType: "refresh_token", by: configuration)
        request.add("refresh_token", refreshToken)
        request.add("scope", scope)
        if configuration.sendsRedirectURIOnRefresh {
            request.add("redirect_uri", configuration.redirectURI.absoluteString)
        }
        return request
    }
}

extension FreshworksError.Code {
    /// Tokens without a refresh token cannot be refreshed.
    public static let noRefreshToken = Self(rawValue: "no_refresh_token")
}
