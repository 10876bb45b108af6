extension FreshworksError.Code {
    /// The access token is good, but its scopes do not allow the call (RFC 6750 §3.1).
    public static let insufficientScope = Self(rawValue: "insufficient_scope")
}
