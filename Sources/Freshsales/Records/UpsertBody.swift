/// What an upsert sends: how to find the record, and what to write, under the record's root key.
struct UpsertBody<Record, Draft: Encodable>: Encodable {
    let key: UniqueKey<Record>
    let root: String
    let draft: Draft

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(key, forKey: Key(stringValue: "unique_identifier"))
        try container.encode(draft, forKey: Key(stringValue: root))
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
