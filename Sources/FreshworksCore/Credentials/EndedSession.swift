extension FreshworksError.Code {
    /// The user has to give consent again. A provider throws it when no other credential can be had without.
    public static let needsReauthorization = Self(rawValue: "needs_reauthorization")
    /// A session was removed from its store while it was in use.
    public static let sessionRemoved = Self(rawValue: "session_removed")
}

extension FreshworksError {
    /// Whether only a new consent helps.
    var endsSession: Bool { code == .needsReauthorization || code == .sessionRemoved }
}
