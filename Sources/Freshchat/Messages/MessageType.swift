/// Who sees a message.
public struct MessageType: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Everybody in the conversation.
    public static let normal = Self(rawValue: "normal")
    /// The staff: an internal note.
    public static let `private` = Self(rawValue: "private")
    /// A note of the service on what happened; it is not sent.
    public static let system = Self(rawValue: "system")
}
