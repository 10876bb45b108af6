/// What lists can be sorted by, as the service spells it. Which of these a list knows is not documented. Source:
/// Freshchat API v2, pagination.
public struct ListAttribute: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes an attribute, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name of a group, channel or role.
    public static let name = Self(rawValue: "name")
    /// The first name of a user or agent.
    public static let firstName = Self(rawValue: "first_name")
    /// The last name of a user or agent.
    public static let lastName = Self(rawValue: "last_name")
    /// The e-mail address of a user or agent.
    public static let email = Self(rawValue: "email")
    /// When the user or agent was created.
    public static let createdAt = Self(rawValue: "created_time")
}
