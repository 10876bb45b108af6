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

extension MessageActor: JSONReadable {
    /// Reads the two keys of a message; `nil` when the kind is missing.
    public init?(json: JSONValue) {
        guard let type: ActorType = json["actor_type"] else { return nil }
        self.init(type: type, id: json["actor_id"])
    }

    /// Two keys of the message.
    static let spelling = FieldSpelling<MessageActor>(
        "actor_type", "actor_id",
        write: { actor in
            var members: JSONObject = ["actor_type": actor.type.jsonValue]
            members["actor_id"] = actor.id?.jsonValue
            return members
        },
        read: { MessageActor(json: .object($0)) })
}

extension FieldCheck<MessageActor> {
    /// Refuses a blank id.
    static var real: Self { .part("actor_id", { $0.id }, .notBlank) }
}

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
