/// How urgent a conversation is: the property `priority`.
///
/// ```swift
/// let priority: ConversationPriority? = conversation.properties?["priority"]
/// ```
public struct ConversationPriority: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a priority, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Low.
    public static let low = Self(rawValue: "Low")
    /// Medium.
    public static let medium = Self(rawValue: "Medium")
    /// High.
    public static let high = Self(rawValue: "High")
    /// Urgent.
    public static let urgent = Self(rawValue: "Urgent")
}
