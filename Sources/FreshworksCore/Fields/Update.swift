/// What to change of a record: the fields that are set, and no others.
///
/// ```swift
/// CompanyUpdate {
///     $0.name = "Acme Inc."
///     $0.note = .clear
///     $0.renewalDate = .set(day)
/// }
/// ```
///
/// A call refuses one that changes nothing, except beside files and for a copy.
///
/// What is printed of it are the names of its fields, never their values.
@dynamicMemberLookup
public struct Update<Table: FieldTable>: FieldRequest {
    private var values = FieldValues()

    /// Makes an update that changes nothing yet; calls refuse it as it is.
    public init() {}

    /// Makes an update and fills it.
    public init(_ fill: (inout Self) throws -> Void) rethrows { try fill(&self) }

    /// A field that can be set; `nil` leaves it as it is.
    public subscript<T, A: FieldAccess.Changeable>(dynamicMember path: KeyPath<Table, Field<T, A>>) -> T? {
        get { values.value(of: Table.table[keyPath: path]) }
        set { values.set(Table.table[keyPath: path], to: newValue) }
    }

    /// A field that can be set and emptied: `.set(value)`, `.clear`, or `.unchanged`, as it is unless told.
    public subscript<T, A: FieldAccess.Emptiable>(dynamicMember path: KeyPath<Table, Field<T, A>>) -> Patch<T> {
        get { values.patch(of: Table.table[keyPath: path]) }
        set { values.apply(newValue, to: Table.table[keyPath: path]) }
    }

    /// A field that is never nil, such as the fields that the account has defined: those that are named change, `.null` empties
    /// one, and the others stay, those set to `nil` too.
    public subscript<T: NeverNil, A: FieldAccess.Changeable>(dynamicMember path: KeyPath<Table, Field<T, A>>) -> T {
        get { values.value(of: Table.table[keyPath: path]) ?? T() }
        set { values.setMembers(of: Table.table[keyPath: path], to: newValue) }
    }

    /// What is sent: only what was set.
    public var json: JSONObject { values.json }

    /// What is wrong with the update: every field.
    public var fieldErrors: [FreshworksError.FieldError] { values.errors + Table.errors(in: self) }
}

extension Update: CustomDebugStringConvertible, CustomReflectable {
    /// The type and the names of the fields that change.
    public var debugDescription: String { values.summary("Update", of: Table.self) }

    /// Shows the names of the fields alone, so that `dump` prints no customer data.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: json.keys) }
}

// What the compiler says of what an update cannot do.
extension Update {
    /// Says why a field that is never emptied takes no `.clear`.
    @_disfavoredOverload
    @available(*, unavailable, message: "the service never empties this field; it can only be set")
    public subscript<T, A: FieldAccess.Changeable>(dynamicMember path: KeyPath<Table, Field<T, A>>) -> Patch<T> {
        get { .unchanged }
        set {}
    }

    /// Says how a field that can be emptied takes a variable, and how it is emptied.
    @_disfavoredOverload
    @available(*, unavailable, message: "write .set(value), or .clear to empty the field")
    public subscript<T, A: FieldAccess.Emptiable>(dynamicMember path: KeyPath<Table, Field<T, A>>) -> T? {
        get { nil }
        set {}
    }

    /// Says how a value that the library has no name for is written.
    @_disfavoredOverload
    @available(*, unavailable, message: "write one of its names, or make it of a variable: TicketType(rawValue: word)")
    public subscript<T: OpenEnum, A: FieldAccess.Writable>(
        dynamicMember path: KeyPath<Table, Field<T, A>>
    ) -> T.RawValue? {
        get { nil }
        set {}
    }

    /// Says why an update does not have the field.
    @available(*, unavailable, message: "the service alone writes this field")
    public subscript<T>(dynamicMember path: KeyPath<Table, Field<T, FieldAccess.ReadOnly>>) -> T? {
        get { nil }
        set {}
    }

    /// Says why an update does not have the field.
    @available(*, unavailable, message: "this field is set when the record is created, and never again")
    public subscript<T>(dynamicMember path: KeyPath<Table, Field<T, FieldAccess.Initial>>) -> T? {
        get { nil }
        set {}
    }
}
