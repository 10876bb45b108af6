public import Foundation

/// A type that can be written as a JSON value, the way that ``JSONReadable`` reads it back.
public protocol JSONWritable {
    /// The value as services want it.
    var jsonValue: JSONValue { get }
    /// The value as a custom field holds it, where that is not the same.
    var customFieldValue: JSONValue { get }
}

extension JSONWritable {
    /// The same as `jsonValue`.
    public var customFieldValue: JSONValue { jsonValue }
}

// `.null` beside variables in literals of custom fields, where the case of `JSONValue` is not in sight.
extension JSONWritable where Self == JSONValue {
    /// The literal `null`.
    @_disfavoredOverload
    public static var null: JSONValue { .null }
}

extension JSONValue {
    /// Makes a value of a variable: `JSONValue(seats)`.
    public init(_ value: some JSONWritable) { self = value.jsonValue }
}

extension JSONValue: JSONWritable {
    /// The value itself.
    public var jsonValue: JSONValue { self }
}

extension JSONObject: JSONWritable {
    /// The object.
    public var jsonValue: JSONValue { .object(self) }
}

extension String: JSONWritable {
    /// A string.
    public var jsonValue: JSONValue { .string(self) }
}

extension Bool: JSONWritable {
    /// `true` or `false`.
    public var jsonValue: JSONValue { .bool(self) }
}

extension Int: JSONWritable {
    /// A number.
    public var jsonValue: JSONValue { .number(JSONNumber(self)) }
}

extension Int64: JSONWritable {
    /// A number.
    public var jsonValue: JSONValue { .number(JSONNumber(self)) }
}

extension JSONNumber: JSONWritable {
    /// A number.
    public var jsonValue: JSONValue { .number(self) }
}

extension Double: JSONWritable {
    /// A number; `null` when it is none.
    public var jsonValue: JSONValue { JSONNumber(self).map(JSONValue.number) ?? .null }
}

extension Decimal: JSONWritable {
    /// A number; `null` when it is none.
    public var jsonValue: JSONValue { JSONNumber(self).map(JSONValue.number) ?? .null }
}

extension Date: JSONWritable {
    /// A timestamp in UTC.
    public var jsonValue: JSONValue { .string(Timestamp.format(self)) }
    /// The day in UTC: custom dates have no time in any of the services.
    public var customFieldValue: JSONValue { .string(Timestamp.formatDay(self)) }
}

extension URL: JSONWritable {
    /// The address as a string.
    public var jsonValue: JSONValue { .string(absoluteString) }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// An array.
    public var jsonValue: JSONValue { .array(map(\.jsonValue)) }
    /// An array.
    public var customFieldValue: JSONValue { .array(map(\.customFieldValue)) }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    /// An object, its keys in alphabetical order.
    public var jsonValue: JSONValue {
        .object(JSONObject(sorted { $0.key < $1.key }.map { ($0.key, $0.value.jsonValue) }))
    }
}

extension OpenEnum {
    /// The raw value.
    public var jsonValue: JSONValue { rawValue.jsonValue }
}
