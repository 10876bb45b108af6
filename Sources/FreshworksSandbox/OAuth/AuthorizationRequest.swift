import Foundation
import FreshworksCore

/// What a browser asks consent for, once it is checked: RFC 6749 §4.1.1 and RFC 7636 §4.3.
struct AuthorizationRequest: Sendable {
    let scopes: [String]
    /// The S256 challenge, if the client uses PKCE.
    let challenge: String?

    init(_ parameters: OAuthParameters, _ options: Sandbox.OAuthOptions, hasResource: Bool) throws(OAuthError) {
        if let complaint = parameters.complaint { throw complaint }
        guard try parameters.require("response_type") == "code" else {
            throw OAuthError(.unsupportedResponseType, "Only the response type code is known")
        }
        // RFC 6749 recommends it, Freshworks demands it.
        _ = try parameters.require("state")
        guard !hasResource else { throw OAuthError(.invalidID, "The parameter resource is not allowed") }
        guard let scope = parameters["scope"] else { throw OAuthError(.invalidScope, "There is no scope") }
        scopes = try OAuthScopes.parse(scope, within: options.scopes)
        challenge = try Self.challenge(parameters, options)
    }

    private static func challenge(
        _ parameters: OAuthParameters, _ options: Sandbox.OAuthOptions
    ) throws(OAuthError) -> String? {
        let method = parameters["code_challenge_method"]
        guard let challenge = parameters["code_challenge"] else {
            guard method == nil else { throw OAuthError(.invalidRequest, "There is no code_challenge") }
            guard !options.clientAuthentication.contains(.publicClient) else {
                throw OAuthError(.invalidRequest, "Public clients have to send a code_challenge")
            }
            return nil
        }
        // Without a method it would be plain.
        guard method == "S256" else {
            throw OAuthError(.invalidRequest, "The code_challenge_method has to be S256")
        }
        guard Base64URL.decode(challenge)?.count == 32 else {
            throw OAuthError(.invalidRequest, "The code_challenge is no SHA-256 digest in base64url")
        }
        return challenge
    }
}

/// A request for consent that the user has not decided on.
struct PendingConsent: Sendable {
    let request: AuthorizationRequest
    let callback: BrowserReturn
    let end: Date
}

/// A consent on its way to the token endpoint.
struct AuthorizationCode: Sendable {
    let request: AuthorizationRequest
    let redirectURI: String
    let end: Date
    /// What was issued for it.
    var family: Int?
}
