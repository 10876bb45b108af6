/// The kind of matter a ticket is about. Accounts define their own words; these are the default ones.
public struct TicketType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A question.
    public static let question = Self(rawValue: "Question")
    /// An incident.
    public static let incident = Self(rawValue: "Incident")
    /// A problem.
    public static let problem = Self(rawValue: "Problem")
    /// A wish.
    public static let featureRequest = Self(rawValue: "Feature Request")
    /// A refund.
    public static let refund = Self(rawValue: "Refund")
}
