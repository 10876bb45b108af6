/// Holds single values against the definition of their field.
enum FieldValueCheck {
    typealias FieldError = FreshworksError.FieldError

    /// What is wrong with a custom field's value.
    static func error(of value: JSONValue, in field: FieldDefinition, named name: String) -> FieldError? {
        kindError(of: value, in: field, named: name) ?? choiceError(of: value, in: field, named: name)
    }

    /// What is wrong with the value of one level of a nested field, whose choices follow from the level above it.
    /// - Parameter values: All custom fields of the request. Where the levels above are not among them, the record may have
    ///   any: all choices of the level count.
    static func levelError(
        of value: JSONValue, in field: FieldDefinition, _ level: Int, of values: JSONObject, named name: String
    ) -> FieldError? {
        if value.stringValue == nil { return .account("datatype_mismatch", name, "must be text", []) }
        var choices = field.choices?.all ?? []
        for above in field.levels.prefix(level) {
            let chosen: JSONValue? = values[above]
            if let chosen, !chosen.isNull {
                // Of a level that is wrong itself nothing follows.
                guard let match = choices.first(where: { $0.value == chosen }) else { return nil }
                choices = match.choices
            } else {
                choices = choices.flatMap(\.choices)
            }
        }
        return error(of: value, among: choices, named: name)
    }

    /// What is wrong with a value that has to be one of the field's choices. A field without choices takes any.
    static func choiceError(of value: JSONValue, in field: FieldDefinition, named name: String) -> FieldError? {
        // Of a field that holds several it is not known what its list may have.
        guard !value.isNull, value.arrayValue == nil, field.type != "nested_field", let choices = field.choices?.all,
            !choices.isEmpty
        else { return nil }
        return error(of: value, among: choices, named: name)
    }

    private static func error(
        of value: JSONValue, among choices: [FieldChoices.Choice], named name: String
    ) -> FieldError? {
        if choices.contains(where: { $0.value == value }) { return nil }
        let texts = choices.map(text)
        let wanted = String(json: value) ?? ""
        // The label is what people see, and so what they send where the value is another.
        let near =
            choices.filter { $0.label.lowercased() == wanted.lowercased() }.map(text)
            + NearMatch.names(like: wanted, among: texts)
        let suggestions = near.enumerated().filter { near.firstIndex(of: $1) == $0 }.map(\.element)
        let hint =
            suggestions.isEmpty
            ? texts.isEmpty ? "" : "; there are \(some(of: texts))"
            : "; did you mean \(suggestions.joined(separator: ", "))?"
        return .account("invalid_value", name, "the account has no such choice" + hint, suggestions)
    }

    /// A choice as people know it, with the value where that is another.
    private static func text(_ choice: FieldChoices.Choice) -> String {
        let value = String(json: choice.value) ?? ""
        return value == choice.label ? value : "\(value) (\(choice.label))"
    }

    /// A list that is not too long for a message.
    static func some(of texts: [String]) -> String {
        texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? " and \(texts.count - 8) more" : "")
    }

    /// What is wrong with the kind of a value. Types of fields that are not known take any.
    private static func kindError(of value: JSONValue, in field: FieldDefinition, named name: String) -> FieldError? {
        func refused(_ reason: String) -> FieldError { .account("datatype_mismatch", name, reason, []) }
        switch field.type?.split(separator: "_", maxSplits: 1).last.map(String.init) {
        case "text", "paragraph", "url", "phone_number", "dropdown":
            return value.stringValue == nil ? refused("must be text") : nil
        case "number": return value.int64Value == nil ? refused("must be a whole number") : nil
        case "decimal": return value.numberValue == nil ? refused("must be a number") : nil
        case "checkbox": return value.boolValue == nil ? refused("must be true or false") : nil
        case "date":
            let day = value.stringValue?.utf8.count == 10 ? CalendarDay(json: value) : nil
            return day?.isReal == true ? nil : refused("must be a day such as 2026-01-31")
        default: return nil
        }
    }
}

extension FreshworksError.FieldError {
    /// What does not fit the account's definitions.
    static func account(_ code: String, _ field: String, _ message: String, _ suggestions: [String]) -> Self {
        var error = Self(field: field, code: code, message: message)
        error.suggestions = suggestions
        return error
    }
}
