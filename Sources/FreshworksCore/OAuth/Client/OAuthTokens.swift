public import Foundation

/// What a token endpoint issued. Printing it shows no token.
public struct OAuthTokens: Sendable {
    /// What signs calls.
    public let accessToken: Secret
    /// What obtains the next pair; `nil` if the server gave none.
    public let refreshToken: Secret?
    /// What may be done with the access token. What was asked for, if the server did not say.
    public let scopes: [String]
    /// When they were asked for: the life of the access token counts from here.
    public let obtainedAt: Date
    /// When the access token ends; `nil` if the server did not say. Then it is refreshed before its first use, if it can be.
    public let expiresAt: Date?

    /// Takes over tokens that were obtained elsewhere.
    public init(
        accessToken: Secret, refreshToken: Secret?, scopes: [String] = [], obtainedAt: Date, expiresAt: Date?
    ) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.scopes = scopes
        self.obtainedAt = obtainedAt
        self.expiresAt = expiresAt
    }

    /// The tokens as text, to be stored by you. It holds the secrets in the clear; ``OAuthSession`` stores them by itself.
    public func serialized() -> String { JSONValue.object(json).description }

    /// Reads what ``serialized()`` wrote.
    /// - Throws: ``FreshworksError/Code/malformedTokens``, never quoting the text.
    public init(serialized text: String) throws {
        guard let object = try? JSONValue(parsing: Data(text.utf8)).objectValue else {
            throw FreshworksError.malformedTokens
        }
        try self.init(json: object)
    }

    var json: JSONObject {
        JSONObject([
            ("access_token", .string(accessToken.reveal())),
            ("refresh_token", refreshToken.map { .string($0.reveal()) } ?? .null),
            ("scope", .string(scopes.joined(separator: " "))),
            ("obtained_at", .string(Timestamp.format(obtainedAt, milliseconds: true))),
            ("expires_at", expiresAt.map { .string(Timestamp.format($0, milliseconds: true)) } ?? .null),
        ])
    }

    init(json: JSONObject) throws {
        guard let accessToken: String = json["access_token"], !accessToken.isEmpty,
            let obtainedAt: Date = json["obtained_at"]
        else { throw FreshworksError.malformedTokens }
        let scope: String? = json["scope"]
        let refreshToken: String? = json["refresh_token"]
        self.init(
            accessToken: Secret(accessToken), refreshToken: refreshToken.map { Secret($0) },
            scopes: scope?.split(separator: " ").map(String.init) ?? [], obtainedAt: obtainedAt,
            expiresAt: json["expires_at"])
    }
}

extension OAuthTokens: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Scopes and times.
    public var description: String {
        let end = expiresAt.map { "until \(Timestamp.format($0))" } ?? "of unknown life"
        return "OAuthTokens(\(end), \(refreshToken == nil ? "without" : "with") refresh token, \(scopes.count) scopes)"
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension FreshworksError {
    fileprivate static let malformedTokens = FreshworksError(
        .malformedTokens, "the text does not hold serialized tokens", advice: "Ask the user for consent again.")
}

extension FreshworksError.Code {
    /// Stored tokens cannot be read.
    public static let malformedTokens = Self(rawValue: "malformed_tokens")
}
