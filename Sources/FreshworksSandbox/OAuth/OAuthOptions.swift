extension Sandbox {
    /// How the sandbox's OAuth server is set up. The defaults are what Freshworks documents, or is known to do.
    public struct OAuthOptions: Sendable {
        /// How long an access token works.
        public var accessTokenLifetime: Duration
        /// How long a refresh token works from its own issue on.
        public var refreshTokenLifetime: Duration
        /// Whether a refresh gives a new refresh token and spends the old one. Freshworks does not say; clients have to live
        /// with both. Without it the answer to a refresh holds no refresh token.
        public var rotatesRefreshTokens: Bool
        /// Whether a spent refresh token that comes back revokes everything that its consent ever gave, as RFC 9700 §4.14 asks.
        public var detectsReuse: Bool
        /// Which spelling of the addresses exists; the other one answers 404.
        public var path: Path
        /// The grants that the token endpoint knows. Freshworks advertises the first two.
        public var grants: Set<Grant>
        /// How the client may authenticate. If it need not at all, consent needs PKCE, as RFC 9700 §2.1.1 demands of public clients;
        /// a proof key is S256 in any case, because `plain` proves nothing.
        public var clientAuthentication: Set<ClientAuthentication>
        /// The client's secret; an invented alphanumeric one unless told.
        public var clientSecret: String?
        /// The scopes that the client is registered with. A call needs the one of its resource and verb, such as
        /// `freshdesk.tickets.create`; `manage` is every verb. One that ends with no verb, such as `freshdesk.all`, opens the
        /// whole product.
        public var scopes: [String]
        /// The redirect URIs that the client is registered with. They are compared as bytes, but loopback ones may come with
        /// any port; one with a fragment, which RFC 6749 §3.1.2 forbids, never fits.
        public var redirectURIs: [String]

        /// Makes options.
        public init(
            accessTokenLifetime: Duration = .seconds(1800), refreshTokenLifetime: Duration = .seconds(365 * 86_400),
            rotatesRefreshTokens: Bool = true, detectsReuse: Bool = true, path: Path = .org,
            grants: Set<Grant> = [.authorizationCode, .refreshToken],
            clientAuthentication: Set<ClientAuthentication> = [.basic], clientSecret: String? = nil,
            scopes: [String] = Self.defaultScopes,
            redirectURIs: [String] = [
                "https://app.example/callback", "http://127.0.0.1/callback", "http://localhost/callback",
            ]
        ) {
            self.accessTokenLifetime = accessTokenLifetime
            self.refreshTokenLifetime = refreshTokenLifetime
            self.rotatesRefreshTokens = rotatesRefreshTokens
            self.detectsReuse = detectsReuse
            self.path = path
            self.grants = grants
            self.clientAuthentication = clientAuthentication
            self.clientSecret = clientSecret
            self.scopes = scopes
            self.redirectURIs = redirectURIs
        }

        /// All scopes that the three products' calls need. Those of Freshsales are documented; the others follow its pattern.
        public static let defaultScopes: [String] =
            [
                (Sandbox.Product.freshdesk, FreshdeskService.router.scopes.union(["agents.manage"])),
                (.freshchat, FreshchatService.router.scopes), (.freshsales, FreshsalesService.router.scopes),
            ].flatMap { product, scopes in scopes.sorted().map { "\(product.rawValue).\($0)" } }
    }
}

extension Sandbox.OAuthOptions {
    /// The spellings of the server's addresses that Freshworks' own documentation has.
    public enum Path: String, Sendable, Hashable, CaseIterable {
        /// `/org/oauth/v2/…`, as in the set-up tutorial and all working clients.
        case org = "/org/oauth/v2"
        /// `/oauth/v2/…`, as in the prose of the reference.
        case plain = "/oauth/v2"
    }

    /// What a token can be had for.
    public enum Grant: String, Sendable, Hashable, CaseIterable {
        /// A code from the consent page.
        case authorizationCode = "authorization_code"
        /// A refresh token.
        case refreshToken = "refresh_token"
        /// The e-mail and password of ``SandboxFreshdesk``. RFC 9700 §2.4 forbids it; some platforms still offer it.
        case password
        /// Nothing but the client itself; there is no refresh token then.
        case clientCredentials = "client_credentials"
    }

    /// How a client says who it is; the names are those of RFC 8414's metadata.
    public enum ClientAuthentication: String, Sendable, Hashable, CaseIterable {
        /// The Basic scheme, both halves form-encoded: RFC 6749 §2.3.1.
        case basic = "client_secret_basic"
        /// `client_id` and `client_secret` in the form.
        case post = "client_secret_post"
        /// `client_id` alone, as public clients do.
        case publicClient = "none"
    }
}
