/// A record to create: its table's fields, each `nil` unless set.
///
/// ```swift
/// var draft = CompanyDraft(name: "Acme")
/// draft.note = "Since 1949"
/// draft.domains = (draft.domains ?? []) + ["acme.example"]
/// draft.customFields["cf_region"] = region
/// ```
///
/// A list is `nil` until it is set, so that `draft.domains?.append(…)` adds nothing to a new draft.
///
/// What is printed of it are the names of its fields, never their values.
@dynamicMemberLookup
public struct Draft<Table: FieldTable>: FieldRequest {
    private var values: FieldValues

    init(_ values: FieldValues) { self.values = values }

    /// A field that new records may have.
    public subscript<T, A: FieldAccess.Creatable>(dynamicMember path: KeyPath<Table, Field<T, A>>) -> T? {
        get { values.value(of: Table.table[keyPath: path]) }
        set { values.set(Table.table[keyPath: path], to: newValue) }
    }

    /// A field that is never nil, such as the fields that the account has defined; it is not sent when it is empty.
    public subscript<T: NeverNil, A: FieldAccess.Creatable>(dynamicMember path: KeyPath<Table, Field<T, A>>) -> T {
        get { values.value(of: Table.table[keyPath: path]) ?? T() }
        set { values.set(Table.table[keyPath: path], to: newValue.isEmpty ? nil : newValue) }
    }

    /// What is sent: only what was set.
    public var json: JSONObject { values.json }

    /// What is wrong with the draft: every field, and what is missing.
    public var fieldErrors: [FreshworksError.FieldError] {
        valueErrors + Table.required.compactMap { $0.error(in: json) } + Table.errors(in: self)
    }

    /// What is wrong with the fields that are set, whatever is missing: for calls that may find the rest in a record that
    /// exists, such as an upsert.
    public var valueErrors: [FreshworksError.FieldError] { values.errors }
}

extension Draft where Table: OptionalFieldTable {
    /// Makes an empty draft.
    public init() { self.init(FieldValues()) }

    /// Makes a draft and fills it.
    public init(_ fill: (inout Self) throws -> Void) rethrows {
        self.init(FieldValues())
        try fill(&self)
    }
}

extension Draft: JSONReadable, JSONWritable {
    /// Reads a draft that is a part of another one.
    public init?(json: JSONValue) {
        guard case .object(let object) = json else { return nil }
        var values = FieldValues()
        for field in Mirror(reflecting: Table.table).children.compactMap({ $0.value as? any CopiedField }) {
            field.copy(from: object, into: &values)
        }
        self.init(values)
    }

    /// What is sent.
    public var jsonValue: JSONValue { .object(json) }
}

/// A field whose types do not matter, to take a value from one request into another.
private protocol CopiedField {
    func copy(from object: JSONObject, into values: inout FieldValues)
}

extension Field: CopiedField {
    fileprivate func copy(from object: JSONObject, into values: inout FieldValues) {
        if let value = spelling?.value(in: object) { values.set(self, to: value) }
    }
}

extension Draft: CustomDebugStringConvertible, CustomReflectable {
    /// The type and the names of the fields that are set.
    public var debugDescription: String { values.summary("Draft", of: Table.self) }

    /// Shows the names of the fields alone, so that `dump` prints no customer data.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: json.keys) }
}

// What the compiler says of what a draft cannot do.
extension Draft {
    /// Says why the draft does not start empty.
    @available(*, unavailable, message: "this record has required fields; use the initializer that takes them")
    public init() { self.init(FieldValues()) }

    /// Says why the draft does not start empty.
    @available(*, unavailable, message: "this record has required fields; use the initializer that takes them")
    public init(_ fill: (inout Self) throws -> Void) { self.init(FieldValues()) }

    /// Says why a draft does not have the field.
    @available(*, unavailable, message: "the service alone writes this field")
    public subscript<T>(dynamicMember path: KeyPath<Table, Field<T, FieldAccess.ReadOnly>>) -> T? {
        get { nil }
        set {}
    }

    /// Says how a value that the library has no name for is written.
    @_disfavoredOverload
    @available(*, unavailable, message: "write one of its names, or make it of a variable: TicketType(rawValue: word)")
    public subscript<T: OpenEnum, A: FieldAccess.Creatable>(
        dynamicMember path: KeyPath<Table, Field<T, A>>
    ) -> T.RawValue? {
        get { nil }
        set {}
    }

    /// Says why a draft does not take `.clear`.
    @_disfavoredOverload
    @available(*, unavailable, message: "a new record has nothing to clear; leave the field out")
    public subscript<T, A: FieldAccess.Creatable>(dynamicMember path: KeyPath<Table, Field<T, A>>) -> Patch<T> {
        get { .unchanged }
        set {}
    }
}
