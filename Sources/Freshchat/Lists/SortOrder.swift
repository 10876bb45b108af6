/// How a list is sorted. Source: Freshchat API v2, pagination.
///
/// ```swift
/// freshchat.agents.list(order: .descending(by: "first_name"))
/// ```
public struct SortOrder: Sendable, Hashable {
    let field: String?
    let direction: String

    /// Smallest first, by a field such as `first_name`; by the service's own choice without one.
    public static func ascending(by field: String? = nil) -> SortOrder {
        SortOrder(field: field, direction: "asc")
    }

    /// Greatest first, by a field such as `first_name`; by the service's own choice without one.
    public static func descending(by field: String? = nil) -> SortOrder {
        SortOrder(field: field, direction: "desc")
    }
}
