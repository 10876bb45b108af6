/// A place in a list, to go on from later: after a restart, in another process, in a background job.
///
/// It belongs to one account, list and query; another one refuses it. It holds no secret, but the query's values.
///
/// It is not signed: who can change it can read other pages of the account, though never of another host. Keep it where
/// strangers cannot write.
public struct PageCursor: Codable, Hashable, Sendable {
    let version: Int
    /// Of the list and query that the cursor belongs to.
    let fingerprint: String
    /// Path and query of the page to read next. The host is never part of it.
    package let target: String
    /// How many pages lie before it.
    let pagesRead: Int
    /// The ids of the page before, to recognize records that shift from one page to the next.
    let previousIDs: [JSONValue]

    static let currentVersion = 1
}

extension FreshworksError.Code {
    /// A cursor of another account, list, query or version of the library.
    public static let foreignCursor = Self(rawValue: "foreign_cursor")
    /// The service has more pages than it serves.
    public static let pageCeiling = Self(rawValue: "page_ceiling")
    /// A list lost more records, while it was read, than a page has: some may have moved where they are not seen.
    public static let listShrank = Self(rawValue: "list_shrank")
}

extension FreshworksError {
    static func listShrank(by lost: Int64) -> FreshworksError {
        FreshworksError(
            .listShrank,
            "the list lost \(lost) records while it was read, and others moved to pages that were read before",
            advice: "Read it anew when it is quiet.")
    }
}
