/// What the rows of a view can be sorted by, as the service spells it. Source: Freshworks CRM API, sort.
public struct ViewAttribute: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes an attribute, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// When the record was created.
    public static let createdAt = Self(rawValue: "created_at")
    /// When the record was last changed.
    public static let updatedAt = Self(rawValue: "updated_at")
    /// The name of a contact.
    public static let displayName = Self(rawValue: "display_name")
    /// How promising a contact is, by a scale that the service does not document.
    public static let leadScore = Self(rawValue: "lead_score")
    /// What the open deals of a contact or account amount to.
    public static let openDealsAmount = Self(rawValue: "open_deals_amount")
    /// The amount of a deal.
    public static let amount = Self(rawValue: "amount")
    /// When a deal is expected to close.
    public static let expectedClose = Self(rawValue: "expected_close")
}
