/// The documented keys of one kind of record, each declared once for reading, creating and changing.
///
/// ```swift
/// public final class Fields: FieldTable {
///     /// The name; no other company may have it.
///     public let name = Settable<String>("name", .notBlank)
///     /// What agents note about the company.
///     public let note = Clearable<String>("note")
///     /// When the company was created.
///     public let createdAt = ReadOnly<Date>("created_at")
///     public static let table = Fields()
///     public static let required: [FieldRequirement] = ["name"]
/// }
/// ```
///
/// ``FieldRecord``, ``Draft`` and ``Update`` show the fields as their own properties.
public protocol FieldTable: AnyObject, Sendable {
    /// The only instance.
    static var table: Self { get }
    /// What a new record must have.
    static var required: [FieldRequirement] { get }
    /// What is wrong with a draft that no field sees alone.
    static func errors(in draft: Draft<Self>) -> [FreshworksError.FieldError]
    /// What is wrong with an update that no field sees alone.
    static func errors(in update: Update<Self>) -> [FreshworksError.FieldError]
}

extension FieldTable {
    /// Written by the service alone.
    public typealias ReadOnly<Value: Sendable> = Field<Value, FieldAccess.ReadOnly>
    /// Set when a record is created, and never again.
    public typealias Initial<Value: Sendable> = Field<Value, FieldAccess.Initial>
    /// Set at any time, never emptied.
    public typealias Settable<Value: Sendable> = Field<Value, FieldAccess.Settable>
    /// Set and emptied at any time.
    public typealias Clearable<Value: Sendable> = Field<Value, FieldAccess.Clearable>
    /// Sent at any time, never answered.
    public typealias SendOnly<Value: Sendable> = Field<Value, FieldAccess.SendOnly>
    /// Sent when a record is created, never answered.
    public typealias SendOnlyInitial<Value: Sendable> = Field<Value, FieldAccess.SendOnlyInitial>
    /// Set on records that exist, not when they are created.
    public typealias Later<Value: Sendable> = Field<Value, FieldAccess.Later>
    /// Sent for records that exist, never answered.
    public typealias SendOnlyLater<Value: Sendable> = Field<Value, FieldAccess.SendOnlyLater>

    /// Nothing.
    public static var required: [FieldRequirement] { [] }
    /// Nothing.
    public static func errors(in draft: Draft<Self>) -> [FreshworksError.FieldError] { [] }
    /// Nothing.
    public static func errors(in update: Update<Self>) -> [FreshworksError.FieldError] { [] }

    /// A draft, for the initializers that take what is required.
    ///
    /// ```swift
    /// extension CompanyDraft {
    ///     public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
    ///         self = Company.Fields.draft(fill) { $0.name = name }
    ///     }
    /// }
    /// ```
    /// - Parameters:
    ///   - fill: What the caller fills in, last.
    ///   - required: Sets what is required.
    public static func draft(
        _ fill: (inout Draft<Self>) -> Void = { _ in }, _ required: (inout Draft<Self>) -> Void
    ) -> Draft<Self> {
        var draft = Draft<Self>(FieldValues())
        required(&draft)
        fill(&draft)
        return draft
    }
}

/// A table none of whose fields a draft must have: `ContactFilter { $0.state = .deleted }`.
///
/// Drafts of other tables start with an initializer of their connector that takes what is required.
public protocol OptionalFieldTable: FieldTable {}

/// What a new record must have: a key, or one of several.
public struct FieldRequirement: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The service's names; one of them is enough.
    public let keys: [String]

    /// A key that must be there.
    public init(stringLiteral key: String) { keys = [key] }

    /// Keys of which one must be there.
    public static func any(_ keys: String...) -> FieldRequirement { FieldRequirement(keys: keys) }

    private init(keys: [String]) { self.keys = keys }

    /// What to say of a request that has none of them; `null`, `[]` and `{}` are nothing.
    func error(in request: JSONObject) -> FreshworksError.FieldError? {
        let nothing: [JSONValue?] = [nil, .null, [], [:]]
        guard keys.allSatisfy({ nothing.contains(request[$0]) }), let first = keys.first else { return nil }
        let others = keys.dropFirst().joined(separator: ", ")
        return .missing(first, others.isEmpty ? "must be set" : "is needed, or one of \(others)")
    }
}
