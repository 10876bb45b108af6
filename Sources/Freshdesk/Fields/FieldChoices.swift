/// What a field lets people choose from. The service has a shape for each kind of field; here all are one list.
/// Source: Freshdesk API v2, ticket fields and contact fields.
public struct FieldChoices: Sendable, Hashable {
    /// The choices as they were read.
    public let json: JSONValue
    /// The choices, in the order in which they were read.
    public let all: [Choice]

    /// One choice.
    public struct Choice: Sendable, Hashable {
        /// What agents read.
        public let label: String
        /// What customers read, where that is told apart.
        public let customerLabel: String?
        /// What records hold: a text, or the number of a status, priority, source, group, agent or product.
        public let value: JSONValue
        /// The choice's own id, where it has one.
        public let id: Int64?
        /// What the next level offers behind this choice.
        public let choices: [Choice]
    }

    /// Reads choices; `nil` where there is nothing of the kind.
    /// - Parameter isStatus: Whether these are statuses: `{"2": ["Open", "Being Processed"]}`.
    public init?(json: JSONValue, isStatus: Bool = false) {
        switch json {
        case .array, .object: break
        default: return nil
        }
        self.json = json
        all = isStatus ? Self.statuses(json) : Self.read(json)
    }

    /// The label of a value that a record holds.
    public func label(of value: some JSONWritable) -> String? {
        all.first { $0.value == value.jsonValue }?.label
    }

    private static func statuses(_ json: JSONValue) -> [Choice] {
        (json.objectValue.map { Array($0) } ?? []).map { key, labels in
            let texts: [String] = [String](json: labels) ?? []
            return Choice(
                label: texts.first ?? key, customerLabel: texts.dropFirst().first,
                value: Int64(key).map { JSONValue($0) } ?? .string(key), id: nil, choices: [])
        }
    }

    private static func read(_ json: JSONValue) -> [Choice] {
        switch json {
        case .array(let elements): elements.flatMap(element)
        case .object(let object): object.map(member)
        default: []
        }
    }

    /// A text, an object with a label or value, or an object of a level and what is behind it.
    private static func element(_ json: JSONValue) -> [Choice] {
        guard let object = json.objectValue else {
            return String(json: json).map { [Choice(label: $0, customerLabel: nil, value: json, id: nil, choices: [])] }
                ?? []
        }
        guard let value = object["value"] ?? object["label"] else { return object.map(member) }
        return [
            Choice(
                label: object["label"] ?? String(json: value) ?? "", customerLabel: nil, value: value,
                id: object["id"], choices: (object["choices"] ?? nil).map(read) ?? [])
        ]
    }

    /// A name with its number, a value with its label, or a level with what is behind it.
    private static func member(_ key: String, _ json: JSONValue) -> Choice {
        switch json {
        case .number: Choice(label: key, customerLabel: nil, value: json, id: nil, choices: [])
        case .string(let label): Choice(label: label, customerLabel: nil, value: .string(key), id: nil, choices: [])
        default: Choice(label: key, customerLabel: nil, value: .string(key), id: nil, choices: read(json))
        }
    }
}

extension FieldChoices: JSONReadable, JSONWritable {
    /// Reads choices of any field but the status.
    public init?(json: JSONValue) { self.init(json: json, isStatus: false) }

    /// The choices as they were read.
    public var jsonValue: JSONValue { json }
}
