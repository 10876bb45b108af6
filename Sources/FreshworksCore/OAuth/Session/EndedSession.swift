extension FreshworksError.Code {
    /// A session was removed from its store while it was in use.
    public static let sessionRemoved = Self(rawValue: "session_removed")
}

extension FreshworksError {
    /// Whether only a new consent helps.
    var endsSession: Bool { code == .needsReauthorization || code == .sessionRemoved }
}
