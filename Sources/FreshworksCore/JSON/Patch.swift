/// What an update does to a field that can be null: leave it, empty it, or set it.
///
/// Use it as a bare stored property of an `Encodable` request type, never inside an optional, array or dictionary: the
/// synthesized encoding then omits, nulls or sets the key.
public enum Patch<Value> {
    /// The field is not sent.
    case unchanged
    /// The field is sent as `null`.
    case clear
    /// The field is sent with this value.
    case set(Value)
}

extension Patch {
    /// What the field is set to, to be checked before it is sent; `nil` when it is cleared or stays as it is.
    public var newValue: Value? { if case .set(let value) = self { value } else { nil } }
}

extension Patch: Sendable where Value: Sendable {}
extension Patch: Equatable where Value: Equatable {}
extension Patch: Hashable where Value: Hashable {}

extension Patch: Encodable where Value: Encodable {
    /// Encodes the value or `null`.
    /// - Throws: `EncodingError` for ``unchanged``, which only a keyed container can leave out.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .unchanged:
            let reason = "An unchanged Patch can only be left out as a stored property of its own."
            throw EncodingError.invalidValue(
                self, EncodingError.Context(codingPath: encoder.codingPath, debugDescription: reason))
        case .clear:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .set(let value):
            var container = encoder.singleValueContainer()
            try container.encode(value)
        }
    }
}

extension KeyedEncodingContainer {
    /// Leaves the key out, sets it to `null` or to the value. Synthesized `Encodable` code calls this overload.
    public mutating func encode<T: Encodable>(_ patch: Patch<T>, forKey key: Key) throws {
        switch patch {
        case .unchanged: break
        case .clear: try encodeNil(forKey: key)
        case .set(let value): try encode(value, forKey: key)
        }
    }
}

extension Patch: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    /// Sets a literal value.
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .set(Value(unicodeScalarLiteral: value))
    }
}

extension Patch: ExpressibleByExtendedGraphemeClusterLiteral where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    /// Sets a literal value.
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .set(Value(extendedGraphemeClusterLiteral: value))
    }
}

extension Patch: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    /// Sets a literal value.
    public init(stringLiteral value: Value.StringLiteralType) { self = .set(Value(stringLiteral: value)) }
}

extension Patch: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    /// Sets a literal value.
    public init(integerLiteral value: Value.IntegerLiteralType) { self = .set(Value(integerLiteral: value)) }
}

extension Patch: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    /// Sets a literal value.
    public init(booleanLiteral value: Value.BooleanLiteralType) { self = .set(Value(booleanLiteral: value)) }
}
