/// What to embed beside a single ticket. Each costs one call more.
public struct TicketInclude: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Who asks: ``Ticket/requester``.
    public static let requester = Self(rawValue: "requester")
    /// Their company: ``Ticket/Fields/company``.
    public static let company = Self(rawValue: "company")
    /// Points in time: ``Ticket/Fields/stats``.
    public static let stats = Self(rawValue: "stats")
    /// The oldest ten conversations: ``Ticket/Fields/conversations``.
    public static let conversations = Self(rawValue: "conversations")
}

/// What to embed when tickets are listed. Each costs two calls more for every page.
public struct TicketListInclude: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Points in time: ``Ticket/Fields/stats``.
    public static let stats = Self(rawValue: "stats")
    /// Who asks: ``Ticket/requester``.
    public static let requester = Self(rawValue: "requester")
    /// The text: ``Ticket/Fields/description`` and ``Ticket/Fields/descriptionText``.
    public static let description = Self(rawValue: "description")
    /// Their company: ``Ticket/Fields/company``. The service takes it without documenting it.
    public static let company = Self(rawValue: "company")
}
