/// Records that are listed and created inside a record of another kind, and have a place of their own besides.
///
/// ```swift
/// public struct ForumEndpoints: ContainedRecords, FetchedRecords {
///     public typealias Record = Forum
///     public let api: APIClient
///     public var path: PathTemplate { "discussions/forums" }
///     public func path(in category: Int64) -> PathTemplate { "discussions/categories/\(category)/forums" }
/// }
/// ```
public protocol ContainedRecords: RecordPlace {
    /// Where the records inside another record are.
    func path(in container: Int64) -> PathTemplate
}

extension ContainedRecords {
    /// The records inside another one. `GET` the path inside it.
    /// - Parameters:
    ///   - container: The record that holds them.
    ///   - pageSize: The number of records per page, from 1; as many as the service allows unless told.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        in container: Int64, pageSize: Int = Self.largestPage, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Record> {
        list("list", path(in: container), [:], pageSize: pageSize, from: cursor, options)
    }

    /// Creates a record inside another one. `POST` the path inside it.
    /// - Throws: ``FreshworksError/Code/conflict`` if a value that must be unique is taken.
    @discardableResult
    public func create(
        in container: Int64, _ draft: Draft<Record.Fields>, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(Endpoint(name("create"), .post, path(in: container), body: .json(draft)), options)
    }
}
