/// The fields that an account has defined itself: their names and kinds are known only at run time.
///
/// ```swift
/// let plan: String? = ticket.customFields["cf_plan"]
/// draft.customFields["cf_seats"] = seats
/// draft.customFields["cf_renewal_on"] = CalendarDay(year: 2026, month: 1, day: 31)
/// update.customFields = ["cf_plan": plan, "cf_coupon": .null]
/// let mine = try ticket.customFields.decode(MyFields.self)
/// ```
///
/// Variables of text, whole and decimal numbers, `Bool`, days, and arrays of them can be set. A `Date` is written as its day
/// in UTC, because custom dates have no time.
public struct CustomFields: Sendable, Hashable {
    /// The fields as a JSON object.
    public var json: JSONObject

    /// Makes custom fields without any.
    @inlinable
    public init() { json = JSONObject() }

    /// Makes custom fields from an object.
    @inlinable
    public init(_ json: JSONObject) { self.json = json }

    /// The value of a field as it was read: `nil` when it is absent, `.null` when it is empty. Setting `nil` removes the field.
    public subscript(name: String) -> JSONValue? {
        get { json[name] }
        set { json[name] = newValue }
    }

    /// The value of a field, read as leniently as ``JSONReadable`` says.
    @inlinable
    public subscript<T: JSONReadable>(name: String) -> T? { json[name] }

    /// The value of a field, read as leniently as ``JSONReadable`` says. Setting `nil` removes the field.
    @inlinable
    public subscript<T: JSONReadable & JSONWritable>(name: String) -> T? {
        get { json[name] }
        set { json[name] = newValue?.customFieldValue }
    }

    /// Whether there are no fields.
    public var isEmpty: Bool { json.isEmpty }

    /// The names of the fields, in the order in which they were read.
    public var names: [String] { json.keys }
}

extension CustomFields: ExpressibleByDictionaryLiteral {
    /// Makes custom fields of literals and variables; `nil` leaves a name out. When a name occurs twice, its last value counts.
    public init(dictionaryLiteral elements: (String, (any JSONWritable)?)...) {
        self.init(JSONObject(elements.compactMap { name, value in value.map { (name, $0.customFieldValue) } }))
    }
}

extension CustomFields: JSONReadable {
    /// Reads an object.
    @inlinable
    public init?(json: JSONValue) {
        guard case .object(let object) = json else { return nil }
        self.init(object)
    }
}

extension CustomFields: JSONWritable {
    /// The object.
    public var jsonValue: JSONValue { .object(json) }
}
