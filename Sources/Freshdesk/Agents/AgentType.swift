/// The kind of an agent, as answers spell it.
public struct AgentType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a kind, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Works on tickets.
    public static let supportAgent = Self(rawValue: "support_agent")
    /// Works at the customer's place.
    public static let fieldAgent = Self(rawValue: "field_agent")
    /// Helps out and sees single tickets.
    public static let collaborator = Self(rawValue: "collaborator")
}
