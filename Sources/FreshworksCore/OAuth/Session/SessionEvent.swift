/// An observer of calls that also hears of OAuth sessions, if the runtime is given it as its observer.
public protocol SessionObserver: RequestObserver {
    /// Something happened to an OAuth session of this process. Must not block.
    func sessionChanged(_ event: SessionEvent)
}

/// Something that happened to an OAuth session, for logs and alarms. It never holds a token.
public struct SessionEvent: Sendable, Hashable {
    /// The session's name.
    public let session: String
    /// Whose session it is, where each agent has one of that name.
    public let agent: String?
    /// What happened.
    public let kind: Kind
    /// Why, where it went wrong.
    public let error: FreshworksError.Code?

    init(_ kind: Kind, of session: String, agent: String?, error: FreshworksError.Code? = nil) {
        self.session = session
        self.agent = agent
        self.kind = kind
        self.error = error
    }

    /// What can happen.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        /// The identifier.
        public let rawValue: String

        /// Makes a kind.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// This process obtained a new pair of tokens. It is stored, unless ``storeFailed`` was told and ``stored`` not yet.
        public static let refreshed = Self(rawValue: "refreshed")
        /// Another process had stored a newer pair; it is used now.
        public static let adopted = Self(rawValue: "adopted")
        /// No new pair could be obtained. The old access token is used as long as it lives.
        public static let refreshFailed = Self(rawValue: "refresh_failed")
        /// A new pair could not be stored. It is used and written again until that works; should this process end before,
        /// the user has to give consent again. Worth an alarm.
        public static let storeFailed = Self(rawValue: "store_failed")
        /// A pair that could not be stored before is stored now.
        public static let stored = Self(rawValue: "stored")
        /// The tokens of a new consent are used and stored.
        public static let reauthorized = Self(rawValue: "reauthorized")
        /// The server took the session back: the user has to give consent again.
        public static let needsReauthorization = Self(rawValue: "needs_reauthorization")
    }
}
