/// Whether a person is a contact or a mere visitor.
public struct ContactType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A contact.
    public static let contact = Self(rawValue: "contact")
    /// A visitor.
    public static let visitor = Self(rawValue: "visitor")
}
