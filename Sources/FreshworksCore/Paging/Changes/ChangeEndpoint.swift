public import Foundation

/// A list that can be asked for what was changed since a time, in the order of the changes, as a value: how to ask for a
/// window of it.
///
/// ```swift
/// ChangeEndpoint<Ticket>(pageSize: 100, lastPage: 300) { window in
///     ListEndpoint(
///         "tickets.list", "tickets",
///         query: [
///             "updated_since": window.since, "order_by": "updated_at",
///             "order_type": window.isDescending ? "desc" : "asc", "page": window.page, "per_page": window.size,
///         ],
///         paging: .linkHeader)
/// }
/// ```
///
/// What ``ChangeSequence`` makes of it loses nothing as long as the service lists records that were changed at the given time
/// or later, and keeps the order of those that were changed in the same second.
public struct ChangeEndpoint<Element: Resource>: Sendable {
    /// The key of a record that holds the time of its last change.
    public let changedKey: String
    /// The lists that records move between when they are changed, such as that of live tickets and that of deleted ones;
    /// each is read in turn.
    public let parts: [String]
    /// How many records a page holds at most; windows of the list are as long, or a little shorter.
    public let pageSize: Int
    /// The last page that the service serves.
    public let lastPage: Int
    /// The list that begins with a window.
    public let list: @Sendable (ChangeWindow) -> ListEndpoint<Element>

    /// Windows of each size up to the page's are weighed against each other.
    private static var largestPage: Int { 10_000 }

    /// Describes a list.
    /// - Parameters:
    ///   - changedKey: The key of a record that holds the time of its last change.
    ///   - parts: Names of the lists that records move between; one without a name unless told.
    ///   - pageSize: How many records a page holds at most; more than 10,000 count as so many. Less than one is for the list to
    ///     refuse, which is asked for windows of that size.
    ///   - lastPage: The last page that the service serves.
    ///   - list: The list whose first page is a window.
    public init(
        changedKey: String = "updated_at", parts: [String] = [""], pageSize: Int, lastPage: Int = .max,
        list: @escaping @Sendable (ChangeWindow) -> ListEndpoint<Element>
    ) {
        self.changedKey = changedKey
        self.parts = parts
        self.pageSize = min(pageSize, Self.largestPage)
        self.lastPage = lastPage
        self.list = list
    }
}

/// A stretch of a list in the order of changes.
public struct ChangeWindow: Sendable, Hashable {
    /// The list that is meant, of those that records move between.
    public internal(set) var part: String
    /// Changed at this time or later; a whole second, and no earlier than 1970.
    public let since: Date
    /// Whether the latest changes come first.
    public let isDescending: Bool
    /// The number of the page, from 1.
    public let page: Int
    /// How many records a page has.
    public let size: Int
}
