/// What a field of contacts or companies holds. Those that every account has are called `default_` and their name.
public struct ContactFieldType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A line of text.
    public static let text = Self(rawValue: "custom_text")
    /// Text of several lines.
    public static let paragraph = Self(rawValue: "custom_paragraph")
    /// `true` or `false`.
    public static let checkbox = Self(rawValue: "custom_checkbox")
    /// A number.
    public static let number = Self(rawValue: "custom_number")
    /// One of several texts.
    public static let dropdown = Self(rawValue: "custom_dropdown")
    /// A phone number.
    public static let phoneNumber = Self(rawValue: "custom_phone_number")
    /// An address on the web.
    public static let url = Self(rawValue: "custom_url")
    /// A day.
    public static let date = Self(rawValue: "custom_date")
}
