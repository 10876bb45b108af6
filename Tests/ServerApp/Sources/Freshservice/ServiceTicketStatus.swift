public import FreshworksCore

/// How far a ticket is. Accounts define more values.
public struct ServiceTicketStatus: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Open.
    public static let open = Self(rawValue: 2)
    /// Pending.
    public static let pending = Self(rawValue: 3)
}
