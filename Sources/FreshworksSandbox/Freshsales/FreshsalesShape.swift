import FreshworksCore

/// What attributes of records may hold.
enum FreshsalesShape {
    static func orNull(_ shape: JSONShape) -> JSONShape { JSONShape { $0.isNull || shape.accepts($0) } }

    static let date = JSONShape { $0.stringValue?.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil }

    static let tags = JSONShape.list(of: .text)

    /// Names of custom fields start with `cf_`; others are ignored.
    static let customField = JSONShape { value in
        value.objectValue?.allSatisfy { !$0.value.isContainer } ?? false
    }

    static func table(texts: [String], ids: [String], others: [String: JSONShape]) -> [String: JSONShape] {
        var table = others
        for name in texts { table[name] = orNull(.text) }
        for name in ids { table[name] = orNull(.integer) }
        table["tags"] = tags
        table["custom_field"] = customField
        return table
    }
}

extension JSONValue {
    fileprivate var isContainer: Bool { arrayValue != nil || objectValue != nil }
}
