/// Which tickets an agent sees.
public struct TicketScope: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a scope, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// All tickets.
    public static let global = Self(rawValue: 1)
    /// Those of the agent's groups and those assigned to the agent.
    public static let group = Self(rawValue: 2)
    /// Those assigned to the agent.
    public static let restricted = Self(rawValue: 3)
}
