extension Connection {
    /// A kind of credential.
    public struct Kind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The kind in lower snake case.
        public let rawValue: String

        /// Makes a kind.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The kind in lower snake case.
        public var description: String { rawValue }

        /// The product's own key or token.
        public static let key = Self(rawValue: "key")
        /// An e-mail address and a password.
        public static let password = Self(rawValue: "password")
        /// An OAuth 2.0 access token that somebody else keeps fresh.
        public static let accessToken = Self(rawValue: "access_token")
        /// A header field, a prefix, a user name and a password, as integration platforms store them.
        public static let header = Self(rawValue: "header")
        /// An OAuth 2.0 session: the registry keeps its tokens and refreshes them.
        public static let session = Self(rawValue: "oauth_session")
    }
}

extension Credential {
    /// The kind of connection that the credential makes.
    var kind: Connection.Kind {
        switch form {
        case .key: .key
        case .password: .password
        case .accessToken: .accessToken
        case .header: .header
        }
    }
}
