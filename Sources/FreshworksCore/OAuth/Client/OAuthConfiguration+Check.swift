import Foundation

extension OAuthConfiguration {
    /// Refuses what cannot be right, before anything is sent.
    /// - Throws: ``FreshworksError/Code/invalidOAuthConfiguration``, naming the setting and never quoting it.
    func check() throws {
        try checkAddresses()
        try checkClient()
        guard !scopes.isEmpty || !needsScopes else {
            throw Self.invalid("scopes", "is empty, but Freshworks asks no user for consent to nothing")
        }
        guard scopes.allSatisfy(OAuthSyntax.isScope) else {
            throw Self.invalid(
                "scopes", "has one that is empty or has a space, quotation mark or other illegal character")
        }
        try checkAuthorizeParameters()
        try checkCustomHeaders()
        guard authorizationURL(state: "", challenge: nil) != nil else {
            throw Self.invalid("authorizeURL", "does not make an address")
        }
    }

    private func checkAddresses() throws {
        _ = try OAuthAddress(authorizeURL, setting: "authorizeURL")
        _ = try OAuthAddress(redirectURI, setting: "redirectURI")
        let token = try OAuthAddress(tokenURL, setting: "tokenURL")
        if let alternativeTokenURL {
            let other = try OAuthAddress(alternativeTokenURL, setting: "alternativeTokenURL")
            guard other.origin == token.origin else {
                throw Self.invalid("alternativeTokenURL", "belongs to another server than tokenURL")
            }
        }
        if let userInfoURL { _ = try OAuthAddress(userInfoURL, setting: "userInfoURL") }
    }

    private func checkClient() throws {
        guard !clientID.isEmpty, OAuthSyntax.isVisible(clientID) else {
            throw Self.invalid("clientID", "is empty or has a character that ids do not have, such as a line break")
        }
        if let clientSecret {
            guard !clientSecret.isEmpty, OAuthSyntax.isVisible(clientSecret.reveal()) else {
                throw Self.invalid(
                    "clientSecret", "is empty or has a character that secrets do not have, such as a line break")
            }
        }
        guard usesPKCE || !isPublic else {
            throw Self.invalid("usesPKCE", "is off, although a client without a secret needs the proof key")
        }
    }

    private func checkAuthorizeParameters() throws {
        let own = QueryItems(written: authorizeURL.absoluteString.drop { $0 != "?" }.dropFirst())
        let names = own.names + authorizeParameters.names
        guard !names.contains(where: Self.reservedParameters.contains) else {
            throw Self.invalid(
                "authorizeParameters", "has a parameter, also in authorizeURL, that the library sets itself")
        }
        guard !names.contains(where: Self.secretParameters.contains) else {
            throw Self.invalid("authorizeParameters", "has a secret, also in authorizeURL, which browsers would keep")
        }
        guard Set(names).count == names.count else {
            throw Self.invalid("authorizeParameters", "has a parameter twice, one perhaps in authorizeURL")
        }
    }

    private func checkCustomHeaders() throws {
        for (name, value) in customHeaders {
            do { try HeaderFields.check(name: name, value: value) } catch {
                throw Self.invalid("customHeaders", "has a field whose name or value is not legal HTTP")
            }
            let reserved = TransportRequest.reservedNames + ["Content-Type", "Accept"]
            guard !reserved.contains(where: name.equalsIgnoringCase) else {
                throw Self.invalid("customHeaders", "has the field \(name), which the library sets itself")
            }
        }
    }

    private static let reservedParameters: Set = [
        "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method",
    ]
    private static let secretParameters: Set = [
        "client_secret", "code_verifier", "access_token", "refresh_token", "password",
    ]

    /// Whether nothing proves who the client is.
    var isPublic: Bool { clientSecret == nil && customHeaders["Authorization"] == nil }

    static func invalid(_ setting: String, _ reason: String) -> FreshworksError {
        FreshworksError(
            .invalidOAuthConfiguration, "the OAuth setting \(setting) \(reason)",
            advice: "Correct it; nothing was sent.")
    }
}

extension FreshworksError.Code {
    /// A setting of an authorization server or client cannot be right. Nothing was sent.
    public static let invalidOAuthConfiguration = Self(rawValue: "invalid_oauth_configuration")
}
