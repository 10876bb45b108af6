extension MessagePart {
    /// What the service requires of the kinds that can be sent.
    private static let requiredKeys: [Kind: [String]] = [
        .text: ["content"], .image: ["url"], .video: ["url"], .urlButton: ["url", "label"],
        .quickReplyButton: ["label"], .collection: ["sub_parts"], .templateContent: ["type", "sections"],
        .callback: ["label", "payload"], .reference: ["label"],
    ]

    /// Refuses what cannot be sent, parts of parts included.
    func check(_ field: String) throws {
        guard let kind, json.count == 1 else {
            throw ArgumentCheck.refusal(field, "must hold parts with exactly one key each")
        }
        for key in Self.requiredKeys[kind] ?? [] {
            let value: JSONValue? = json[kind.rawValue]?[key]
            guard let value, !value.isBlank else {
                throw ArgumentCheck.refusal("\(field).\(kind.rawValue).\(key)", "must not be blank")
            }
        }
        for part in collection ?? [] { try part.check("\(field).collection.sub_parts") }
        for part in template?.sections?.flatMap({ $0.parts ?? [] }) ?? [] {
            try part.check("\(field).template_content.sections.parts")
        }
    }
}

extension JSONValue {
    fileprivate var isBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let elements): elements.isEmpty
        default: false
        }
    }
}
