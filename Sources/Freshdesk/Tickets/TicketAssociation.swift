/// What a ticket is to the tickets that are linked with it.
public struct TicketAssociation: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It has children.
    public static let parent = Self(rawValue: 1)
    /// It has a parent.
    public static let child = Self(rawValue: 2)
    /// It tracks related tickets.
    public static let tracker = Self(rawValue: 3)
    /// It has a tracker.
    public static let related = Self(rawValue: 4)
}
