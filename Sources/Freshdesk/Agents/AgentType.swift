/// The kind of an agent. The service has a word for each in most places and a number in others; both are one value here.
public struct AgentType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a kind, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Works on tickets.
    public static let supportAgent = Self(rawValue: "support_agent")
    /// Works at the customer's place.
    public static let fieldAgent = Self(rawValue: "field_agent")
    /// Helps out and sees single tickets.
    public static let collaborator = Self(rawValue: "collaborator")

    /// In the order of the service's numbers, which begin with 1.
    private static let numbered: [Self] = [.supportAgent, .fieldAgent, .collaborator]

    /// Reads a word or a number.
    public init?(json: JSONValue) {
        guard let text = String(json: json) else { return nil }
        let position = Int(text).map { $0 - 1 }
        if let position, Self.numbered.indices.contains(position) {
            self = Self.numbered[position]
        } else {
            self.init(rawValue: text)
        }
    }

    /// The service's number, as requests to create an agent say it; `nil` for a kind without one.
    public var number: Int? { Self.numbered.firstIndex(of: self).map { $0 + 1 } ?? Int(rawValue) }
}

extension AgentType {
    /// How requests to create an agent say it.
    static let numberSpelling = FieldSpelling<Self>.sent(
        as: "agent_type", write: { $0.number.map { JSONValue($0) } ?? .string($0.rawValue) }, read: Self.init(json:))
}

extension FieldCheck<AgentType> {
    /// Refuses a kind without a number, or with one that is not 1 to 3.
    static var numbered: Self { .part("agent_type", { $0.number ?? 0 }, .within(1...3)) }
}
