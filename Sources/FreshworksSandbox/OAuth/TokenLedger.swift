import Foundation
import FreshworksCore

/// All tokens that were ever issued, and the consents they come from: a family has all tokens of one consent.
struct TokenLedger: Sendable {
    private let options: Sandbox.OAuthOptions
    private let claims: JSONObject
    private var mint: TokenMint
    private var families: [Family] = []
    private var accessTokens: [String: AccessToken] = [:]
    private var refreshTokens: [String: RefreshToken] = [:]

    private struct Family: Sendable {
        let scopes: [String]
        var isRevoked = false
    }

    private struct AccessToken: Sendable {
        let number: Int
        let family: Int
        let scopes: [String]
        var end: Date
        var isRevoked = false
    }

    private struct RefreshToken: Sendable {
        let family: Int
        let end: Date
        var isSpent = false
    }

    /// - Parameter claims: What access tokens say about the user and the organization.
    init(_ options: Sandbox.OAuthOptions, seed: UInt64, claims: JSONObject) {
        self.options = options
        self.claims = claims
        mint = TokenMint(seed: seed, purpose: "oauth tokens")
    }

    /// Starts a family.
    mutating func issue(_ scopes: [String], isRefreshable: Bool = true, at now: Date) -> IssuedTokens {
        families.append(Family(scopes: scopes))
        return issue(family: families.count, scopes, isRefreshable: isRefreshable, at: now)
    }

    /// Gives new tokens for a refresh token.
    /// - Parameter scope: What the new access token may do; the same as ever unless told.
    mutating func refresh(_ token: String, scope: String?, at now: Date) throws(OAuthError) -> IssuedTokens {
        guard let known = refreshTokens[token] else {
            throw OAuthError(.invalidGrant, "The refresh token is not known")
        }
        if known.isSpent {
            if options.detectsReuse { revoke(family: known.family) }
            throw OAuthError(.invalidGrant, "The refresh token was used before")
        }
        let family = families[known.family - 1]
        guard !family.isRevoked else { throw OAuthError(.invalidGrant, "The refresh token was revoked") }
        guard now < known.end else { throw OAuthError(.invalidGrant, "The refresh token has expired") }
        let scopes = try scope.map { text throws(OAuthError) in
            try OAuthScopes.parse(text, within: family.scopes)
        }
        if options.rotatesRefreshTokens { refreshTokens[token]?.isSpent = true }
        return issue(
            family: known.family, scopes ?? family.scopes, isRefreshable: options.rotatesRefreshTokens, at: now)
    }

    /// What an access token is worth.
    func judge(_ token: String, at now: Date) -> BearerUse {
        // Swift takes some other characters for equal to ASCII.
        guard token.utf8.allSatisfy({ $0 < 0x80 }), let known = accessTokens[token] else { return .unknown }
        if known.isRevoked || families[known.family - 1].isRevoked {
            return BearerUse(use: .revoked(revision: known.number), complaint: "The access token was revoked")
        }
        guard now < known.end else {
            return BearerUse(use: .revoked(revision: known.number), complaint: "The access token expired")
        }
        return BearerUse(use: .current(revision: known.number), scopes: known.scopes)
    }

    func family(of refreshToken: String) -> Int? { refreshTokens[refreshToken]?.family }

    mutating func revoke(family: Int) { families[family - 1].isRevoked = true }

    mutating func revokeAll() {
        for family in families.indices { families[family].isRevoked = true }
    }

    mutating func revokeAccessTokens() {
        for token in accessTokens.keys { accessTokens[token]?.isRevoked = true }
    }

    mutating func expireAccessTokens() {
        for token in accessTokens.keys { accessTokens[token]?.end = .distantPast }
    }

    private mutating func issue(
        family: Int, _ scopes: [String], isRefreshable: Bool, at now: Date
    ) -> IssuedTokens {
        let number = accessTokens.count + 1
        let end = now.addingTimeInterval(options.accessTokenLifetime / .seconds(1))
        var claims = claims
        claims["scope"] = .array(scopes.map(JSONValue.string))
        let accessToken = mint.makeAccessToken(claims: .object(claims))
        accessTokens[accessToken] = AccessToken(number: number, family: family, scopes: scopes, end: end)
        var refreshToken: String?
        if isRefreshable {
            let token = mint.make("refresh")
            let end = now.addingTimeInterval(options.refreshTokenLifetime / .seconds(1))
            refreshTokens[token] = RefreshToken(family: family, end: end)
            refreshToken = token
        }
        return IssuedTokens(
            family: family, accessToken: accessToken, refreshToken: refreshToken, scopes: scopes,
            lifetime: options.accessTokenLifetime.components.seconds)
    }
}

/// What a successful token request gets.
struct IssuedTokens: Sendable {
    let family: Int
    let accessToken: String
    let refreshToken: String?
    let scopes: [String]
    /// Whole seconds.
    let lifetime: Int64

    var json: JSONValue {
        var object: JSONObject = [
            "access_token": .string(accessToken), "token_type": "Bearer", "expires_in": .int(lifetime),
        ]
        if let refreshToken { object["refresh_token"] = .string(refreshToken) }
        object["scope"] = .string(scopes.joined(separator: " "))
        return .object(object)
    }
}
