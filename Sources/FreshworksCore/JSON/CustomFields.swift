/// The fields that an account has defined itself: their names and kinds are known only at run time.
///
/// ```swift
/// let plan: String? = ticket.customFields["cf_plan"]
/// let draft: CustomFields = ["cf_plan": "gold", "cf_seats": 12]
/// ```
public struct CustomFields: Sendable, Hashable {
    /// The fields as a JSON object.
    public var json: JSONObject

    /// Makes custom fields from an object.
    @inlinable
    public init(_ json: JSONObject = JSONObject()) { self.json = json }

    /// The value of a field as it was read: `nil` when it is absent, `.null` when it is empty. Setting `nil` removes the field.
    public subscript(name: String) -> JSONValue? {
        get { json[name] }
        set { json[name] = newValue }
    }

    /// The value of a field, read as leniently as ``JSONReadable`` says.
    @inlinable
    public subscript<T: JSONReadable>(name: String) -> T? { json[name] }

    /// The names of the fields, in the order in which they were read.
    public var names: [String] { json.keys }
}

extension CustomFields: ExpressibleByDictionaryLiteral {
    /// Makes custom fields; when a name occurs twice, its last value counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(JSONObject(elements)) }
}

extension CustomFields: JSONReadable {
    /// Reads an object.
    @inlinable
    public init?(json: JSONValue) {
        guard case .object(let object) = json else { return nil }
        self.init(object)
    }
}

extension CustomFields: Codable {
    /// Reads a plain object.
    public init(from decoder: any Decoder) throws { try self.init(JSONObject(from: decoder)) }

    /// Writes a plain object.
    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}
