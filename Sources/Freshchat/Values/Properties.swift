// Properties are objects in conversations, and arrays of names and values in users and older conversations.
extension CustomFields {
    /// The properties of a record, in either form.
    @Sendable
    static func properties(of record: JSONObject) -> CustomFields? {
        record["properties"].flatMap { CustomFields(json: $0) ?? CustomFields(pairs: $0) }
    }

    fileprivate init?(pairs: JSONValue) {
        guard let pairs = pairs.arrayValue else { return nil }
        // One without a name has no place here; it stays in the record's JSON.
        self.init(
            JSONObject(pairs.compactMap { pair in (pair["name"] as String?).map { ($0, pair["value"] ?? .null) } }))
    }

    /// Each as a name and a text, as users have them.
    fileprivate var pairs: JSONValue {
        .array(
            json.map { name, value in
                let text = value.isNull ? "" : String(json: value) ?? value.description
                return ["name": .string(name), "value": .string(text)]
            })
    }
}

extension FieldSpelling<CustomFields> {
    /// As users have them.
    static var pairs: Self { .sent(as: "properties", write: \.pairs, read: CustomFields.init(pairs:)) }
}

extension FieldCheck<CustomFields> {
    /// Refuses properties without a name.
    static var named: Self {
        Self(checking: { fields, key in for name in fields.names { try ArgumentCheck.notBlank(name, "\(key).name") } })
    }
}
