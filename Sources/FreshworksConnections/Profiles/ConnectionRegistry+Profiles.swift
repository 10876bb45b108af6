/// The connection that serves a user, and whose credential it has.
public struct ResolvedConnection: Sendable {
    /// Whose credential it is.
    public enum Owner: Sendable, Hashable {
        /// The user's own.
        case user(String)
        /// The one that serves everybody.
        case everybody
    }

    /// The connection.
    public let connection: Connection
    /// Whose credential it has.
    public let owner: Owner
}

extension ConnectionRegistry {
    /// The connection to use for a user of a profile: their own where the profile asks for it, or the one for everybody.
    ///
    /// A user's own that is disabled is not passed over for the one for everybody; its clients refuse calls.
    /// - Parameter user: `nil` where nobody is signed in.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``, saying who has to authorize; what the store throws.
    public func resolve(_ profile: AuthorizationProfile, user: String? = nil) async throws -> ResolvedConnection {
        var mayBeShared = true
        if case .perUser(let fallsBack) = profile.mode {
            mayBeShared = fallsBack
            if let user, let own = try await find(profile: ProfileKey(profile: profile.name, user: user)) {
                return ResolvedConnection(connection: own, owner: .user(user))
            }
        }
        if mayBeShared, let shared = try await find(profile: ProfileKey(profile: profile.name)) {
            return ResolvedConnection(connection: shared, owner: .everybody)
        }
        throw FreshworksError(
            .connectionNotFound, "no connection serves the profile \(profile.name) for this user",
            advice: mayBeShared
                ? "Add the credential that serves everybody." : "Let the user connect an account of their own.")
    }
}
