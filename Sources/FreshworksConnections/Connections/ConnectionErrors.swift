extension FreshworksError.Code {
    /// The registry has no connection of this id, name, or profile and user.
    public static let connectionNotFound = Self(rawValue: "connection_not_found")
    /// Another connection has the name.
    public static let connectionNameTaken = Self(rawValue: "connection_name_taken")
    /// Another connection serves the same profile and user.
    public static let connectionProfileTaken = Self(rawValue: "connection_profile_taken")
    /// The connection is disabled: nothing is sent with its credential.
    public static let connectionDisabled = Self(rawValue: "connection_disabled")
    /// The connection was deleted while a client still used it.
    public static let connectionDeleted = Self(rawValue: "connection_deleted")
    /// The connection goes to another host than when the client was made of it.
    public static let connectionMoved = Self(rawValue: "connection_moved")
    /// The connection was changed while its new credential or host was verified. Nothing was stored.
    public static let connectionChanged = Self(rawValue: "connection_changed")
    /// The verdict on a credential was not `valid`, so nothing was stored; see ``FreshworksError/verification``.
    public static let connectionNotVerified = Self(rawValue: "connection_not_verified")
    /// What the store holds under a connection's key cannot be read as one.
    public static let malformedConnection = Self(rawValue: "malformed_connection")
}

/// Why a connection was not stored.
struct RefusedVerification: Error {
    let verification: Verification
}

extension FreshworksError {
    /// What was found about a credential that was not stored for it; `nil` for other errors.
    public var verification: Verification? { (underlying as? RefusedVerification)?.verification }

    static func notVerified(_ verification: Verification) -> FreshworksError {
        FreshworksError(
            .connectionNotVerified, "the credential was not verified (\(verification.verdict)), so nothing was stored",
            advice: verification.advice, underlying: RefusedVerification(verification: verification))
    }

    static let connectionNotFound = FreshworksError(
        .connectionNotFound, "there is no such connection", advice: "It may have been deleted; list what there is.")
    static let connectionChanged = FreshworksError(
        .connectionChanged, "somebody changed the connection meanwhile, so nothing was stored",
        advice: "Look at it again, and repeat the change if it is still needed.")
    static let connectionDisabled = FreshworksError(
        .connectionDisabled, "the connection is disabled, so nothing was sent",
        advice: "Enable it again to use it.", isFinal: true)
    static let connectionDeleted = FreshworksError(
        .connectionDeleted, "the connection was deleted, so nothing was sent",
        advice: "Use another one, or add it again.", isFinal: true)
    static let connectionMoved = FreshworksError(
        .connectionMoved, "the connection goes to another host now, so nothing was sent",
        advice: "Find the connection again and make a new client of it.", isFinal: true)

    private init(_ code: Code, _ message: String, advice: String, isFinal: Bool) {
        self.init(code, message, advice: advice)
        self.isFinal = isFinal
        withholdsCredential = isFinal
    }
}
