import Foundation

/// What records of a custom object must have, all of it at once: 10 conditions at most. Source: Freshdesk API v2, custom objects.
///
/// ```swift
/// let filters: [CustomObjectCondition] = [
///     .atLeast("age", 35), .equal("city", "Berlin"), .atLeast("updated_time", lastRun),
/// ]
/// ```
/// Only fields that the schema calls filterable will do, and the times `created_time` and `updated_time`.
public struct CustomObjectCondition: Sendable, Hashable {
    let name: String
    let value: String

    private init(_ field: String, _ operator: String, _ value: some QueryValue) {
        name = field + `operator`
        // The service wants milliseconds in times.
        self.value = (value as? Date)?.formatted(.milliseconds) ?? value.queryText
    }

    /// The field is a value.
    public static func equal(_ field: String, _ value: some QueryValue) -> Self { Self(field, "", value) }
    /// The field is greater than a value.
    public static func greater(_ field: String, _ value: some QueryValue) -> Self { Self(field, "[gt]", value) }
    /// The field is a value or greater.
    public static func atLeast(_ field: String, _ value: some QueryValue) -> Self { Self(field, "[gte]", value) }
    /// The field is less than a value.
    public static func less(_ field: String, _ value: some QueryValue) -> Self { Self(field, "[lt]", value) }
    /// The field is a value or less.
    public static func atMost(_ field: String, _ value: some QueryValue) -> Self { Self(field, "[lte]", value) }
}

extension FormatStyle where Self == Date.ISO8601FormatStyle {
    fileprivate static var milliseconds: Self { Date.ISO8601FormatStyle(includingFractionalSeconds: true) }
}

extension QueryItems {
    /// Conditions that all must hold.
    static func conditions(_ conditions: [CustomObjectCondition]) throws -> QueryItems {
        var items = QueryItems()
        for condition in conditions {
            try ArgumentCheck.notBlank(String(condition.name.prefix { $0 != "[" }), "field")
            items.append(condition.name, condition.value)
        }
        if conditions.count > 10 { throw ArgumentCheck.refusal("filters", "must be 10 conditions at most") }
        return items
    }
}
