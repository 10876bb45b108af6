/// Whose credential a connection holds: that of a profile for everybody, or that of one user of the profile.
public struct ProfileKey: Sendable, Hashable {
    /// The profile's name.
    public let profile: String
    /// The user; `nil` for the credential that serves all.
    public let user: String?

    /// Names a profile, or one user of it.
    public init(profile: String, user: String? = nil) {
        self.profile = profile
        self.user = user
    }
}
