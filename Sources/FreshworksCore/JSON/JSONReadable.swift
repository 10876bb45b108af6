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
    /// Reads `true` and `false`, `1` and `0`, and the strings that spell them.
    @inlinable
    public init?(json: JSONValue) {
        switch json {
        case .bool(let value): self = value
        case .string("true"), .string("1"), 1: self = true
        case .string("false"), .string("0"), 0: self = false
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
    /// Reads an array. Where services write a list as one value, such as `"a@x.example, b@x.example"`, addresses are told apart as
    /// in the header of a mail, and another text or number is a list of one.
    ///
    /// No element is ever left out: `nil` when one cannot be read, and the record's `json` shows what came. A `null` is no element.
    @inlinable
    public init?(json: JSONValue) {
        guard let elements = json.elements else { return nil }
        self.init()
        reserveCapacity(elements.count)
        for element in elements {
            if let value = Element(json: element) {
                append(value)
            } else if !element.isNull {
                return nil
            }
        }
    }
}

extension JSONValue {
    /// What is a list, or stands for one.
    @usableFromInline var elements: [JSONValue]? {
        switch self {
        case .array(let array): array
        case .string(""): []
        case .string(let text): AddressList.split(text)?.map(JSONValue.string) ?? [self]
        case .number: [self]
        default: nil
        }
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    /// Reads an object. No value is ever left out: `nil` when one cannot be read. A `null` is no value.
    public init?(json: JSONValue) {
        guard case .object(let object) = json else { return nil }
        self.init(minimumCapacity: object.count)
        for (key, element) in object {
            if let value = Value(json: element) {
                self[key] = value
            } else if !element.isNull {
                return nil
            }
        }
    }
}
