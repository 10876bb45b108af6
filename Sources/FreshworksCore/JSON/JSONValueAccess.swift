extension JSONValue {
    /// Whether this is the literal `null`.
    public var isNull: Bool { if case .null = self { true } else { false } }

    /// The boolean, if this is one.
    public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The number, if this is one.
    public var numberValue: JSONNumber? { if case .number(let value) = self { value } else { nil } }

    /// The number as an integer, if this is a number whose value is one and fits.
    public var int64Value: Int64? { numberValue?.int64 }

    /// The number as a double, if this is a number within a double's range.
    public var doubleValue: Double? { numberValue?.double }

    /// The string, if this is one.
    public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

    /// The elements, if this is an array.
    public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

    /// The object, if this is one.
    public var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The value of a key, if this is an object that has it.
    public subscript(key: String) -> JSONValue? { objectValue?[key] }

    /// The value of a key, read as leniently as ``JSONReadable`` says.
    @inlinable
    public subscript<T: JSONReadable>(key: String) -> T? { objectValue?[key] }

    /// The value at the end of a path of keys; the value itself for an empty path.
    public func value(at path: [String]) -> JSONValue? {
        var value = self
        for key in path {
            guard let next: JSONValue = value[key] else { return nil }
            value = next
        }
        return value
    }
}
