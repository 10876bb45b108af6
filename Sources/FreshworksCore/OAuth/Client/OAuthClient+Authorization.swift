public import Foundation

extension OAuthClient {
    /// Begins an authorization: send the user to the result's address, and keep the result until the callback comes.
    ///
    /// Each call makes a new state and proof key. The result is good for ten minutes and one callback.
    public func beginAuthorization() -> PendingAuthorization {
        let state = Base64URL.encode(randomOctets(32))
        let proof = configuration.usesPKCE ? ProofKey(octets: randomOctets(32)) : nil
        // Whether the parts make an address was asked when the client was made.
        let url = configuration.authorizationURL(state: state, challenge: proof?.challenge)
        return PendingAuthorization(
            url: url ?? configuration.authorizeURL, state: Secret(state), verifier: proof?.verifier,
            tokenURL: configuration.tokenURL.absoluteString, clientID: configuration.clientID,
            beganAt: runtime.clock.wallNow)
    }

    /// Obtains tokens for the code of a callback.
    ///
    /// A state is good for one callback, whatever comes of it, and remembered in the runtime. Another process does not know of
    /// it; there the server's codes, good for one use, protect.
    /// - Parameters:
    ///   - callback: What the browser asked for. Only its query counts, so it may have come through a proxy.
    ///   - pending: From the user's own web session.
    ///   - deadline: For the whole call. It is repeated only if it provably did not arrive.
    /// - Throws: ``FreshworksError/Code/stateMismatch``, ``FreshworksError/Code/authorizationExpired``,
    ///   ``FreshworksError/Code/malformedPendingAuthorization`` where a verifier is needed and lost,
    ///   ``FreshworksError/Code/stateAlreadyUsed``, ``FreshworksError/Code/issuerMismatch``,
    ///   ``FreshworksError/Code/malformedCallback``, all before anything is sent; the server's own words, such as
    ///   ``FreshworksError/Code/accessDenied``; other ``FreshworksError``; `CancellationError` when cancelled.
    public func exchange(
        callback: URL, pending: PendingAuthorization, deadline: Duration = .seconds(20)
    ) async throws -> OAuthTokens {
        let end = runtime.clock.monotonicNow + deadline
        let operation = "oauth.exchange"
        let code: Secret
        do {
            code = try accept(AuthorizationCallback(callback), for: pending)
        } catch var error as FreshworksError {
            error.operation = operation
            throw error
        }
        var request = try TokenRequest(operation, grantType: "authorization_code", by: configuration)
        request.add("code", code)
        request.add("redirect_uri", configuration.redirectURI.absoluteString)
        request.add("code_verifier", pending.verifier)
        do {
            let answer = try await endpoint.answer(to: request, by: end)
            return answer.tokens(refreshToken: nil, scopes: configuration.scopes)
        } catch var error as FreshworksError {
            let again = "Then begin a new authorization: this one is spent."
            error.advice = error.advice.map { "\($0) \(again)" } ?? again
            throw error
        }
    }

    /// The code of a callback that is the first and timely one of an authorization of this client.
    private func accept(_ callback: AuthorizationCallback, for pending: PendingAuthorization) throws -> Secret {
        try callback.requireState(pending.state)
        let age = runtime.clock.wallNow.timeIntervalSince(pending.beganAt)
        // A minute's difference between the clocks of two machines is usual.
        guard (-60...600).contains(age) else {
            throw FreshworksError(
                .authorizationExpired,
                age < 0
                    ? "the authorization began in the future, by this machine's clock"
                    : "the authorization is older than ten minutes",
                advice: age < 0 ? "Begin a new one; if that repeats, compare the machines' clocks." : "Begin a new one."
            )
        }
        // RFC 9700 §4.4: a code goes to the server that was asked, by the client that asked.
        guard pending.tokenURL == configuration.tokenURL.absoluteString, pending.clientID == configuration.clientID
        else {
            throw FreshworksError.issuerMismatch
        }
        guard pending.verifier?.isEmpty == false || !configuration.usesPKCE else {
            throw FreshworksError(
                .malformedPendingAuthorization, "the pending authorization has lost its proof key's verifier",
                advice: "Begin a new one, and keep the whole text of it in the user's web session.")
        }
        guard runtime.resident(SpentAuthorizations.self).spend(pending.state, now: runtime.clock.monotonicNow) else {
            throw FreshworksError(
                .stateAlreadyUsed, "the authorization has had its callback",
                advice: "Begin a new one; a page that was loaded again causes this too.")
        }
        return try callback.code(from: configuration.issuer)
    }
}

extension OAuthConfiguration {
    /// Where to send a user. What the address of the server's page has as a query stays.
    func authorizationURL(state: String, challenge: String?) -> URL? {
        var query: QueryItems = [
            "response_type": "code", "client_id": clientID, "redirect_uri": redirectURI.absoluteString,
            "scope": scopes.isEmpty ? nil : scopes.joined(separator: " "), "state": state,
            "code_challenge": challenge, "code_challenge_method": challenge.map { _ in "S256" },
        ]
        query.append(contentsOf: authorizeParameters)
        let page = authorizeURL.absoluteString
        let joint = page.contains("?") ? (page.hasSuffix("?") || page.hasSuffix("&") ? "" : "&") : "?"
        return URL(string: page + joint + query.encoded)
    }
}

extension FreshworksError.Code {
    /// A callback came more than ten minutes after its authorization began. Nothing was sent.
    public static let authorizationExpired = Self(rawValue: "authorization_expired")
    /// An authorization has had its callback. Nothing was sent.
    public static let stateAlreadyUsed = Self(rawValue: "state_already_used")
}
