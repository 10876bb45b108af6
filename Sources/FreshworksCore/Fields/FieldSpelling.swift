/// How requests say the value of a field.
///
/// ```swift
/// /// A ticket's requester: one of several keys, and a name.
/// static let spelling = FieldSpelling<Requester>("requester_id", "email", "name", write: \.fields, read: Requester.init)
/// ```
public struct FieldSpelling<Value: Sendable>: Sendable {
    /// All keys that requests may use for it.
    let keys: [String]
    /// What empties it.
    let empty: JSONValue
    private let write: @Sendable (Value) -> JSONObject
    private let read: @Sendable (JSONObject) -> Value?

    /// Describes a value that takes several keys, or one of several.
    /// - Parameters:
    ///   - keys: All that it can take; setting the value takes back those that it does not use.
    ///   - write: The keys and what they hold.
    ///   - read: The value again, from those of the keys that a request has.
    public init(
        _ keys: String..., write: @escaping @Sendable (Value) -> JSONObject,
        read: @escaping @Sendable (JSONObject) -> Value?
    ) {
        self.keys = keys
        empty = .null
        self.write = write
        self.read = read
    }

    /// Describes a value under another key or in another form than in answers.
    public static func sent(
        as key: String, write: @escaping @Sendable (Value) -> JSONValue,
        read: @escaping @Sendable (JSONValue) -> Value?
    ) -> FieldSpelling { FieldSpelling(key: key, empty: .null, write, read) }

    private init(
        key: String, empty: JSONValue, _ write: @escaping @Sendable (Value) -> JSONValue,
        _ read: @escaping @Sendable (JSONValue) -> Value?
    ) {
        keys = [key]
        self.empty = empty
        self.write = { JSONObject([(key, write($0))]) }
        self.read = { $0[key].flatMap(read) }
    }

    /// The value that an object holds; `nil` when none of its keys is there.
    func value(in object: JSONObject) -> Value? {
        let own = keys.compactMap { key in object[key].map { (key, $0) } }
        return own.isEmpty ? nil : read(JSONObject(own))
    }

    /// Puts a value into an object; `nil` takes it out.
    func set(_ value: Value?, in object: inout JSONObject) {
        let members = value.map(write) ?? [:]
        for key in keys { object[key] = members[key] }
    }

    /// Whether an object holds what empties the field.
    func isEmptied(in object: JSONObject) -> Bool { keys.contains { object[$0] == empty } }

    /// Puts what empties the field into an object.
    func setEmpty(in object: inout JSONObject) {
        for key in keys { object[key] = empty }
    }
}

extension FieldSpelling where Value: JSONReadable & JSONWritable {
    /// One key, with the value as it is.
    static func key(_ key: String, clearedBy empty: JSONValue = .null) -> FieldSpelling {
        FieldSpelling(key: key, empty: empty, \.jsonValue, Value.init(json:))
    }
}
