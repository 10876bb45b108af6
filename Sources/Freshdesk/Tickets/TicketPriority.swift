/// How urgent a ticket is.
public struct TicketPriority: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Low.
    public static let low = Self(rawValue: 1)
    /// Medium.
    public static let medium = Self(rawValue: 2)
    /// High.
    public static let high = Self(rawValue: 3)
    /// Urgent.
    public static let urgent = Self(rawValue: 4)
}
