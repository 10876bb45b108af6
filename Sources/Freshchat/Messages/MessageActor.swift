/// Who writes a message.
///
/// ```swift
/// MessageDraft(from: .agent(agentID), text: "Hello")
/// ```
public struct MessageActor: Sendable, Hashable {
    /// The kind.
    public let type: ActorType
    /// The id, which users and agents need.
    public let id: String?

    /// A user, who must be the conversation's.
    public static func user(_ id: String) -> MessageActor { MessageActor(type: .user, id: id) }

    /// An agent.
    public static func agent(_ id: String) -> MessageActor { MessageActor(type: .agent, id: id) }

    /// A bot, with or without an id.
    public static func bot(_ id: String? = nil) -> MessageActor { MessageActor(type: .bot, id: id) }

    /// The service itself.
    public static let system = MessageActor(type: .system, id: nil)
}
