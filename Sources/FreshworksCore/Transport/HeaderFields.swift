/// HTTP header fields: case-insensitive names, order and repetitions kept, secrets redacted when printed.
///
/// Iterate over it to hand the fields to another HTTP client: `for (name, value) in headers { … }`.
public struct HeaderFields: Sendable {
    private var fields: [Field] = []

    private struct Field: Sendable {
        var name: String
        var value: String
        var isSensitive: Bool
    }

    /// No fields.
    public init() {}

    /// Fields as they came from the network, taken without a check.
    public init(received fields: some Sequence<(name: String, value: String)>) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value, isSensitive: Self.isSensitive($0.name)) }
    }

    /// The value of a field, repetitions joined by a comma as RFC 9110 §5.3 allows; `nil` when absent.
    public subscript(name: String) -> String? {
        let found = fields.lazy.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
        return found.isEmpty ? nil : found.joined(separator: ", ")
    }

    /// Sets a field, replacing all of that name.
    /// - Parameter isSensitive: Redacts the value when printed. Fields that always carry secrets, such as `Authorization`,
    ///   are redacted in any case.
    /// - Throws: ``FreshworksError/Code/invalidHeaderField`` for a name that is no RFC 9110 token or a value with control
    ///   characters, so that no value can smuggle in another field.
    public mutating func set(_ name: String, to value: String, isSensitive: Bool = false) throws {
        try Self.check(name: name, value: value)
        remove(name)
        fields.append(Field(name: name, value: value, isSensitive: isSensitive || Self.isSensitive(name)))
    }

    /// Sets all fields of another value, each as ``set(_:to:isSensitive:)`` does; sensitive ones stay sensitive.
    package mutating func set(contentsOf other: HeaderFields) throws {
        for field in other.fields { try set(field.name, to: field.value, isSensitive: field.isSensitive) }
    }

    /// Removes all fields of a name.
    public mutating func remove(_ name: String) {
        fields.removeAll { $0.name.equalsIgnoringCase(name) }
    }

    /// How many fields there are.
    public var count: Int { fields.count }

    /// Whether there are none.
    public var isEmpty: Bool { fields.isEmpty }
}

extension HeaderFields: Sequence {
    /// The fields in their order, values in the clear.
    public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        fields.lazy.map { (name: $0.name, value: $0.value) }.makeIterator()
    }
}

extension HeaderFields {
    private static let sensitiveNames = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-auth", "x-vault-token", "x-consul-token",
    ]

    private static func isSensitive(_ name: String) -> Bool {
        sensitiveNames.contains { $0.equalsIgnoringCase(name) }
    }

    /// Checks a field against RFC 9110 §5: the name is a token, the value holds no control characters but tabs.
    package static func check(name: String, value: String) throws {
        guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else {
            throw FreshworksError(
                .invalidHeaderField, "a header field's name is empty or holds a character that names may not hold",
                advice: "Use letters, digits and hyphens.")
        }
        guard value.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x09 }) else {
            throw FreshworksError(
                .invalidHeaderField, "the value of header field \(name) holds a control or non-ASCII character",
                advice: "Remove line breaks and other control characters; encode text beyond ASCII.")
        }
    }

    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default:
            "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

extension FreshworksError.Code {
    /// A header field's name or value is not legal HTTP.
    public static let invalidHeaderField = Self(rawValue: "invalid_header_field")
}

extension HeaderFields: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// One `Name: value` per line, sensitive values as `<redacted>`.
    public var description: String {
        fields.map { "\($0.name): \($0.isSensitive ? "<redacted>" : $0.value)" }.joined(separator: "\n")
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror of the redacted fields.
    public var customMirror: Mirror {
        Mirror(self, children: fields.map { (label: $0.name, value: $0.isSensitive ? "<redacted>" : $0.value) })
    }
}

extension String {
    /// Whether two ASCII names are the same but for the case of their letters.
    package func equalsIgnoringCase(_ other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { a, b in
                a == b || ((a | 0x20) == (b | 0x20) && (a | 0x20) >= 0x61 && (a | 0x20) <= 0x7A)
            }
    }
}
