/// The fields that one kind of record has in an account, to check drafts and updates by before they are sent.
///
/// ```swift
/// let fields = try await freshdesk.tickets.fieldDefinitions()
/// try fields.check(draft)
/// print(fields.label(of: ticket.status) ?? "?")
/// ```
///
/// Read them once and keep them; when an administrator changes the form, read them again.
public struct FieldDefinitions<Table: FieldTable>: Sendable {
    /// All definitions, in the order in which they were read.
    public let all: [FieldDefinition]
    /// Where the values of custom fields stand: the definition, and which of its levels.
    private let places: [String: (field: FieldDefinition, level: Int)]

    /// Makes definitions of what was read before.
    public init(_ all: [FieldDefinition]) {
        self.all = all
        places = all.filter(\.isCustom).reduce(into: [:]) { places, field in
            for (level, name) in field.levels.enumerated() { places[name] = (field, level) }
        }
    }

    /// The definition of a field, by its name.
    public subscript(name: String) -> FieldDefinition? { all.first { $0.name == name } }

    /// The names that `custom_fields` may have, the levels of nested fields included.
    public var customNames: [String] { all.filter(\.isCustom).flatMap(\.levels) }

    /// Checks a draft: that the account has its custom fields, statuses and other choices, that values are of the kind that
    /// their field holds, and that nothing is missing which the account's form requires.
    ///
    /// A field in a section of the form, which only certain values of another field show, is never found missing.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` with every field error, what the draft itself refuses included, each
    ///   with what may have been meant.
    public func check(_ draft: Draft<Table>) throws { try finish(errors(in: draft)) }

    /// Checks an update as a draft is checked, but for what is missing: the record may have it. What is required
    /// must not be emptied.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` with every field error.
    public func check(_ update: Update<Table>) throws { try finish(errors(in: update)) }

    /// What is wrong with a draft; nothing if the account takes it.
    public func errors(in draft: Draft<Table>) -> [FreshworksError.FieldError] {
        draft.fieldErrors + valueErrors(in: draft.json).filter { !draft.fieldErrors.map(\.field).contains($0.field) }
            + missing(in: draft.json).filter { !draft.fieldErrors.map(\.field).contains($0.field) }
    }

    /// What is wrong with an update; nothing if the account takes it.
    public func errors(in update: Update<Table>) -> [FreshworksError.FieldError] {
        update.fieldErrors
            + valueErrors(in: update.json).filter { !update.fieldErrors.map(\.field).contains($0.field) }
            + emptied(in: update.json)
    }

    private func finish(_ errors: [FreshworksError.FieldError]) throws {
        guard !errors.isEmpty else { return }
        var error = FreshworksError(
            .invalidArgument, "the request does not fit the fields of the account, and was not sent",
            advice: "Correct the \(errors.count == 1 ? "field" : "fields"), or read the definitions again.")
        error.fieldErrors = errors
        throw error
    }
}

extension FieldDefinitions {
    private func valueErrors(in request: JSONObject) -> [FreshworksError.FieldError] {
        all.filter { !$0.isCustom }.flatMap { field in
            request[field.key].flatMap { FieldValueCheck.choiceError(of: $0, in: field, named: field.key) }.map { [$0] }
                ?? []
        } + customErrors(in: request["custom_fields"] ?? [:])
    }

    private func customErrors(in values: JSONObject) -> [FreshworksError.FieldError] {
        values.compactMap { name, value in
            let label = "custom_fields.\(name)"
            guard let (field, level) = places[name] else { return unknown(name, label) }
            if value.isNull { return nil }
            return level > 0 || field.levels.count > 1
                ? FieldValueCheck.levelError(of: value, in: field, level, of: values, named: label)
                : FieldValueCheck.error(of: value, in: field, named: label)
        }
    }

    private func unknown(_ name: String, _ label: String) -> FreshworksError.FieldError {
        let names = customNames
        let byLabel = all.filter { $0.isCustom && $0.label?.lowercased() == name.lowercased() }.map(\.name)
        let near = byLabel + NearMatch.names(like: name, among: names).filter { !byLabel.contains($0) }
        let hint =
            near.isEmpty
            ? names.isEmpty ? "; there are none" : "; there are \(FieldValueCheck.some(of: names))"
            : "; did you mean \(near.joined(separator: ", "))?"
        return .account("invalid_field", label, "the account has no such field" + hint, near)
    }

    /// What the account's form requires and a draft does not have.
    private func missing(in request: JSONObject) -> [FreshworksError.FieldError] {
        let isClosed = request["status"] == 4 || request["status"] == 5
        return all.compactMap { field in
            let isRequired = field.requiredForAgents == true || (isClosed && field.requiredForClosure == true)
            guard isRequired, field.isAlwaysShown, isMissing(field, in: request) else { return nil }
            let who = field.requiredForAgents == true ? "agents have to fill it in" : "no ticket is closed without it"
            return .account("missing_field", label(of: field), "must be set: \(who)", [])
        }
    }

    private func isMissing(_ field: FieldDefinition, in request: JSONObject) -> Bool {
        if field.isCustom { return Self.isNothing(request["custom_fields"]?[field.key]) }
        // What the draft says by other keys, such as the requester, its own check looks for.
        guard Self.settableKeys.contains(field.key) else { return false }
        // A mailbox brings its group and product along.
        let comes = ["group_id", "product_id"].contains(field.key) && request["email_config_id"] != nil as JSONValue?
        return !comes && Self.isNothing(request[field.key])
    }

    /// What an update empties although it is required.
    private func emptied(in request: JSONObject) -> [FreshworksError.FieldError] {
        all.filter { $0.requiredForAgents == true }.compactMap { field in
            let value: JSONValue? = field.isCustom ? request["custom_fields"]?[field.key] : request[field.key]
            guard let value, Self.isNothing(value) else { return nil }
            return .account("missing_field", label(of: field), "must not be emptied: agents have to fill it in", [])
        }
    }

    private func label(of field: FieldDefinition) -> String {
        field.isCustom ? "custom_fields.\(field.key)" : field.key
    }

    private static func isNothing(_ value: JSONValue?) -> Bool { [nil, .null, "", []].contains(value) }

    private static var settableKeys: Set<String> {
        Set(Table.inspected.filter { $0.field.access != "ReadOnly" }.map(\.field.key))
    }
}
