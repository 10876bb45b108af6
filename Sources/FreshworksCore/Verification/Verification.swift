/// The result of verifying a credential: a verdict, who it belongs to, and what to do.
public struct Verification: Sendable, Hashable {
    /// The product's name, such as `freshdesk`.
    public let product: String
    /// The account's name, such as `acme`.
    public let account: String
    /// The base URL that was called.
    public let baseURL: String
    /// What the answer means.
    public let verdict: Verdict
    /// The status of the deciding answer; `nil` when none came.
    public let status: Int?
    /// Whom the credential belongs to, where the product tells.
    public let identity: Identity?
    /// The rate limit, where the answer told it.
    public let rateLimit: RateLimit?
    /// One sentence: what is the matter and what to do.
    public let advice: String

    /// The person or account that a credential belongs to.
    public struct Identity: Sendable, Hashable {
        /// The service's id.
        public let id: String?
        /// The name to show.
        public let name: String?
        /// The e-mail address.
        public let email: String?
    }
}

extension Verification {
    /// What was found.
    public struct Verdict: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The verdict in lower snake case.
        public let rawValue: String

        /// Makes a verdict.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The verdict in lower snake case.
        public var description: String { rawValue }

        /// The credential works.
        public static let valid = Self(rawValue: "valid")
        /// The service does not know the credential (401).
        public static let invalidCredential = Self(rawValue: "invalid_credential")
        /// The credential is good; role, plan or network address is not (403, or a rate limit of no calls at all).
        public static let forbidden = Self(rawValue: "forbidden")
        /// Something else than the account's API answers at the address, or nothing has that name.
        public static let wrongHost = Self(rawValue: "wrong_host")
        /// An API answers, but not this product's.
        public static let wrongProduct = Self(rawValue: "wrong_product")
        /// The account's rate limit stayed used up for the whole deadline.
        public static let rateLimited = Self(rawValue: "rate_limited")
        /// No connection came about, or no answer in time.
        public static let unreachable = Self(rawValue: "unreachable")
        /// The answer proves nothing.
        public static let inconclusive = Self(rawValue: "inconclusive")
        /// Nothing was configured, or a value was refused before anything was sent.
        public static let notConfigured = Self(rawValue: "not_configured")
    }
}
