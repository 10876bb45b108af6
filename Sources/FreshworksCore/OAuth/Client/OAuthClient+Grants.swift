extension OAuthClient {
    /// Obtains tokens for a user's own password.
    ///
    /// RFC 9700 §2.4 forbids this grant, and Freshworks does not offer it: it is here for servers that have no other.
    /// - Throws: ``FreshworksError/Code/invalidGrant`` for a wrong password; other ``FreshworksError``; `CancellationError`
    ///   when cancelled.
    public func tokens(
        username: String, password: Secret, deadline: Duration = .seconds(20)
    ) async throws -> OAuthTokens {
        var request = try TokenRequest("oauth.password", grantType: "password", by: configuration)
        request.add("username", username)
        request.add("password", password)
        request.add("scope", configuration.scopes.joined(separator: " "))
        let answer = try await endpoint.answer(to: request, by: runtime.clock.monotonicNow + deadline)
        return answer.tokens(refreshToken: nil, scopes: configuration.scopes)
    }

    /// Obtains an access token for the client itself.
    /// - Returns: Tokens without a refresh token: when they end, ask again.
    /// - Throws: ``FreshworksError/Code/invalidOAuthConfiguration`` for a client without a secret and for tokens of single
    ///   agents, before anything is sent; other ``FreshworksError``; `CancellationError` when cancelled.
    public func clientCredentials(deadline: Duration = .seconds(20)) async throws -> OAuthTokens {
        guard !configuration.isPublic else {
            throw OAuthConfiguration.invalid("clientSecret", "is missing, but the client credentials grant needs it")
        }
        guard configuration.tokenLevel == .account else {
            throw OAuthConfiguration.invalid("tokenLevel", "is agent, but the client credentials grant has no agent")
        }
        var request = try TokenRequest("oauth.clientCredentials", grantType: "client_credentials", by: configuration)
        request.add("scope", configuration.scopes.joined(separator: " "))
        let answer = try await endpoint.answer(to: request, by: runtime.clock.monotonicNow + deadline)
        return OAuthTokens(
            accessToken: answer.accessToken, refreshToken: nil, scopes: answer.scopes ?? configuration.scopes,
            obtainedAt: answer.sentAt, expiresAt: answer.expiresAt)
    }

    /// Asks the server whose the access token is, such as once after ``exchange(callback:pending:deadline:)``.
    ///
    /// The token goes to ``OAuthConfiguration/userInfoURL`` and nowhere else.
    /// - Returns: The claims as the server names them.
    /// - Throws: ``FreshworksError/Code/notConfigured`` without that address; ``FreshworksError/Code/invalidToken`` when the
    ///   token is not good any more; other ``FreshworksError``; `CancellationError` when cancelled.
    public func userInfo(_ tokens: OAuthTokens, deadline: Duration = .seconds(20)) async throws -> JSONObject {
        guard let url = configuration.userInfoURL else {
            throw FreshworksError(
                .notConfigured, "the OAuth setting userInfoURL is missing",
                advice: "Set the address that tells whose a token is.")
        }
        var request = TransportRequest(.get, url, destination: .memory(limit: OAuthServerCall.answerLimit))
        try request.headers.set("Authorization", to: "Bearer " + tokens.accessToken.reveal())
        let call = OAuthServerCall(
            runtime: runtime, operation: "oauth.userInfo", request: request,
            hidden: [tokens.accessToken.reveal()],
            deadline: runtime.clock.monotonicNow + deadline)
        return try await call.run { answer in
            guard answer.response.isSuccess else {
                throw answer.response.oauthFailure(at: runtime.clock.wallNow, unauthorized: .invalidToken)
            }
            guard let claims = try answer.response.json().objectValue else {
                throw FreshworksError(.unreadableResponse, "the answer is no JSON object")
            }
            return claims
        }
    }
}
