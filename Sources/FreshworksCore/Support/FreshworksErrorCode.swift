extension FreshworksError {
    /// A stable identifier of what went wrong.
    ///
    /// The list is open: modules add their own codes, and so can you. Each code is declared beside the code that throws it.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The identifier in lower snake case.
        public let rawValue: String

        /// Makes a code from its identifier.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The identifier.
        public var description: String { rawValue }
    }
}

extension FreshworksError.Code {
    /// Whether an error has the code: `catch FreshworksError.Code.notFound { … }`.
    public static func ~= (code: Self, error: any Error) -> Bool { (error as? FreshworksError)?.code == code }
}

extension FreshworksError.Code {
    /// Something the call needs was not configured.
    public static let notConfigured = Self(rawValue: "not_configured")
    /// The caller passed a value that the library refuses before anything is sent.
    public static let invalidArgument = Self(rawValue: "invalid_argument")
    /// A webhook's delivery does not come from the account, or was changed on its way.
    public static let invalidSignature = Self(rawValue: "invalid_signature")
}
