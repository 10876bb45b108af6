/// What a filtered search looks for. It is put together from conditions on a record's own fields, so that the compiler
/// knows what can be compared with what.
///
/// ```swift
/// let query: SearchQuery<Deal> = .ownerID(.isIn([7, 8])) && .updatedAt(.after(lastRun))
/// for try await deal in freshsales.deals.search(query).complete() { … }
/// ```
///
/// The service knows no "or", and no "not" that is documented. Fields that have no function of their own here are named by
/// ``field(_:_:)``, and what nobody has a name for by ``rule(_:_:_:)``. Source: Freshworks CRM API, search, filtered search.
public struct SearchQuery<Record: FieldRecord>: Sendable, Hashable {
    private var rules: [JSONObject]
    private var refused: [FreshworksError.FieldError]

    /// What fits both.
    public static func && (left: Self, right: Self) -> Self {
        Self(rules: left.rules + right.rules, refused: left.refused + right.refused)
    }

    /// A condition on one of the record's fields.
    ///
    /// ```swift
    /// let query: SearchQuery<Contact> = .field(\.city, .is("Lyon"))
    /// ```
    public static func field<Value, Access>(
        _ field: KeyPath<Record.Fields, Field<Value, Access>>, _ condition: SearchCondition<Value>
    ) -> Self {
        Self(Record.Fields.table[keyPath: field].key, condition)
    }

    /// A condition on a field that the account has defined, by its API name, such as `cf_region`.
    public static func customField<Value>(_ name: String, _ condition: SearchCondition<Value>) -> Self {
        var query = Self(name, condition)
        if !name.hasPrefix("cf_") {
            query.refused.append(.refused(name, "must be the name of a field, such as cf_region"))
        }
        return query
    }

    /// A condition as the service spells it, for what has no better name here.
    /// - Parameters:
    ///   - attribute: The service's name of a field.
    ///   - comparison: How it is compared.
    ///   - value: One value, or an array of them.
    public static func rule(
        _ attribute: String, _ comparison: SearchComparison, _ value: some JSONWritable
    ) -> Self {
        let names = [("attribute", attribute), ("operator", comparison.rawValue)]
        let blank = names.filter { $0.1.allSatisfy(\.isWhitespace) }.map(\.0)
        return Self(
            rules: [SearchRule(comparison, value.jsonValue).json(attribute)],
            refused: blank.map { .refused($0, "must not be blank") })
    }

    init<Value>(_ attribute: String, _ condition: SearchCondition<Value>) {
        rules = condition.rules.map { $0.json(attribute) }
        refused = condition.reason.map { [.refused(attribute, $0)] } ?? []
    }

    private init(rules: [JSONObject], refused: [FreshworksError.FieldError]) {
        self.rules = rules
        self.refused = refused
    }

    /// The body of a search; the call refuses values that cannot be compared with.
    /// - Parameter detail: Whether to ask for rows that are not thin.
    func body(detail: Bool = false) -> RequestBody {
        var body: JSONObject = ["filter_rule": .array(rules.map(JSONValue.object))]
        if detail { body["detail"] = true }
        return .json(.object(body), refusing: refused)
    }
}

/// How a filtered search compares a field with a value, such as `.isIn([7, 8])`, `.after(date)`.
public struct SearchCondition<Value: Sendable>: Sendable, Hashable {
    let rules: [SearchRule]
    /// Why there is nothing to compare with.
    var reason: String?

    init(_ rules: SearchRule..., unless reason: String? = nil) {
        self.rules = rules
        self.reason = reason
    }
}

/// A comparison with a value.
struct SearchRule: Sendable, Hashable {
    let comparison: SearchComparison
    let value: JSONValue

    init(_ comparison: SearchComparison, _ value: JSONValue) {
        self.comparison = comparison
        self.value = value
    }

    func json(_ attribute: String) -> JSONObject {
        ["attribute": .string(attribute), "operator": .string(comparison.rawValue), "value": value]
    }
}

/// The service's word for a comparison. It documents no list; the first five were seen to work in several programs.
public struct SearchComparison: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a comparison, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Is one of these: ids, texts, tags, addresses and fields that the account has defined.
    public static let isIn = Self(rawValue: "is_in")
    /// Is after this moment or day.
    public static let isAfter = Self(rawValue: "is_after")
    /// Is before this moment or day.
    public static let isBefore = Self(rawValue: "is_before")
    /// Is so: of flags.
    public static let `is` = Self(rawValue: "is")
    /// Is this text.
    public static let equals = Self(rawValue: "equals")
    /// Is none of these. Not confirmed.
    public static let isNotIn = Self(rawValue: "is_not_in")
    /// Has this text in it. Not confirmed.
    public static let contains = Self(rawValue: "contains")
    /// Has no value. Not confirmed.
    public static let isEmpty = Self(rawValue: "is_empty")
    /// Has a value. Not confirmed.
    public static let isNotEmpty = Self(rawValue: "is_not_empty")
    /// Is more than this. Not confirmed.
    public static let isGreaterThan = Self(rawValue: "is_greater_than")
    /// Is less than this. Not confirmed.
    public static let isLessThan = Self(rawValue: "is_less_than")
    /// Is between these two. Not confirmed.
    public static let between = Self(rawValue: "between")
}
