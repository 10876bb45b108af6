/// How far a ticket is. Accounts add their own statuses from 8 on; the field definitions of the account name them.
public struct TicketStatus: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Open.
    public static let open = Self(rawValue: 2)
    /// Pending.
    public static let pending = Self(rawValue: 3)
    /// Resolved.
    public static let resolved = Self(rawValue: 4)
    /// Closed.
    public static let closed = Self(rawValue: 5)
    /// Waiting for the customer, in default accounts.
    public static let waitingOnCustomer = Self(rawValue: 6)
    /// Waiting for somebody else, in default accounts.
    public static let waitingOnThirdParty = Self(rawValue: 7)
}
