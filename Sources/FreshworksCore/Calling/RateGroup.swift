/// A part of an account's rate limit: the calls that a sub-limit of the service counts together, such as ticket creation.
public struct RateGroup: RawRepresentable, Hashable, Sendable {
    /// The group's name.
    public let rawValue: String

    /// Makes a group.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Calls without a limit of their own.
    public static let general = Self(rawValue: "general")
}
