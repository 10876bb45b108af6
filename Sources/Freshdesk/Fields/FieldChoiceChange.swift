/// What to do to the choices of a field. Source: Freshdesk API v2, admin ticket fields, contact fields and company fields.
///
/// ```swift
/// CompanyFieldUpdate { $0.choiceChanges = [.change(66, value: "Gold"), .delete(67), .add("Silver", position: 2)] }
/// ```
/// A choice that is not named stays as it is.
public struct FieldChoiceChange: Sendable, Hashable, JSONReadable, JSONWritable {
    private let json: JSONObject

    private init(_ members: [(String, JSONValue?)]) {
        json = JSONObject(members.compactMap { key, value in value.map { (key, $0) } })
    }

    /// Reads a change.
    public init?(json: JSONValue) {
        guard let object = json.objectValue else { return nil }
        self.json = object
    }

    /// The object.
    public var jsonValue: JSONValue { .object(json) }

    /// A new choice.
    /// - Parameters:
    ///   - value: What people read.
    ///   - position: Its place, from 1.
    ///   - choices: What the next level of a dependent field offers behind it.
    public static func add(
        _ value: String, position: Int? = nil, choices: [FieldChoiceChange] = []
    ) -> FieldChoiceChange {
        Self([
            ("value", value.jsonValue), ("position", position?.jsonValue),
            ("choices", choices.isEmpty ? nil : choices.jsonValue),
        ])
    }

    /// Another text or place for a choice.
    public static func change(_ id: Int64, value: String? = nil, position: Int? = nil) -> FieldChoiceChange {
        Self([("id", id.jsonValue), ("value", value?.jsonValue), ("position", position?.jsonValue)])
    }

    /// Deletes a choice.
    public static func delete(_ id: Int64) -> FieldChoiceChange { Self([("id", id.jsonValue), ("deleted", true)]) }
}
