/// Whether an agent takes conversations.
public struct AvailabilityStatus: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a status, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes conversations.
    public static let available = Self(rawValue: "AVAILABLE")
    /// Takes none.
    public static let unavailable = Self(rawValue: "UNAVAILABLE")
}
