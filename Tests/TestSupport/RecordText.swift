import Foundation
package import FreshworksCore
package import Testing

/// Reads a record, expecting that it is written back byte for byte, whatever it holds.
/// - Parameter text: A compact JSON object.
package func readBack<R: Resource>(
    _ type: R.Type, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> R {
    let record = try JSONValue(parsing: Data(text.utf8)).record(type)
    let written = String(decoding: JSONValue.object(record.json).serialized(), as: UTF8.self)
    #expect(written == text, sourceLocation: sourceLocation)
    return record
}

/// The text of an object with null in place of every value, but for those of some keys.
package func nulled(_ text: String, but keys: String...) throws -> String {
    let object = try #require(try JSONValue(parsing: Data(text.utf8)).objectValue)
    let members = object.map { ($0.key, keys.contains($0.key) ? $0.value : .null) }
    return String(decoding: JSONValue.object(JSONObject(members)).serialized(), as: UTF8.self)
}

/// Expects that no value is there.
package func expectNil(_ values: Any?..., sourceLocation: SourceLocation = #_sourceLocation) {
    for (index, value) in values.enumerated() {
        #expect(value == nil, "value \(index) is there", sourceLocation: sourceLocation)
    }
}
