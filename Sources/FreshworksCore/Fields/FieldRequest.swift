/// What a call sends of a record: values by the service's keys, checked as they are set.
public protocol FieldRequest: Sendable, Hashable {
    /// What is sent: only what was set.
    var json: JSONObject { get }
    /// What is wrong with it: every field, and what is missing. The call refuses it, and names its operation.
    var fieldErrors: [FreshworksError.FieldError] { get }
}

/// The values of a draft or an update, and what is wrong with them.
struct FieldValues: Sendable, Hashable {
    private(set) var json = JSONObject()
    /// By the field's own key.
    private var errorsByKey: [String: [FreshworksError.FieldError]] = [:]

    var errors: [FreshworksError.FieldError] { errorsByKey.sorted { $0.key < $1.key }.flatMap(\.value) }

    func value<T, A>(of field: Field<T, A>) -> T? { field.spelling?.value(in: json) }

    /// Sets a value; `nil` takes it out.
    mutating func set<T, A>(_ field: Field<T, A>, to value: T?) {
        field.spelling?.set(value, in: &json)
        let errors = value.map(field.errors) ?? []
        errorsByKey[field.key] = errors.isEmpty ? nil : errors
    }

    /// Sets a value that is never nil. An object without members changes none, so it is left out; an empty list does.
    mutating func setMembers<T, A>(of field: Field<T, A>, to value: T) {
        set(field, to: value)
        for key in field.spelling?.keys ?? [] where json[key] == [:] { json[key] = nil }
    }

    func patch<T, A>(of field: Field<T, A>) -> Patch<T> {
        guard let spelling = field.spelling else { return .unchanged }
        if spelling.isEmptied(in: json) { return .clear }
        return spelling.value(in: json).map(Patch.set) ?? .unchanged
    }

    mutating func apply<T, A>(_ patch: Patch<T>, to field: Field<T, A>) {
        set(field, to: patch.newValue)
        if case .clear = patch { field.spelling?.setEmpty(in: &json) }
    }

    /// What is shown of a request, such as `Draft<Ticket.Fields>(subject, status)`: the names of its fields, and no customer data.
    func summary(_ kind: String, of table: Any.Type) -> String {
        let name = String(reflecting: table).split(separator: ".").dropFirst().joined(separator: ".")
        return "\(kind)<\(name)>(\(json.keys.joined(separator: ", ")))"
    }
}
