public import Foundation

/// The query of a request, written as a dictionary literal: `["page": 2, "updated_since": date]`.
///
/// Order is kept. A `nil` value leaves its name out.
public struct QueryItems: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private var pairs: [Pair] = []
    /// What is wrong with the values. The call refuses them, and names its operation.
    package private(set) var fieldErrors: [FreshworksError.FieldError] = []

    private struct Pair: Sendable, Hashable {
        var name: String
        var value: String
    }

    /// Makes a query.
    public init(dictionaryLiteral elements: (String, (any QueryValue)?)...) {
        for (name, value) in elements { append(name, value) }
    }

    /// Adds a name and its value; a name may stand several times. Nothing happens for `nil`.
    public mutating func append(_ name: String, _ value: (any QueryValue)?) {
        if let value { pairs.append(Pair(name: name, value: value.queryText)) }
    }

    /// Adds a name and its value, which is checked: the call refuses it, and names its operation. Nothing happens for `nil`.
    public mutating func append<Value: QueryValue>(_ name: String, _ value: Value?, _ checks: FieldCheck<Value>...) {
        guard let value else { return }
        append(name, value)
        fieldErrors += checks.lazy.map { $0.errors(value, name) }.first { !$0.isEmpty } ?? []
    }

    /// Adds all items of another query.
    public mutating func append(contentsOf other: QueryItems) {
        pairs += other.pairs
        fieldErrors += other.fieldErrors
    }

    /// A filter's fields, in the order in which they were set.
    public init(_ filter: some FieldRequest) {
        for (name, value) in filter.json { append(name, String(json: value) ?? value.description) }
        fieldErrors = filter.fieldErrors
    }

    /// A choice of words, such as `include`, joined by commas in alphabetical order, so that the same choice is the same query
    /// every time. An empty choice leaves the name out.
    public static func joined<Word: OpenEnum>(_ name: String, _ words: Set<Word>) -> QueryItems
    where Word.RawValue == String {
        [name: words.isEmpty ? nil : words.map(\.rawValue).sorted().joined(separator: ",")]
    }

    /// Reads a query that a person wrote, such as `page=2&per_page=100`; percent escapes are decoded.
    package init(written text: some StringProtocol) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.removingPercentEncoding ?? String($0) }
            append(parts[0], parts.count > 1 ? parts[1] : "")
        }
    }

    /// Whether there is no item.
    public var isEmpty: Bool { pairs.isEmpty }

    /// The names in their order.
    package var names: [String] { pairs.map(\.name) }

    /// `name=value` pairs joined by `&`, percent-encoded; a space is `%20`.
    package var encoded: String {
        pairs.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }.joined(separator: "&")
    }
}

/// A value that can stand in a query.
public protocol QueryValue {
    /// The value as the services spell it, not yet encoded.
    var queryText: String { get }
}

extension String: QueryValue {
    /// The text itself.
    public var queryText: String { self }
}

extension Int: QueryValue {
    /// Decimal digits.
    public var queryText: String { String(self) }
}

extension Int64: QueryValue {
    /// Decimal digits.
    public var queryText: String { String(self) }
}

extension Bool: QueryValue {
    /// `true` or `false`.
    public var queryText: String { self ? "true" : "false" }
}

extension Date: QueryValue {
    /// ISO 8601 in UTC and whole seconds: `2026-01-31T08:00:00Z`. What is beyond the second is cut off, and a date
    /// before 1970, such as `Date.distantPast`, is written as the beginning of that year: no service has anything
    /// older.
    public var queryText: String { Timestamp.query(self) }
}
