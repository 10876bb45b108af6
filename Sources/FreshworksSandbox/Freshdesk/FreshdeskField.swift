import Foundation
import FreshworksCore

/// One key that a request may hold, and what its value has to be.
struct FreshdeskField: Sendable {
    enum Kind: Sendable {
        case text
        case email
        case id
        case flag
        case number
        /// Any of the documented spellings of a time.
        case time
        /// `YYYY-MM-DD` alone, as dates in custom fields are.
        case date
        case oneOf([Int])
        case oneOfTexts([String])
        case texts
        case emails
        case ids
        case object
        case objects
        /// The fields that the account has defined; all may be null.
        case custom([FreshdeskField])
        /// Files, in forms alone.
        case files
    }

    let name: String
    let kind: Kind
    let isRequired: Bool
    let isNullable: Bool

    init(_ name: String, _ kind: Kind, required: Bool = false, nullable: Bool = false) {
        self.name = name
        self.kind = kind
        isRequired = required
        isNullable = nullable
    }

    var isFile: Bool { if case .files = kind { true } else { false } }

    /// The value with its right type, or `nil` after a refusal.
    /// - Parameter isForm: Whether the value came in a form, where everything is text.
    func judge(
        _ value: JSONValue, isForm: Bool, in parent: String = "", _ validation: inout FreshdeskValidation
    )
        -> JSONValue?
    {
        let name = parent + name
        if value.isNull && isNullable { return value }
        let value = isForm ? typed(value) : value
        if case .custom(let fields) = kind {
            guard let object = value.objectValue else {
                validation.refuse(name, "datatype_mismatch", "It should be a/an key/value pair")
                return nil
            }
            return .object(Self.judge(object, fields, isForm: isForm, in: name + ".", &validation))
        }
        guard let complaint = complaint(about: value) else { return value }
        validation.refuse(name, complaint.code, complaint.message)
        return nil
    }

    /// What of an object is known and right; the rest is refused.
    static func judge(
        _ object: JSONObject, _ fields: [FreshdeskField], isForm: Bool, in parent: String = "",
        _ validation: inout FreshdeskValidation
    ) -> JSONObject {
        for (key, _) in object where !fields.contains(where: { $0.name == key && !$0.isFile }) {
            validation.refuse(parent + key, "invalid_field", "Unexpected/invalid field in request")
        }
        var accepted = JSONObject()
        for field in fields where !field.isFile {
            guard let value: JSONValue = object[field.name] else { continue }
            accepted[field.name] = field.judge(value, isForm: isForm, in: parent, &validation)
        }
        return accepted
    }

    private func typed(_ value: JSONValue) -> JSONValue {
        switch (kind, value) {
        case (.id, .string(let text)), (.number, .string(let text)), (.oneOf, .string(let text)):
            JSONNumber(spelling: text).map { .number($0) } ?? value
        case (.flag, "true"): true
        case (.flag, "false"): false
        case (.ids, .array(let items)):
            .array(items.map { $0.stringValue.flatMap { JSONNumber(spelling: $0) }.map { .number($0) } ?? $0 })
        case (.object, .string(let text)): (try? JSONValue(parsing: Data(text.utf8))) ?? value
        default: value
        }
    }

    private func complaint(about value: JSONValue) -> (code: String, message: String)? {
        func mismatch(_ type: String) -> (String, String) { ("datatype_mismatch", "It should be a/an \(type)") }
        let badEmail = ("invalid_value", "It should be in the 'valid email address' format")
        switch kind {
        case .text, .email:
            guard let text = value.stringValue else { return mismatch("String") }
            if isRequired && text.allSatisfy(\.isWhitespace) { return ("invalid_value", "It should not be blank") }
            if case .email = kind, !Self.isEmail(text) { return badEmail }
        case .id:
            guard let id = value.int64Value, id > 0 else { return mismatch("Positive Integer") }
        case .flag:
            guard value.boolValue != nil else { return mismatch("Boolean") }
        case .number:
            guard value.int64Value != nil else { return mismatch("Integer") }
        case .time, .date:
            guard let text = value.stringValue else { return mismatch("String") }
            guard FreshdeskTime.parse(text) != nil else {
                return ("invalid_value", "It should be in the 'combined date and time ISO8601' format")
            }
            if case .date = kind, text.utf8.count != 10 {
                return ("invalid_value", "It should be in the 'yyyy-mm-dd' format")
            }
        case .oneOf(let numbers):
            let list = numbers.map(String.init).joined(separator: ",")
            guard let number = value.int64Value else {
                // A text that spells an allowed number is the wrong type, anything else the wrong value.
                return numbers.contains { value == .string(String($0)) }
                    ? mismatch("Integer") : ("invalid_value", "It should be one of these values: '\(list)'")
            }
            guard numbers.contains(Int(number)) else {
                return ("invalid_value", "It should be one of these values: '\(list)'")
            }
        case .oneOfTexts(let texts):
            guard let text = value.stringValue, texts.contains(text) else {
                return ("invalid_value", "It should be one of these values: '\(texts.joined(separator: ","))'")
            }
        case .texts, .emails:
            guard let items = value.arrayValue else { return mismatch("Array") }
            guard items.allSatisfy({ $0.stringValue != nil }) else {
                return ("datatype_mismatch", "It should contain elements of type String only")
            }
            if case .emails = kind, !items.allSatisfy({ Self.isEmail($0.stringValue ?? "") }) { return badEmail }
        case .ids:
            guard let items = value.arrayValue else { return mismatch("Array") }
            guard items.allSatisfy({ ($0.int64Value ?? 0) > 0 }) else {
                return ("datatype_mismatch", "It should contain elements of type Positive Integer only")
            }
        case .object, .custom:
            guard value.objectValue != nil else { return mismatch("key/value pair") }
        case .objects:
            guard let items = value.arrayValue, items.allSatisfy({ $0.objectValue != nil }) else {
                return mismatch("Array")
            }
        case .files: return nil
        }
        return nil
    }

    static func isEmail(_ text: String) -> Bool {
        text.wholeMatch(of: /[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+/) != nil
    }
}
