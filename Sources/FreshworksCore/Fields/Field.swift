/// One documented key of a service's records: its name, the type of its value, what may be done with it, and what is refused
/// before it is sent. Everything that a connector knows about the key stands in its one line of a ``FieldTable``.
///
/// ```swift
/// /// The job title.
/// public let jobTitle = Clearable<String>("job_title", .notBlank)
/// ```
///
/// A class, and its table too: each read of a field passes both, and copying them would cost more than the reading.
public final class Field<Value: Sendable, Access>: Sendable {
    /// The service's name in answers, such as `job_title`.
    public let key: String
    @usableFromInline let literal: LiteralKey
    /// How records say the value, where that is not by the one key.
    @usableFromInline let reading: (@Sendable (JSONObject) -> Value?)?
    /// How requests say the value; `nil` where none does.
    let spelling: FieldSpelling<Value>?
    let checks: [FieldCheck<Value>]
    /// Another key that answers may have it under.
    let otherKey: String?

    private init(
        key: StaticString, or other: String? = nil, reading: (@Sendable (JSONObject) -> Value?)? = nil,
        spelling: FieldSpelling<Value>?, checks: [FieldCheck<Value>]
    ) {
        self.key = key.description
        literal = LiteralKey(key)
        self.reading = reading
        self.spelling = spelling
        self.checks = checks
        otherKey = other
    }

    /// What is wrong with a value: of each name the first refusal, since others may follow from it.
    func errors(in value: Value) -> [FreshworksError.FieldError] {
        var errors: [FreshworksError.FieldError] = []
        for error in checks.lazy.flatMap({ [key] in $0.errors(value, key) })
        where !errors.contains(where: { $0.field == error.field }) {
            errors.append(error)
        }
        return errors
    }
}

extension Field where Value: JSONReadable {
    /// The value that a record shows.
    @inlinable @inline(__always)
    func value(in record: JSONObject) -> Value? {
        if let reading { return reading(record) }
        return record.value(of: literal).flatMap(Value.init(json:))
    }
}

extension Field where Access == FieldAccess.ReadOnly, Value: JSONReadable {
    /// Describes a key of answers.
    public convenience init(_ key: StaticString) { self.init(key: key, spelling: nil, checks: []) }

    /// Describes a key that answers spell in two ways.
    public convenience init(_ key: StaticString, or other: String) {
        let name = key.description
        self.init(key: key, or: other, reading: { $0[name] ?? $0[other] }, spelling: nil, checks: [])
    }

    /// Describes a value that stands elsewhere in answers, or in a form of its own.
    public convenience init(_ key: StaticString, reading: @escaping @Sendable (JSONObject) -> Value?) {
        self.init(key: key, reading: reading, spelling: nil, checks: [])
    }
}

extension Field where Access: FieldAccess.Writable, Value: JSONReadable & JSONWritable {
    /// Describes a key.
    public convenience init(_ key: StaticString, _ checks: FieldCheck<Value>...) {
        self.init(key: key, spelling: .key(key.description), checks: checks)
    }

    /// Describes a key that answers spell in two ways, and requests in the first.
    public convenience init(_ key: StaticString, or other: String, _ checks: FieldCheck<Value>...) {
        let name = key.description
        self.init(
            key: key, or: other, reading: { $0[name] ?? $0[other] }, spelling: .key(name), checks: checks)
    }
}

extension Field where Access: FieldAccess.Emptiable, Value: JSONReadable & JSONWritable {
    /// Describes a key that is emptied by another value than `null`, such as `""`: such a value is nothing in answers too.
    public convenience init(_ key: StaticString, clearedBy empty: JSONValue, _ checks: FieldCheck<Value>...) {
        let name = key.description
        self.init(
            key: key, reading: { record in record[name].flatMap { $0 == empty ? nil : Value(json: $0) } },
            spelling: .key(name, clearedBy: empty), checks: checks)
    }
}

extension Field where Access: FieldAccess.Writable {
    /// Describes a value that requests say in another way than answers: by another key, or by several.
    /// - Parameters:
    ///   - key: The key of answers; of a field that is only sent, the name for errors.
    ///   - reading: The value of answers, where that is not the key's own.
    public convenience init(
        _ key: StaticString, as spelling: FieldSpelling<Value>, reading: (@Sendable (JSONObject) -> Value?)? = nil,
        _ checks: FieldCheck<Value>...
    ) {
        self.init(key: key, reading: reading, spelling: spelling, checks: checks)
    }
}
