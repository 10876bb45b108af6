import Foundation
import FreshworksCore

extension OAuthService {
    /// RFC 6749 §4.1.3 and RFC 7636 §4.6. An attempt that fails leaves the code as it is.
    mutating func redeemCode(_ parameters: OAuthParameters, at now: Date) throws(OAuthError) -> IssuedTokens {
        let text = try parameters.require("code")
        guard let code = codes[text] else { throw OAuthError(.invalidGrant, "The code is not known") }
        if let family = code.family {
            tokens.revoke(family: family)
            throw OAuthError(.invalidGrant, "The code was used before")
        }
        guard now < code.end else { throw OAuthError(.invalidGrant, "The code has expired") }
        guard try parameters.require("redirect_uri") == code.redirectURI else {
            throw OAuthError(.invalidGrant, "The redirect URI is not the one of the authorization request")
        }
        try Self.check(parameters["code_verifier"], against: code.request.challenge)
        let issued = tokens.issue(code.request.scopes, at: now)
        codes[text]?.family = issued.family
        return issued
    }

    /// RFC 6749 §4.3.2, for the first Freshdesk agent.
    mutating func checkPassword(_ parameters: OAuthParameters, at now: Date) throws(OAuthError) -> IssuedTokens {
        let email = try parameters.require("username")
        let password = try parameters.require("password")
        guard email.equalsIgnoringCase(login.email), password.utf8.elementsEqual(login.password.utf8) else {
            throw OAuthError(.invalidGrant, "The user name or password is wrong")
        }
        return tokens.issue(try scopes(parameters), at: now)
    }

    /// The scopes that a request names; all of the client's unless it names some.
    func scopes(_ parameters: OAuthParameters) throws(OAuthError) -> [String] {
        guard let scope = parameters["scope"] else { return options.scopes }
        return try OAuthScopes.parse(scope, within: options.scopes)
    }

    private static func check(_ verifier: String?, against challenge: String?) throws(OAuthError) {
        guard let challenge else {
            // Otherwise an attacker could strip the challenge from the request: RFC 9700 §4.8.2.
            guard verifier == nil else { throw OAuthError(.invalidGrant, "The code was asked for without PKCE") }
            return
        }
        guard let verifier else { throw OAuthError(.invalidRequest, "The parameter code_verifier is missing") }
        guard verifier.wholeMatch(of: /[A-Za-z0-9._~-]{43,128}/) != nil else {
            throw OAuthError(.invalidRequest, "The code_verifier has to have 43 to 128 unreserved characters")
        }
        guard Base64URL.encode(SHA256.hash(verifier.utf8)) == challenge else {
            throw OAuthError(.invalidGrant, "The code_verifier does not fit the code_challenge")
        }
    }
}
