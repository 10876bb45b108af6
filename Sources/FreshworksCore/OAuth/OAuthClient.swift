public import Foundation

/// Obtains tokens from an authorization server (RFC 6749, with the advice of RFC 9700).
///
/// ```swift
/// let oauth = try OAuthClient(.freshworks(
///     organization: "acme", clientID: id, clientSecret: secret, scopes: ["freshdesk.tickets.view"], redirectURI: callback))
/// let pending = oauth.beginAuthorization()                      // send the user to pending.url
/// let tokens = try await oauth.exchange(callback: url, pending: pending)
/// ```
public struct OAuthClient: Sendable {
    /// The server and the client.
    public let configuration: OAuthConfiguration
    /// What is shared with the clients of the products.
    public let runtime: FreshworksRuntime

    /// Makes a client.
    /// - Throws: ``FreshworksError/Code/invalidOAuthConfiguration`` naming the setting that cannot be right. Nothing is sent.
    public init(_ configuration: OAuthConfiguration, runtime: FreshworksRuntime = .shared) throws {
        self.configuration = configuration
        self.runtime = runtime
    }
}
