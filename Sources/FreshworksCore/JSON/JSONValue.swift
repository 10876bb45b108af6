public import Foundation

/// Any JSON value, as it was read: key order, number spelling and big integers are kept.
///
/// Two values are equal when they mean the same: the order of keys does not count, and `1`, `1.0` and `1e0` are one number.
public enum JSONValue: Sendable, Hashable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number of any size, with its spelling.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)
}

extension JSONValue {
    /// How deeply arrays and objects may be nested unless the caller says otherwise.
    public static let defaultDepthLimit = 512

    /// Reads one JSON text (RFC 8259) in UTF-8; any value may stand at the top.
    ///
    /// When a key occurs twice in one object, its last value counts. A byte order mark, trailing commas, comments and
    /// lone surrogates are refused.
    /// - Throws: `FreshworksError` with the code `unreadable_response`, naming the byte offset and the reason, never the content.
    public init(parsing data: Data, depthLimit: Int = defaultDepthLimit) throws {
        var reader = JSONReader(depthLimit: depthLimit)
        self = try reader.readDocument(data.span)
    }

    /// The value as compact JSON in UTF-8.
    ///
    /// Escapes are minimal: `"`, `\` and control characters only (`\b \f \n \r \t`, others as `\u00` and two lower-case digits).
    /// A text that is spelled this way and has no white space and no repeated keys comes back from reading and writing byte for byte.
    public func serialized() -> Data {
        var writer = JSONWriter()
        writer.write(self)
        return Data(writer.bytes)
    }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// Makes `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Makes a number.
    public init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }
    /// Makes a number; `null` for what JSON cannot say (infinity, not a number).
    public init(floatLiteral value: Double) { self = JSONNumber(value).map(JSONValue.number) ?? .null }
    /// Makes a string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Makes an array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Makes an object; when a key occurs twice, its last value counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}

// What the compiler says of a custom field that is written as an update's other fields are.
extension JSONValue {
    /// Says how a custom field is emptied.
    @available(*, unavailable, message: "a custom field is emptied by .null")
    public static var clear: JSONValue { .null }

    /// Says how a custom field is set.
    @available(*, unavailable, message: "a custom field is set by its value alone")
    public static func set(_ value: some JSONWritable) -> JSONValue { value.jsonValue }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON text.
    public var description: String { String(decoding: serialized(), as: UTF8.self) }
}
