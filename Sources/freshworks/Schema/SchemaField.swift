import Freshdesk
import FreshworksCore

/// A field that an account's records have, as any of the services describes it.
struct SchemaField: Sendable {
    /// What can be chosen.
    struct Choice: Sendable {
        let label: String
        let value: JSONValue
    }

    /// What values of a field are in Swift.
    enum Kind: Sendable {
        case text, wholeNumber, decimal, flag, day, time, id, choice, choices, other
    }

    /// The key of records.
    let key: String
    let label: String
    /// The service's word.
    let type: String
    let isCustom: Bool
    let isRequired: Bool
    let choices: [Choice]
    let kind: Kind

    /// A field of Freshdesk, with one more for each further level of a nested one.
    static func all(_ definition: FieldDefinition) -> [SchemaField] {
        let type = definition.type ?? ""
        var choices = definition.choices?.all ?? []
        return definition.levels.enumerated().map { level, key in
            let nested = definition.nestedFields?.first { $0["name"] == .string(key) }
            let label: String? = level == 0 ? definition.label : nested?["label"]
            defer { choices = choices.flatMap(\.choices) }
            return SchemaField(
                key: key, label: label ?? key, type: type, isCustom: definition.isCustom,
                isRequired: level == 0 && definition.requiredForAgents == true,
                choices: choices.map { Choice(label: $0.label, value: $0.value) }, kind: kind(type))
        }
    }

    /// A field of Freshchat or Freshsales.
    init?(_ json: JSONValue) {
        guard let key: String = json["name"] else { return nil }
        let type: String = json["type"] ?? ""
        let choices: [JSONValue] = json["choices"] ?? []
        let isDefault: Bool? = json["default"]
        let isCustom: Bool? = json["custom"]
        self.init(
            key: key, label: json["label"] ?? key, type: type,
            isCustom: isCustom ?? isDefault.map { !$0 } ?? key.hasPrefix("cf_"), isRequired: json["required"] ?? false,
            choices: choices.compactMap { choice in
                // Records hold the text, not the id.
                let text: String? = String(json: choice) ?? choice["value"] ?? choice["label"]
                return text.map { Choice(label: $0, value: .string($0)) }
            }, kind: Self.kind(type))
    }

    private init(
        key: String, label: String, type: String, isCustom: Bool, isRequired: Bool, choices: [Choice], kind: Kind
    ) {
        (self.key, self.label, self.type) = (key, label, type)
        (self.isCustom, self.isRequired, self.choices, self.kind) = (isCustom, isRequired, choices, kind)
    }

    /// By the words that the services have for it; a word that nobody knows may mean anything.
    private static func kind(_ type: String) -> Kind {
        switch type.lowercased().replacing("custom_", with: "") {
        case "text", "textarea", "paragraph", "url", "phone_number", "string", "long_text": .text
        // Freshsales has one word for numbers with a fraction and without.
        case "number": type.hasPrefix("custom_") ? .wholeNumber : .decimal
        case "decimal", "double": .decimal
        case "checkbox", "boolean": .flag
        case "date": .day
        case "date_time", "datetime": .time
        case "dropdown", "radio", "nested_field": .choice
        case "multi_select_dropdown": .choices
        case "auto_complete": .id
        default: .other
        }
    }

    /// A line for people.
    func line(width: (key: Int, type: Int)) -> String {
        let notes = [
            isCustom ? "custom" : nil, isRequired ? "required" : nil, label == key ? nil : "“\(label)”",
            choices.isEmpty ? nil : "one of " + shownChoices,
        ].compactMap(\.self).joined(separator: ", ")
        let columns = [key.padded(to: width.key), type.padded(to: width.type), notes].joined(separator: "  ")
        return "  " + columns.trimmingSuffix(while: \.isWhitespace).printable
    }

    private var shownChoices: String {
        let texts = choices.map { choice in
            let value = String(json: choice.value) ?? ""
            return value == choice.label ? value : "\(value) (\(choice.label))"
        }
        return texts.prefix(12).joined(separator: ", ") + (texts.count > 12 ? " and \(texts.count - 12) more" : "")
    }

    /// The field for programs.
    var json: JSONValue {
        [
            "name": .string(key), "label": .string(label), "type": .string(type), "custom": .bool(isCustom),
            "required": .bool(isRequired),
            "choices": .array(choices.map { ["value": $0.value, "label": .string($0.label)] }),
        ]
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The text without what a terminal could take for a command, or an editor for the end of a line.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { (scalar) -> Unicode.Scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                        " "
                    default: scalar
                    }
                }))
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isLeftOut(last) { text = text.dropLast() }
        return String(text)
    }
}
