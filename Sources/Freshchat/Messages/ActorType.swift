/// The kind of somebody who writes.
public struct ActorType: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a kind, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A user.
    public static let user = Self(rawValue: "user")
    /// An agent.
    public static let agent = Self(rawValue: "agent")
    /// A bot.
    public static let bot = Self(rawValue: "bot")
    /// The service itself, or a service account that writes through the API.
    public static let system = Self(rawValue: "system")
}
