/// Holds what a service answers against a field table: which keys no field reads, and which fields never came. Keys alone, no
/// values.
package struct FieldAudit: Sendable {
    /// The records that were read.
    package private(set) var records = 0
    private var strangers: [String: Int] = [:]
    private var missing: Set<String>
    private let table: any FieldTable.Type
    private let besides: Set<String>

    /// - Parameters:
    ///   - table: What is known of the records.
    ///   - besides: Keys that are read past the table, such as `id`.
    package init(of table: any FieldTable.Type, besides: Set<String> = ["id"]) {
        self.table = table
        self.besides = besides
        missing = Set(table.answered.map(\.key))
    }

    /// Takes a record into account.
    package mutating func read(_ record: JSONObject) {
        records += 1
        var found: Set<String> = []
        Self.collect(record, table, besides, "", &found)
        for key in found { strangers[key, default: 0] += 1 }
        for field in table.answered where field.keys.contains(where: { record[$0] != nil as JSONValue? }) {
            missing.remove(field.key)
        }
    }

    /// The keys that no field reads, and in how many records they are; those inside others as `contact.locale`.
    package var unknown: [(key: String, records: Int)] {
        strangers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The fields that came in no record. Without records, nothing is known.
    package var absent: [String] { records == 0 ? [] : missing.sorted() }

    private static func collect(
        _ record: JSONObject, _ table: any FieldTable.Type, _ besides: Set<String>, _ prefix: String,
        _ found: inout Set<String>
    ) {
        let known = table.answered
        for (key, value) in record {
            let field = known.first { $0.keys.contains(key) }
            if field == nil, !besides.contains(key) { found.insert(prefix + key) }
            guard let field, let parts = field.parts else { continue }
            for object in field.records(in: value) {
                collect(object, parts, ["id"], "\(prefix)\(key).", &found)
            }
        }
    }
}

extension FieldTable {
    /// The fields that answers have.
    fileprivate static var answered: [any InspectedField] {
        inspected.map(\.field).filter { !$0.access.hasPrefix("SendOnly") }
    }
}
