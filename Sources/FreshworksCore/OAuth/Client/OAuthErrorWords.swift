import Foundation

extension FreshworksError.Code {
    /// A parameter is missing, repeated or wrong (RFC 6749 §4.1.2.1, §5.2).
    public static let invalidRequest = Self(rawValue: "invalid_request")
    /// The server does not know the client, or its secret is wrong.
    public static let invalidClient = Self(rawValue: "invalid_client")
    /// The code, refresh token or password is not valid, or not any more.
    public static let invalidGrant = Self(rawValue: "invalid_grant")
    /// The client may not use this grant.
    public static let unauthorizedClient = Self(rawValue: "unauthorized_client")
    /// The server does not know this grant.
    public static let unsupportedGrantType = Self(rawValue: "unsupported_grant_type")
    /// A scope is unknown, or more than the client may ask for.
    public static let invalidScope = Self(rawValue: "invalid_scope")
    /// The user, or the server for them, refused the consent.
    public static let accessDenied = Self(rawValue: "access_denied")
    /// The server issues no codes this way.
    public static let unsupportedResponseType = Self(rawValue: "unsupported_response_type")
    /// The authorization server failed.
    public static let serverError = Self(rawValue: "server_error")
    /// The authorization server is overloaded or under maintenance.
    public static let temporarilyUnavailable = Self(rawValue: "temporarily_unavailable")
    /// The access token expired or was revoked (RFC 6750 §3.1).
    public static let invalidToken = Self(rawValue: "invalid_token")
    /// The authorization server refused with a word that is not one of these; ``FreshworksError/serviceCode`` has it.
    public static let oauthRefused = Self(rawValue: "oauth_refused")
}

extension FreshworksError {
    /// What an authorization server's `error` and `error_description` mean.
    ///
    /// Only words of the standards become codes, because observers see those: a server could say anything else there.
    /// `nil` for what is no word.
    init?(oauthWord word: String, description: String?) {
        guard OAuthSyntax.isErrorWord(word) else { return nil }
        let known = Self.meanings[Code(rawValue: word)]
        let (message, advice) = known ?? ("the authorization server refused the request", nil)
        self.init(
            known == nil ? .oauthRefused : Code(rawValue: word),
            Self.cleaned(description).map { "\(message): \($0)" } ?? message, advice: advice)
        serviceCode = word
    }

    /// A server's words with the standard's characters alone, and not many of them.
    private static func cleaned(_ text: String?) -> String? {
        guard let text else { return nil }
        let bytes = text.utf8.prefix(256).map { OAuthSyntax.isDescriptive($0) ? $0 : 0x20 }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static let meanings: [Code: (message: String, advice: String?)] = [
        .invalidRequest: (
            "the authorization server found the request incomplete or wrong",
            "Check redirect URI, scopes and further parameters against the server's documentation."
        ),
        .invalidClient: (
            "the authorization server does not know the client or refused its secret",
            "Check client id and client secret, and that both are of this server."
        ),
        .invalidGrant: (
            "the code, refresh token or password is not valid any more",
            "Ask the user for consent again: a code is good once and for minutes, a refresh token until it is replaced or "
                + "revoked."
        ),
        .unauthorizedClient: (
            "the client may not obtain tokens this way", "Allow the grant in the client's registration, or use another."
        ),
        .unsupportedGrantType: (
            "the authorization server does not know this way to obtain tokens", "Use the authorization code grant."
        ),
        .invalidScope: (
            "a scope is unknown or more than the client may ask for",
            "Ask for scopes that the client was registered for, spelled as in the registration."
        ),
        .accessDenied: ("the consent was refused", "Ask again only if the user wants to."),
        .unsupportedResponseType: (
            "the authorization server gives this client no codes",
            "Allow the authorization code grant in the client's registration."
        ),
        .serverError: ("the authorization server failed", "Try again later."),
        .temporarilyUnavailable: ("the authorization server is not available for now", "Try again later."),
        .invalidToken: (
            "the access token expired or was revoked", "Refresh it, or ask the user for consent again."
        ),
        .insufficientScope: (
            "the access token's scopes do not allow this", "Ask the user for consent with the needed scope."
        ),
    ]
}

extension TransportResponse {
    /// What an authorization server's status outside 2xx means.
    /// - Parameter unauthorized: What a 401 without a word of the standard means.
    func oauthFailure(at now: Date, unauthorized: FreshworksError.Code) -> FreshworksError {
        let plain = failure(at: now)
        guard (400..<500).contains(status), status != 429 else { return plain }
        let json = content == .json ? try? JSONValue(parsing: body) : nil
        var error =
            FreshworksError(
                oauthWord: json?["error"]?.stringValue ?? "", description: json?["error_description"]?.stringValue)
            ?? (status == 401 ? FreshworksError(oauthWord: unauthorized.rawValue, description: nil) : nil) ?? plain
        error.advice = error.advice ?? "Check the server's address."
        error.status = status
        error.requestID = plain.requestID
        error.retryAfter = plain.retryAfter
        error.serviceCode = error.serviceCode ?? plain.serviceCode
        error.body = plain.body
        return error
    }
}
