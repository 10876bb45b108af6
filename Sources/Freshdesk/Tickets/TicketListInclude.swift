/// What to embed when tickets are listed. Each costs two calls more for every page.
public struct TicketListInclude: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Points in time: ``Ticket/stats``.
    public static let stats = Self(rawValue: "stats")
    /// Who asks: ``Ticket/requester``.
    public static let requester = Self(rawValue: "requester")
    /// The text: ``Ticket/description`` and ``Ticket/descriptionText``.
    public static let description = Self(rawValue: "description")
    /// Their company: ``Ticket/company``. The service takes it without documenting it.
    public static let company = Self(rawValue: "company")
}
