import FreshworksCore

/// Writes Swift for the fields that an account has defined: a type with a property for each, and its way into records,
/// drafts and updates.
struct SwiftSchema {
    let record: SchemaRecord
    let fields: [SchemaField]
    /// The address of the account's API.
    let address: String

    private var typeName: String { (record.type ?? record.name.typeName) + "CustomFields" }
    private var module: String { record.product.rawValue.typeName }

    var text: String {
        var lines = [
            "// The custom fields of \(record.name) at \(address.swiftComment).",
            "// Made by `freshworks schema \(record.product.rawValue) \(record.name) --swift`; make it anew when the fields change.",
            "", "import Foundation", "import \(module)", "",
        ]
        lines += structure
        lines += accessors
        if record.type == "Ticket" {
            lines += constants(of: "default_status", in: "TicketStatus", known: Self.knownStatuses) {
                // A number: the text of a choice that is none would be code.
                $0.int64Value.map { String($0) }
            }
            lines += constants(of: "default_ticket_type", in: "TicketType", known: Self.knownTypes) {
                $0.stringValue?.swiftLiteral
            }
        }
        return lines.joined(separator: "\n")
    }

    private var structure: [String] {
        var lines = [
            "/// The account's own fields of \(record.name), each by a name of its own.",
            "struct \(typeName): Sendable, Hashable {",
            "    /// All of them, by the service's names; also those that came later than this file.",
            "    var fields: CustomFields", "", "    /// Makes typed fields over others.",
            "    init(_ fields: CustomFields = CustomFields()) { self.fields = fields }",
        ]
        var names = SwiftNames()
        for (index, field) in fields.filter(\.isCustom).enumerated() {
            let bare = field.key.hasPrefix("cf_") ? String(field.key.dropFirst(3)) : field.key
            let name = names.member(bare, or: "field\(index + 1)", suffix: "Field")
            lines += [""] + property(name, field, &names)
        }
        return lines + ["}", ""]
    }

    private func property(_ name: String, _ field: SchemaField, _ names: inout SwiftNames) -> [String] {
        let hasType = field.kind == .choice && !field.choices.isEmpty
        let type = hasType ? names.type(name, suffix: "Choice") : self.type(of: field.kind)
        let key = field.key.swiftLiteral
        let need = field.isRequired ? " It has to be filled in." : ""
        var lines = [
            "    /// \(field.label.swiftComment) (`\(field.key.swiftComment)`, \(field.type.swiftComment)).\(need)",
            "    var \(name): \(type)? {", "        get { fields[\(key)] }",
            "        set { fields[\(key)] = newValue }",
            "    }",
        ]
        guard hasType else { return lines }
        lines += [
            "", "    /// What `\(field.key.swiftComment)` can be.", "    struct \(type): OpenEnum {",
            "        /// The text that records hold.", "        let rawValue: String",
            "        /// Makes a choice, known or not.",
            "        init(rawValue: String) { self.rawValue = rawValue }",
        ]
        var constants = SwiftNames()
        var seen: Set<String> = []
        for (index, choice) in field.choices.enumerated() {
            guard let value = String(json: choice.value), seen.insert(value).inserted else { continue }
            let constant = constants.member(choice.label, or: "choice\(index + 1)", suffix: "Choice")
            lines += [
                "        /// \(choice.label.swiftComment).",
                "        static let \(constant) = Self(rawValue: \(value.swiftLiteral))",
            ]
        }
        return lines + ["    }"]
    }

    private func type(of kind: SchemaField.Kind) -> String {
        switch kind {
        case .text, .choice: "String"
        case .wholeNumber: "Int"
        case .decimal: "Decimal"
        case .flag: "Bool"
        case .day: "CalendarDay"
        case .time: "Date"
        case .id: "Int64"
        case .choices: record.product == .freshsales ? "MultiSelect" : "JSONValue"
        case .other: "JSONValue"
        }
    }

    /// How a record's own type leads to the fields.
    private var accessors: [String] {
        guard let type = record.type else { return [] }
        let property = record.property
        let reading = "\(typeName)(self.\(property))"
        let read = [
            "extension \(module).\(type) {", "    /// The account's own fields.",
            "    var custom: \(typeName) { \(reading) }", "}", "",
        ]
        return read
            + ["Draft", "Update"].flatMap { kind in
                [
                    "extension \(module).\(type)\(kind) {",
                    kind == "Update"
                        ? "    /// The account's own fields that change; `custom.fields[\"…\"] = .null` empties one."
                        : "    /// The account's own fields.",
                    "    var custom: \(typeName) {", "        get { \(reading) }",
                    "        set { self.\(property) = newValue.fields }", "    }", "}", "",
                ]
            }
    }

    /// What the account has added to the values that the library knows.
    private func constants(
        of type: String, in name: String, known: Set<String>, literal: (JSONValue) -> String?
    ) -> [String] {
        let choices = fields.first { $0.type == type }?.choices ?? []
        var names = SwiftNames(taken: Self.knownNames)
        let lines = choices.enumerated().flatMap { index, choice -> [String] in
            guard let value = String(json: choice.value), !known.contains(value), let code = literal(choice.value)
            else {
                return []
            }
            let constant = names.member(choice.label, or: "choice\(index + 1)", suffix: "Choice")
            return [
                "    /// \(choice.label.swiftComment).", "    static let \(constant) = Self(rawValue: \(code))",
            ]
        }
        return lines.isEmpty ? [] : ["extension \(module).\(name) {"] + lines + ["}", ""]
    }

    private static let knownStatuses = Set((2...7).map(String.init))
    private static let knownTypes: Set = ["Question", "Incident", "Problem", "Feature Request", "Refund"]
    private static let knownNames: Set = [
        "open", "pending", "resolved", "closed", "waitingOnCustomer", "waitingOnThirdParty", "question", "incident",
        "problem", "featureRequest", "refund",
    ]
}
