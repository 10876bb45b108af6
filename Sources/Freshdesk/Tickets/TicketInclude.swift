/// What to embed when a single ticket is viewed. Each costs one call more.
public struct TicketInclude: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Who asks: ``Ticket/requester``.
    public static let requester = Self(rawValue: "requester")
    /// Their company: ``Ticket/company``.
    public static let company = Self(rawValue: "company")
    /// Points in time: ``Ticket/stats``.
    public static let stats = Self(rawValue: "stats")
    /// The oldest ten conversations: ``Ticket/conversations``.
    public static let conversations = Self(rawValue: "conversations")
}
