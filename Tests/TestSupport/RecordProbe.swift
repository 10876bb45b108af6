import Foundation
package import FreshworksCore
package import Testing

/// Reads one record three times: as a service sends it, with every value null but the ids it needs, and with ids as
/// strings and a key that nobody knows. Each text must come back byte for byte.
package struct RecordProbe<R: Resource> {
    /// The record as the text spells it.
    package let record: R
    private let empty: R
    private let stringly: R

    /// - Parameters:
    ///   - text: A compact JSON object.
    ///   - required: The keys that the record cannot be read without.
    package init(
        _ text: String, required: Set<String> = ["id"], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        guard case .object(let object) = try JSONValue(parsing: Data(text.utf8)) else {
            throw FreshworksError(.unreadableResponse, "the fixture is not an object")
        }
        func read(_ text: String) throws -> R {
            let record: R = try JSONValue(parsing: Data(text.utf8)).record()
            #expect(JSONValue.object(record.json).description == text, sourceLocation: sourceLocation)
            return record
        }
        record = try read(text)
        let nulls = JSONObject(object.map { ($0.key, required.contains($0.key) ? $0.value : .null) })
        empty = try read(nulls.description)
        let strings = JSONObject(
            object.map { ($0.key, Self.isID($0.key) ? Self.spelledOut($0.value) : $0.value) }
                + [("nobody_knows", ["deep": [1, .null]])])
        stringly = try read(strings.description)
    }

    /// Expects that an accessor reads a value, also with ids as strings, and is `nil` when the service sends null.
    package func reads<V: Equatable>(
        _ accessor: KeyPath<R, V?>, _ expected: V, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(record[keyPath: accessor] == expected, sourceLocation: sourceLocation)
        #expect(stringly[keyPath: accessor] == expected, sourceLocation: sourceLocation)
        #expect(empty[keyPath: accessor] == nil, sourceLocation: sourceLocation)
    }

    private static func isID(_ key: String) -> Bool {
        key == "id" || key.hasSuffix("_id") || key.hasSuffix("_ids")
    }

    private static func spelledOut(_ value: JSONValue) -> JSONValue {
        switch value {
        case .number(let number): .string(number.spelling)
        case .array(let values): .array(values.map(spelledOut))
        default: value
        }
    }
}
