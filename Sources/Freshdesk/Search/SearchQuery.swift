/// What to search for. It is put together from typed conditions, so that the service understands it.
///
/// ```swift
/// let urgent: SearchQuery<Ticket> = .status(.open) && (.priority(atLeast: .high) || .tag("vip"))
/// for try await ticket in freshdesk.tickets.search(urgent && .agentID(nil)) { … }
/// ```
///
/// The service knows no "not", no wildcard and no free text. It shows changes some minutes late. Source: Freshdesk API v2, filter
/// tickets, contacts and companies.
public struct SearchQuery<Record: Resource>: Sendable, Hashable {
    private let node: Node
    private let refused: [FreshworksError.FieldError]

    private indirect enum Node: Sendable, Hashable {
        case term(String)
        case all([Node])
        case any([Node])
    }

    /// The most characters that the service takes.
    public static var limit: Int { 512 }

    /// The query as the service reads it, without the quotes around it.
    public var text: String { Self.text(of: node) }

    /// What fits both.
    public static func && (left: Self, right: Self) -> Self {
        Self(node: .all(left.parts(ofAll: true) + right.parts(ofAll: true)), refused: left.refused + right.refused)
    }

    /// What fits one of them, or both.
    public static func || (left: Self, right: Self) -> Self {
        Self(node: .any(left.parts(ofAll: false) + right.parts(ofAll: false)), refused: left.refused + right.refused)
    }

    init(_ field: String, _ value: SearchValue) { self.init(field, .equal, value) }

    init(_ field: String, _ comparison: SearchComparison, _ value: SearchValue) {
        node = .term(field + comparison.rawValue + value.text)
        refused = value.reason.map { [.refused(field, $0)] } ?? []
    }

    private init(node: Node, refused: [FreshworksError.FieldError]) {
        self.node = node
        self.refused = refused
    }

    /// The same conditions joined in the same way are one list, which saves parentheses.
    private func parts(ofAll: Bool) -> [Node] {
        switch node {
        case .all(let parts) where ofAll: parts
        case .any(let parts) where !ofAll: parts
        default: [node]
        }
    }

    /// The service does not say whether AND or OR binds more tightly, so parentheses do.
    private static func text(of node: Node, isInner: Bool = false) -> String {
        switch node {
        case .term(let term): return term
        case .all(let nodes): return joined(nodes, " AND ", isInner)
        case .any(let nodes): return joined(nodes, " OR ", isInner)
        }
    }

    private static func joined(_ nodes: [Node], _ word: String, _ isInner: Bool) -> String {
        let joined = nodes.map { text(of: $0, isInner: true) }.joined(separator: word)
        return isInner ? "(\(joined))" : joined
    }

    /// The query as an item; the call refuses values that cannot be said, and more than ``limit`` characters.
    var items: QueryItems {
        var items = QueryItems()
        let text = text
        items.append(
            "query", "\"\(text)\"",
            FieldCheck(checking: { _, name in
                var check = ArgumentCheck()
                for error in refused { check.refuse(error.field ?? name, error.message ?? "is not valid") }
                let count = text.unicodeScalars.count
                if count > Self.limit {
                    check.refuse(name, "has \(count) characters, and the service takes \(Self.limit)")
                }
                try check.finish()
            }))
        return items
    }
}

/// Days to search for, all in UTC: `.on(day)`, `.from(first)`, `.through(last)`, `.between(first, last)`. Both ends belong to it.
public struct SearchDays: Sendable, Hashable {
    let first: CalendarDay?
    let last: CalendarDay?

    /// A day.
    public static func on(_ day: CalendarDay) -> SearchDays { SearchDays(first: day, last: day) }
    /// A day and all days after it.
    public static func from(_ day: CalendarDay) -> SearchDays { SearchDays(first: day, last: nil) }
    /// A day and all days before it.
    public static func through(_ day: CalendarDay) -> SearchDays { SearchDays(first: nil, last: day) }
    /// Two days and all days between them.
    public static func between(_ first: CalendarDay, _ last: CalendarDay) -> SearchDays {
        SearchDays(first: first, last: last)
    }
}

/// How a field is compared. Both others include the value, whatever they look like.
enum SearchComparison: String {
    case equal = ":"
    case atLeast = ":>"
    case atMost = ":<"
}

/// A value as the service reads it, or why it cannot be said.
struct SearchValue {
    let text: String
    var reason: String?

    static let null = SearchValue(text: "null")

    static func number(_ number: some BinaryInteger, in range: ClosedRange<Int64>? = nil) -> SearchValue {
        let isRight = range?.contains(Int64(clamping: number)) ?? true
        let reason = range.map {
            "must be \($0.upperBound == .max ? "a positive id" : "between \($0.lowerBound) and \($0.upperBound)")"
        }
        return SearchValue(text: String(number), reason: isRight ? nil : reason)
    }

    /// A record's id; `nil` is the one that is not there.
    static func id(_ id: Int64?) -> SearchValue { id.map { .number($0, in: 1...Int64.max) } ?? .null }

    static func bool(_ flag: Bool) -> SearchValue { SearchValue(text: flag.queryText) }

    /// A text; `nil` is the one that is not there. How to say quotes in one is not documented.
    static func text(_ text: String?) -> SearchValue {
        guard let text else { return .null }
        var value = SearchValue(text: "'\(text)'")
        if text.allSatisfy(\.isWhitespace) {
            value.reason = "must not be blank"
        } else if text.unicodeScalars.contains(where: { "'\"\\".unicodeScalars.contains($0) || $0.value < 32 }) {
            value.reason = "must not have quotes, backslashes or line ends: no search can say them"
        }
        return value
    }

    static func day(_ day: CalendarDay) -> SearchValue {
        SearchValue(text: "'\(day.text)'", reason: day.isReal ? nil : "must be a day of the calendar")
    }
}

extension SearchQuery {
    /// Days of a field; `nil` is a field without any.
    static func days(_ field: String, _ days: SearchDays?) -> Self {
        guard let days else { return Self(field, .null) }
        switch (days.first, days.last) {
        case (let first?, let last?) where first == last: return Self(field, .day(first))
        case (let first?, let last?): return Self(field, .atLeast, .day(first)) && Self(field, .atMost, .day(last))
        case (let first?, nil): return Self(field, .atLeast, .day(first))
        case (nil, let last?): return Self(field, .atMost, .day(last))
        case (nil, nil): return Self(field, .null)
        }
    }
}

// Fields that the account has defined, by their names such as `cf_region`. Paragraphs and decimals are not searchable.
extension SearchQuery {
    /// A field of text, or a choice.
    public static func custom(_ name: String, _ text: String) -> Self { custom(name, .equal, .text(text)) }

    /// A field of numbers.
    public static func custom(_ name: String, _ number: Int) -> Self { custom(name, .equal, .number(number)) }

    /// A field of numbers, this one or more.
    public static func custom(_ name: String, atLeast number: Int) -> Self { custom(name, .atLeast, .number(number)) }

    /// A field of numbers, this one or less.
    public static func custom(_ name: String, atMost number: Int) -> Self { custom(name, .atMost, .number(number)) }

    /// A checkbox.
    public static func custom(_ name: String, _ isChecked: Bool) -> Self { custom(name, .equal, .bool(isChecked)) }

    /// A field of days.
    public static func custom(_ name: String, _ days: SearchDays) -> Self {
        isName(name) ? Self.days(name, days) : custom(name, .equal, .null)
    }

    /// A field of any kind that is empty.
    public static func customIsEmpty(_ name: String) -> Self { custom(name, .equal, .null) }

    private static func isName(_ name: String) -> Bool { name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil }

    private static func custom(_ name: String, _ comparison: SearchComparison, _ value: SearchValue) -> Self {
        var value = value
        if !isName(name) { value.reason = "must be the name of a field" }
        return Self(name, comparison, value)
    }
}
