/// One record of a bulk upsert: what tells whether it exists, and what it shall have.
///
/// ```swift
/// BulkUpsert(by: .email("ines@example.com"), ContactDraft { $0.city = "Lyon" })
/// ```
public struct BulkUpsert<Record: SalesRecord>: Sendable, Hashable {
    /// What tells whether the record exists.
    public let key: UniqueKey<Record>
    /// What it shall have. Fields that are not set stay as they are.
    public let draft: Draft<Record.Fields>

    /// Makes one.
    public init(by key: UniqueKey<Record>, _ draft: Draft<Record.Fields>) {
        self.key = key
        self.draft = draft
    }

    /// The name and value of the key, as the service spells them here: ids as texts.
    var identifier: JSONObject {
        JSONObject(
            key.json.map {
                ($0.key, $0.key == "id" ? String(json: $0.value).map(JSONValue.string) ?? $0.value : $0.value)
            })
    }

    /// The key stands beside what the record shall have.
    var json: JSONObject { JSONObject(identifier.map { ($0.key, $0.value) } + [("data", .object(draft.json))]) }

    /// What the draft lacks, the record may have already.
    var fieldErrors: [FreshworksError.FieldError] { key.fieldErrors + draft.valueErrors }
}

extension BulkUpsert: CustomDebugStringConvertible, CustomReflectable {
    /// The names of the key and of the fields that are set; no customer data.
    public var debugDescription: String { "BulkUpsert(by: \(key.json.keys.joined()), \(draft))" }

    /// Shows names alone, so that `dump` prints no customer data.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: key.json.keys + draft.json.keys) }
}
