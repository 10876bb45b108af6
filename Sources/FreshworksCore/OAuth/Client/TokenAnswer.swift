import Foundation

/// What a token endpoint answered (RFC 6749 §5.1), read leniently where servers differ. Unknown members are left aside.
struct TokenAnswer {
    let accessToken: Secret
    /// `nil` when the server gave none, which keeps the one that was used.
    let refreshToken: Secret?
    /// `nil` when the server did not say, which means what was asked for.
    let scopes: [String]?
    let sentAt: Date
    let expiresAt: Date

    /// - Parameter sentAt: The life of a token is counted from here: the server began no earlier.
    /// - Throws: ``FreshworksError/Code/malformedTokenResponse``; the server may have issued tokens all the same.
    init(_ response: TransportResponse, sentAt: Date) throws {
        let json = try Self.object(response)
        guard let accessToken = json["access_token"]?.stringValue, Self.isBearerToken(accessToken) else {
            throw FreshworksError.malformed("the token endpoint's answer has no usable access token", response)
        }
        let type: String = json["token_type"] ?? ""
        guard type.isEmpty || type.equalsIgnoringCase("Bearer") else {
            throw FreshworksError.malformed("the token endpoint issued a token of another type than Bearer", response)
        }
        let refreshToken: String = json["refresh_token"] ?? ""
        guard refreshToken.utf8.count <= Self.tokenLimit, OAuthSyntax.isVisible(refreshToken) else {
            throw FreshworksError.malformed("the token endpoint's answer has an unusable refresh token", response)
        }
        self.accessToken = Secret(accessToken)
        self.refreshToken = refreshToken.isEmpty ? nil : Secret(refreshToken)
        self.sentAt = sentAt
        scopes = Self.scopes(json["scope"])
        expiresAt = sentAt.addingTimeInterval(Self.life(json["expires_in"]) ?? Self.usualLife)
    }

    /// The tokens as callers get them.
    /// - Parameters:
    ///   - refreshToken: What stays if the server gave no other.
    ///   - scopes: What is granted if the server did not say.
    func tokens(refreshToken: Secret?, scopes: [String]) -> OAuthTokens {
        OAuthTokens(
            accessToken: accessToken, refreshToken: self.refreshToken ?? refreshToken, scopes: self.scopes ?? scopes,
            obtainedAt: sentAt, expiresAt: expiresAt)
    }

    private static let tokenLimit = 64 * 1024
    private static let depthLimit = 64
    /// What Freshworks documents, for answers that do not say. A token that ends earlier comes back as a 401, which is healed.
    private static let usualLife: TimeInterval = 30 * 60
    private static let longestLife: TimeInterval = 10 * 365 * 86_400

    private static func object(_ response: TransportResponse) throws -> JSONObject {
        do {
            if response.content != .json { _ = try response.json() }
            return try JSONValue(parsing: response.body, depthLimit: depthLimit).requireObject()
        } catch {
            let reason = (error as? FreshworksError)?.message ?? "the answer is no JSON object"
            throw FreshworksError.malformed("the token endpoint issued no token: \(reason)", response)
        }
    }

    /// RFC 6750 §2.1.
    private static func isBearerToken(_ text: String) -> Bool {
        let core = text.utf8.prefix { $0 != UInt8(ascii: "=") }
        return !core.isEmpty && text.utf8.count <= tokenLimit && core.allSatisfy(OAuthSyntax.isTokenByte)
            && text.utf8.dropFirst(core.count).allSatisfy { $0 == UInt8(ascii: "=") }
    }

    /// Seconds; `nil` for what is no length of time.
    private static func life(_ value: JSONValue?) -> TimeInterval? {
        guard let value, let seconds = Double(json: value), seconds > 0 else { return nil }
        return min(seconds, longestLife)
    }

    /// `nil` also for a list so long that no store might take the tokens with it.
    private static func scopes(_ value: JSONValue?) -> [String]? {
        let words: [String]? =
            switch value {
            case .string(let text): text.split(separator: " ").map(String.init)
            case .array(let elements): elements.compactMap(\.stringValue)
            default: nil
            }
        guard let scopes = words?.filter(OAuthSyntax.isScope),
            scopes.reduce(0, { $0 + $1.utf8.count + 1 }) <= tokenLimit
        else { return nil }
        return scopes
    }
}

extension JSONValue {
    fileprivate func requireObject() throws -> JSONObject {
        guard let objectValue else {
            throw FreshworksError(.unreadableResponse, "the answer is no JSON object")
        }
        return objectValue
    }
}

extension FreshworksError {
    fileprivate static func malformed(_ message: String, _ response: TransportResponse) -> FreshworksError {
        var error = FreshworksError(
            .malformedTokenResponse, message,
            advice: "Check the token address; a proxy or a login page may have answered in the server's place.",
            mayHaveBeenExecuted: true)
        error.status = response.status
        return error
    }
}

extension FreshworksError.Code {
    /// The token endpoint answered 2xx, but not with a token that can be used. It may have issued one all the same.
    public static let malformedTokenResponse = Self(rawValue: "malformed_token_response")
}
