/// A record whose documented keys are in a table: `company.note` reads the field of that name.
///
/// ```swift
/// public struct Company: FieldRecord {
///     public let json: JSONObject
///     public let id: Int64
///     public init(json: JSONObject) throws { self.json = json; id = try json.require("id") }
///     public final class Fields: FieldTable {
///         public let note = Clearable<String>("note")
///         public static let table = Fields()
///     }
/// }
/// ```
@dynamicMemberLookup
public protocol FieldRecord: Resource {
    /// The documented keys.
    associatedtype Fields: FieldTable
}

// Inlined always: where the key path is a literal, the compiler then reads the table's property at once. As an argument at run
// time, the key path alone would cost more than the reading.
extension FieldRecord {
    /// A field, read as leniently as ``JSONReadable`` says: `nil` when it is absent, null, or of another kind.
    @inlinable @inline(__always)
    public subscript<T: JSONReadable, A: FieldAccess.Readable>(dynamicMember path: KeyPath<Fields, Field<T, A>>) -> T? {
        Fields.table[keyPath: path].value(in: json)
    }

    /// A field that is never nil, such as the fields that the account has defined: empty when the record shows none.
    @inlinable @inline(__always)
    public subscript<T: JSONReadable & NeverNil, A: FieldAccess.Readable>(
        dynamicMember path: KeyPath<Fields, Field<T, A>>
    ) -> T {
        Fields.table[keyPath: path].value(in: json) ?? T()
    }

    /// A field whose kind the service does not document; `nil` when it is absent or null.
    @inlinable @inline(__always)
    public subscript<A: FieldAccess.Readable>(dynamicMember path: KeyPath<Fields, Field<JSONValue, A>>) -> JSONValue? {
        guard let value = json.value(of: Fields.table[keyPath: path].literal), !value.isNull else { return nil }
        return value
    }

    /// Says why a record does not show the field.
    @available(*, unavailable, message: "the service takes this field but never answers it")
    public subscript<T, A: FieldAccess.Unanswered>(dynamicMember path: KeyPath<Fields, Field<T, A>>) -> T? { nil }
}

/// A type of fields that are never `nil` in records, drafts and updates, so that `draft.customFields["cf_a"] = x` works at once.
public protocol NeverNil {
    /// Makes an empty value.
    init()
    /// Whether there is nothing in it; then it is not sent.
    var isEmpty: Bool { get }
}

extension CustomFields: NeverNil {}
