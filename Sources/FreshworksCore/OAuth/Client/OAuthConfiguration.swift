public import Foundation

/// Which authorization server is asked, as which client, for what. Checked when an ``OAuthClient`` is made of it.
public struct OAuthConfiguration: Sendable {
    /// Where users are sent to give their consent.
    public var authorizeURL: URL
    /// Where codes and refresh tokens are exchanged. Client secret and refresh tokens go there and nowhere else.
    public var tokenURL: URL
    /// Another spelling of the token address on the same server, tried once when the first answers 404.
    public var alternativeTokenURL: URL?
    /// Where the server tells whose token it is, if it does.
    public var userInfoURL: URL?
    /// The server's name for itself. A callback that names another one is refused (RFC 9207).
    public var issuer: String?
    /// The client's id.
    public var clientID: String
    /// The client's secret; `nil` for a public client.
    public var clientSecret: Secret?
    /// How the client proves who it is. A `customHeaders` field named `Authorization` takes its place.
    public var clientAuthentication = ClientAuthentication.basic
    /// What is asked for; empty leaves the choice to the server, where it has one: Freshworks' own servers refuse that.
    public var scopes: [String]
    /// Where the server sends the user afterwards: byte for byte as registered.
    public var redirectURI: URL
    /// Further parameters of the authorization request, such as `prompt=consent`.
    public var authorizeParameters: QueryItems = [:]
    /// Further header fields of token requests.
    public var customHeaders = HeaderFields()
    /// Whether the server refuses to be asked for no scope at all, as Freshworks' own do.
    package var needsScopes = false
    /// Who authorizes.
    public var tokenLevel = TokenLevel.account
    /// Whether a proof key protects the code (RFC 7636, S256). Needed by public clients.
    public var usesPKCE = true
    /// Whether `redirect_uri` is repeated when a token is refreshed. The standard has no such parameter; some servers want it.
    public var sendsRedirectURIOnRefresh = false
    /// Whether the granted scopes are repeated when a token is refreshed. The standard takes their absence for the same; some
    /// servers want them. If the server refuses them, the refresh is asked for once again without.
    public var sendsScopeOnRefresh = false

    /// Describes any authorization server.
    public init(
        authorizeURL: URL, tokenURL: URL, clientID: String, clientSecret: Secret?, scopes: [String] = [],
        redirectURI: URL
    ) {
        self.authorizeURL = authorizeURL
        self.tokenURL = tokenURL
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scopes = scopes
        self.redirectURI = redirectURI
    }

    /// How a client proves who it is (RFC 6749 §2.3.1).
    public enum ClientAuthentication: Sendable, Hashable {
        /// Id and secret in the `Authorization` field, each form-encoded first. What Freshworks wants.
        case basic
        /// Id and secret in the body.
        case body
    }

    /// Who authorizes, as the platform's apps distinguish it.
    public enum TokenLevel: String, Sendable, Hashable {
        /// An administrator, once for the whole account.
        case account
        /// Each agent on their own. Such a session needs to say whose it is.
        case agent
    }
}

extension OAuthConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The token address and the client. Header fields and parameters, which may hold secrets, are left out.
    public var description: String {
        "OAuthConfiguration(client \(clientID) at \(tokenURL.absoluteString.prefix { $0 != "?" }))"
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension OAuthConfiguration {
    /// The authorization server of a Freshworks organization: `acme` is `https://acme.myfreshworks.com/org/oauth/v2`.
    ///
    /// Source: developers.freshworks.com, "OAuth in external apps". Some of its texts leave out `/org`, so that spelling of the
    /// token address is tried once when the first is unknown.
    /// - Parameters:
    ///   - organization: As people paste it: `acme`, `acme.myfreshworks.com` or an address of the organization.
    ///   - scopes: At least one, such as `freshsales.contacts.view`; a part of those that the client was registered
    ///     for.
    ///   - redirectURI: Byte for byte as registered.
    /// - Throws: One of the codes that ``FreshworksError/Code`` lists for subdomains and hosts.
    public static func freshworks(
        organization: String, clientID: String, clientSecret: Secret, scopes: [String], redirectURI: URL
    ) throws -> OAuthConfiguration {
        try OAuthConfiguration(
            server: FreshworksAccount(.organization, subdomain: organization), clientID: clientID,
            clientSecret: clientSecret, scopes: scopes, redirectURI: redirectURI)
    }

    /// The authorization server of a Freshworks organization.
    /// - Throws: One of the codes that ``FreshworksError/Code`` lists for subdomains and hosts.
    public static func freshworks(
        organization: String, clientID: String, clientSecret: String, scopes: [String], redirectURI: URL
    ) throws -> OAuthConfiguration {
        try .freshworks(
            organization: organization, clientID: clientID, clientSecret: Secret(clientSecret), scopes: scopes,
            redirectURI: redirectURI)
    }

    /// An authorization server with Freshworks' paths at another place, such as the sandbox's.
    /// - Parameter baseURL: What stands before `/authorize` and `/token`, such as `http://127.0.0.1:8080/org/oauth/v2`.
    /// - Throws: One of the codes that ``FreshworksError/Code`` lists for subdomains and hosts.
    public static func freshworks(
        baseURL: String, clientID: String, clientSecret: Secret, scopes: [String], redirectURI: URL
    ) throws -> OAuthConfiguration {
        try OAuthConfiguration(
            server: FreshworksAccount(.organization, baseURL: baseURL), clientID: clientID,
            clientSecret: clientSecret, scopes: scopes, redirectURI: redirectURI)
    }

    private init(
        server: FreshworksAccount, clientID: String, clientSecret: Secret, scopes: [String], redirectURI: URL
    ) throws {
        self.init(
            authorizeURL: try server.url("authorize"), tokenURL: try server.url("token"), clientID: clientID,
            clientSecret: clientSecret, scopes: scopes, redirectURI: redirectURI)
        issuer = server.origin.description
        needsScopes = true
        let path = server.basePath
        let other = path.hasPrefix("/org/") ? String(path.dropFirst(4)) : "/org" + path
        alternativeTokenURL = URL(string: server.origin.description + other + "/token")
    }
}

extension FreshworksProduct {
    /// Where Freshworks' identities live. It has no records of its own, so it is no product to make clients of.
    fileprivate static let organization = FreshworksProduct(
        name: "organization", title: "the organization",
        hosts: [.tenants(under: ".myfreshworks.com", basePath: "/org/oauth/v2")], keyScheme: .bearer,
        probes: VerificationProbes(.init("userinfo", expects: [])))
}
