/// A type that can be read from a JSON value, leniently: services spell ids as strings, strings as numbers, and change their minds.
///
/// `nil` means that the value is null or of another kind. Conform your own types to read them with `json["key"]`:
///
/// ```swift
/// extension Weekday: JSONReadable {
///     init?(json: JSONValue) {
///         guard let number = Int(json: json) else { return nil }
///         self.init(number: number)
///     }
/// }
/// ```
public protocol JSONReadable {
    /// Reads the value, or returns `nil` when it is null or cannot be read as this type.
    init?(json: JSONValue)
}

extension JSONValue: JSONReadable {
    /// The value itself, `null` included.
    @inlinable
    public init(json: JSONValue) { self = json }
}

extension JSONObject: JSONReadable {
    /// Reads an object.
    @inlinable
    public init?(json: JSONValue) {
        guard case .object(let object) = json else { return nil }
        self = object
    }
}

extension Bool: JSONReadable {
    /// Reads `true`, `false`, and the strings `"true"` and `"false"`.
    @inlinable
    public init?(json: JSONValue) {
        switch json {
        case .bool(let value): self = value
        case .string("true"): self = true
        case .string("false"): self = false
        default: return nil
        }
    }
}

extension Int64: JSONReadable {
    /// Reads a number whose value is an integer that fits, also as a string of digits: `7`, `7.0`, `"7"`.
    @inlinable
    public init?(json: JSONValue) {
        switch json {
        case .number(let number):
            guard let value = number.int64 else { return nil }
            self = value
        case .string(let text): self.init(text)
        default: return nil
        }
    }
}

extension Int: JSONReadable {
    /// Reads a number whose value is an integer that fits, also as a string of digits: `7`, `7.0`, `"7"`.
    @inlinable
    public init?(json: JSONValue) {
        guard let value = Int64(json: json) else { return nil }
        self.init(exactly: value)
    }
}

extension Double: JSONReadable {
    /// Reads a number within range, also as a string that spells one: `12.5`, `"12.50"`.
    public init?(json: JSONValue) {
        guard let value = JSONNumber(json: json)?.double else { return nil }
        self = value
    }
}

extension JSONNumber: JSONReadable {
    /// Reads a number, also as a string that spells one.
    public init?(json: JSONValue) {
        switch json {
        case .number(let number): self = number
        case .string(let text): self.init(spelling: text)
        default: return nil
        }
    }
}

extension String: JSONReadable {
    /// Reads a string, and a number as its spelling: ids are numbers in one product and strings in another.
    @inlinable
    public init?(json: JSONValue) {
        switch json {
        case .string(let text): self = text
        case .number(let number): self = number.spelling
        default: return nil
        }
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    /// Reads an array; elements that cannot be read are left out.
    ///
    /// That is right for a list inside a record. The records of a list are never read this way: see ``JSONValue/records(_:at:)``.
    @inlinable
    public init?(json: JSONValue) {
        guard case .array(let elements) = json else { return nil }
        self = elements.compactMap(Element.init(json:))
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    /// Reads an object; values that cannot be read are left out.
    @inlinable
    public init?(json: JSONValue) {
        guard case .object(let object) = json else { return nil }
        self.init(minimumCapacity: object.count)
        for (key, value) in object { self[key] = Value(json: value) }
    }
}
