/// Tells one state of a key from all others it ever had. Opaque but to its store.
public struct StoreVersion: Sendable, Hashable {
    /// What the store knows the state by.
    public let rawValue: String

    /// Makes a version.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The version of a key that has no value.
    public static let absent = StoreVersion(rawValue: "")
}
