/// The kind of an agent to create, as requests number it.
public struct AgentKind: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a kind, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Works on tickets.
    public static let supportAgent = Self(rawValue: 1)
    /// Works at the customer's place.
    public static let fieldAgent = Self(rawValue: 2)
    /// Helps out and sees single tickets.
    public static let collaborator = Self(rawValue: 3)
}
