import Foundation

extension JSONValue: Codable {
    /// Reads any value from any decoder.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: JSONKey.self) {
            self = .object(try JSONObject(container))
            return
        }
        if var container = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
            self = .array(elements)
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else {
            self = .number(try container.decode(JSONNumber.self))
        }
    }

    /// Writes the value to any encoder.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let object): try object.encode(to: encoder)
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .bool(let value): try value.encode(to: encoder)
        case .string(let text): try text.encode(to: encoder)
        case .number(let number): try number.encode(to: encoder)
        }
    }
}

extension JSONObject: Codable {
    /// Reads an object; the order of its keys is the decoder's.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.container(keyedBy: JSONKey.self))
    }

    fileprivate init(_ container: KeyedDecodingContainer<JSONKey>) throws {
        try self.init(container.allKeys.map { ($0.stringValue, try container.decode(JSONValue.self, forKey: $0)) })
    }

    /// Writes a plain object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONKey.self)
        for (key, value) in self { try container.encode(value, forKey: JSONKey(stringValue: key)) }
    }
}

extension JSONNumber: Codable {
    /// Reads the number's value; how it was spelled is the decoder's secret.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int64.self) {
            self.init(value)
            return
        }
        // A decimal keeps 38 digits, a double covers 600 powers of ten: take the decimal unless it lost the number.
        let double = try container.decode(Double.self)
        let decimal = (try? container.decode(Decimal.self)).flatMap { JSONNumber($0) }
        guard let number = decimal.flatMap({ $0.double == double ? $0 : nil }) ?? JSONNumber(double) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "Not a finite number.")
        }
        self = number
    }

    /// Writes the number's value: exactly up to 38 digits, beyond them as the nearest double.
    /// - Throws: `EncodingError` when no double is near, such as for `1e400`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let int64 {
            try container.encode(int64)
        } else if let double, JSONNumber(double) == self {
            // Before the decimal, because only encoders of JSON write a decimal as a number.
            try container.encode(double)
        } else if let decimal {
            try container.encode(decimal)
        } else if let double {
            try container.encode(double)
        } else {
            let reason = "The number is beyond the range of a double."
            throw EncodingError.invalidValue(
                self, EncodingError.Context(codingPath: encoder.codingPath, debugDescription: reason))
        }
    }
}

private struct JSONKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
