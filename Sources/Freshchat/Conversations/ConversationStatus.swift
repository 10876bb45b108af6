/// Where a conversation stands.
public struct ConversationStatus: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a status, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nobody has it yet. Setting it reopens a resolved conversation.
    public static let new = Self(rawValue: "new")
    /// An agent has it.
    public static let assigned = Self(rawValue: "assigned")
    /// It is done.
    public static let resolved = Self(rawValue: "resolved")
    /// It goes on after it was resolved.
    public static let reopened = Self(rawValue: "reopened")
    /// It waits for the user; not in all accounts.
    public static let waitingOnCustomer = Self(rawValue: "waiting on customer")
    /// It waits for colleagues; not in all accounts.
    public static let waitingOnInternalTeam = Self(rawValue: "waiting on internal team")
}
