import Foundation

/// The OAuth session of a connection as its record keeps it: the client, and what the core stores of a session. Both lie in the
/// record, so a connection with a session is one value like any other.
struct ConnectionSession: Sendable {
    let configuration: OAuthConfiguration
    /// JSON. It holds the tokens.
    let data: Secret

    /// The tokens of a consent just given.
    /// - Throws: ``FreshworksError/Code/invalidOAuthConfiguration``.
    init(_ grant: SessionGrant, of id: String, _ runtime: FreshworksRuntime) async throws {
        var configuration = grant.configuration
        // Whose session it is says the connection.
        configuration.tokenLevel = .account
        let scratch = InMemoryStore()
        let client = try OAuthClient(configuration, runtime: runtime)
        _ = try await OAuthSession(client, store: scratch, name: id, initial: grant.tokens)
        guard let key = try await scratch.keys(prefix: "").first, let value = try await scratch.load(key) else {
            throw FreshworksError(.storeFailed, "the session was not stored")
        }
        self.configuration = configuration
        data = Secret(String(decoding: value.data, as: UTF8.self))
    }

    var accessToken: Secret? { member("tokens")?["access_token"]?.stringValue.map { Secret($0) } }

    /// Of which consent it is.
    var family: String? { member("family")?.stringValue }

    private func member(_ key: String) -> JSONValue? { (try? JSONValue(parsing: Data(data.reveal().utf8)))?[key] }
}

/// What a connection with a session is added with.
struct SessionGrant: Sendable {
    let configuration: OAuthConfiguration
    let tokens: OAuthTokens
}

extension ConnectionSession {
    /// The parts of the record's secret.
    var serializedParts: JSONObject {
        [
            "client": .object(configuration.storedJSON),
            "session": (try? JSONValue(parsing: Data(data.reveal().utf8))) ?? .null,
        ]
    }

    /// `nil` if a part is missing.
    init?(_ parts: JSONObject) {
        guard let client: JSONObject = parts["client"], let configuration = OAuthConfiguration(storedJSON: client),
            let session: JSONObject = parts["session"]
        else { return nil }
        self.configuration = configuration
        data = Secret(JSONValue.object(session).description)
    }
}

extension OAuthConfiguration {
    fileprivate var storedJSON: JSONObject {
        func address(_ url: URL?) -> JSONValue { url.map { .string($0.absoluteString) } ?? .null }
        return [
            "authorize_url": address(authorizeURL), "token_url": address(tokenURL),
            "alternative_token_url": address(alternativeTokenURL), "user_info_url": address(userInfoURL),
            "redirect_uri": address(redirectURI), "issuer": issuer.map { .string($0) } ?? .null,
            "client_id": .string(clientID), "client_secret": clientSecret.map { .string($0.reveal()) } ?? .null,
            "authenticates_in_body": .bool(clientAuthentication == .body), "scopes": scopes.jsonValue,
            "authorize_parameters": .string(authorizeParameters.encoded),
            "headers": .object(JSONObject(customHeaders.map { ($0.name, .string($0.value)) })),
            "needs_scopes": .bool(needsScopes), "pkce": .bool(usesPKCE),
            "sends_redirect_uri": .bool(sendsRedirectURIOnRefresh), "sends_scope": .bool(sendsScopeOnRefresh),
        ]
    }

    fileprivate init?(storedJSON json: JSONObject) {
        func address(_ key: String) -> URL? { (json[key] as String?).flatMap { URL(string: $0) } }
        guard let authorize = address("authorize_url"), let token = address("token_url"),
            let redirect = address("redirect_uri"), let clientID: String = json["client_id"]
        else { return nil }
        self.init(
            authorizeURL: authorize, tokenURL: token, clientID: clientID,
            clientSecret: (json["client_secret"] as String?).map { Secret($0) },
            scopes: json["scopes"]?.arrayValue?.compactMap(\.stringValue) ?? [], redirectURI: redirect)
        alternativeTokenURL = address("alternative_token_url")
        userInfoURL = address("user_info_url")
        issuer = json["issuer"]
        clientAuthentication = json["authenticates_in_body"] == true ? .body : .basic
        authorizeParameters = QueryItems(written: json["authorize_parameters"]?.stringValue ?? "")
        for (name, value) in json["headers"]?.objectValue ?? [:] {
            try? customHeaders.set(name, to: value.stringValue ?? "", isSensitive: true)
        }
        needsScopes = json["needs_scopes"] == true
        usesPKCE = json["pkce"] != false
        sendsRedirectURIOnRefresh = json["sends_redirect_uri"] == true
        sendsScopeOnRefresh = json["sends_scope"] == true
    }
}
