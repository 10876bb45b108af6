/// A field whose types do not matter, for what looks at whole tables.
package protocol InspectedField {
    /// The key of answers.
    var key: String { get }
    /// All keys that answers may have it under.
    var keys: [String] { get }
    /// What is known of the record, or the records, that it holds; `nil` where it holds something else, or where they
    /// stand elsewhere than under the key.
    var parts: (any FieldTable.Type)? { get }
    /// The records that a value of it holds: one, a list, or one for each key.
    func records(in value: JSONValue) -> [JSONObject]
    /// What may be done with it, as the name of its kind, such as `Clearable`.
    var access: String { get }
    /// The value that a record shows, written again: `nil` when it cannot be read.
    func shown(in record: JSONObject) -> JSONValue?
    /// What a request sends that sets the field to what a record's value reads as, and what is wrong with it.
    /// - Returns: `nil` when no request sends the field, or the value cannot be read.
    func setting(_ value: JSONValue) -> (sent: JSONObject, errors: [FreshworksError.FieldError])?
    /// What an update sends that empties the field; `nil` when none can.
    var emptying: JSONObject? { get }
}

extension FieldTable {
    /// The fields of the table by their names in Swift.
    package static var inspected: [(name: String, field: any InspectedField)] {
        Mirror(reflecting: table).children.compactMap { child in
            guard let name = child.label, let field = child.value as? any InspectedField else { return nil }
            return (name, field)
        }
    }
}

extension Field: InspectedField {
    package var access: String { "\(Access.self)" }

    package var keys: [String] { [key, otherKey].compactMap(\.self) }

    package var parts: (any FieldTable.Type)? {
        guard reading == nil || otherKey != nil else { return nil }
        let type = (Value.self as? any SeveralValues.Type)?.element ?? Value.self
        return (type as? any FieldRecord.Type).map { Self.table(of: $0) }
    }

    package func records(in value: JSONValue) -> [JSONObject] {
        switch (value, Value.self is any KeyedValues.Type) {
        case (.array(let values), _): values.compactMap(\.objectValue)
        case (.object(let object), true): object.values.compactMap(\.objectValue)
        case (.object(let object), false): [object]
        default: []
        }
    }

    private static func table<Record: FieldRecord>(of type: Record.Type) -> any FieldTable.Type { Record.Fields.self }

    package func shown(in record: JSONObject) -> JSONValue? {
        let json: JSONValue? = record[key]
        guard json?.isNull != true, let value = reading.map({ $0(record) }) ?? json.flatMap(read) else { return nil }
        return (value as? any JSONWritable)?.jsonValue ?? json
    }

    package func setting(_ value: JSONValue) -> (sent: JSONObject, errors: [FreshworksError.FieldError])? {
        // Values that take several keys cannot be read from one: what each of them makes is for its own tests.
        guard let spelling,
            let value = reading?([key: value]) ?? read(value) ?? value.objectValue.flatMap(spelling.value)
        else { return nil }
        var values = FieldValues()
        values.set(self, to: value)
        return (values.json, values.errors)
    }

    package var emptying: JSONObject? {
        guard Access.self is any FieldAccess.Emptiable.Type else { return nil }
        var values = FieldValues()
        values.apply(.clear, to: self)
        return values.json
    }

    private func read(_ json: JSONValue) -> Value? {
        (Value.self as? any JSONReadable.Type)?.init(json: json) as? Value
    }
}

/// An array or a dictionary, whatever it holds.
private protocol SeveralValues {
    static var element: Any.Type { get }
}

private protocol KeyedValues: SeveralValues {}

extension Array: SeveralValues {
    fileprivate static var element: Any.Type { Element.self }
}

extension Dictionary: KeyedValues, SeveralValues where Key == String {
    fileprivate static var element: Any.Type { Value.self }
}
