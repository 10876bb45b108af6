/// Where records of one kind are. What can be done with them, its conformances say: ``ViewedRecords``, ``PagedRecords``,
/// ``WholeRecords``, ``CreatedRecords``, ``UpdatedRecords``, ``DeletedRecords``.
///
/// ```swift
/// public struct ProductEndpoints: ViewedRecords, PagedRecords {
///     public typealias Record = Product
///     public let api: APIClient
///     public static let path: StaticString = "products"
/// }
/// ```
public protocol RecordPlace: Sendable {
    /// The kind of record.
    associatedtype Record: FieldRecord

    /// Sends the calls.
    var api: APIClient { get }
    /// Where the records are, below the account's base URL. Errors and observers call the calls after it.
    static var path: StaticString { get }
}

extension RecordPlace {
    func name(_ verb: String) -> String { "\(Self.path)".replacing("/", with: ".") + "." + verb }
}

/// Records that can be read one by one.
public protocol ViewedRecords: RecordPlace {}

extension ViewedRecords {
    /// One record. `GET` the path and its id.
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Record {
        try await api.send(Endpoint(name("get"), .get, "\(Self.path)/\(id)"), options)
    }
}

/// Records whose list comes in pages.
public protocol PagedRecords: RecordPlace {}

extension PagedRecords {
    /// All records. `GET` the path.
    /// - Parameters:
    ///   - pageSize: 1 to 100 records per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Record> {
        api.list(
            ListEndpoint(name("list"), "\(Self.path)", query: .page(of: pageSize), paging: .linkHeader), from: cursor,
            options)
    }
}

/// Records whose list comes whole: it refuses to be asked for a page.
public protocol WholeRecords: RecordPlace {}

extension WholeRecords {
    /// All records. `GET` the path.
    public func all(options: CallOptions = CallOptions()) async throws -> [Record] {
        try await api.send(Endpoint(name("all"), .get, "\(Self.path)"), options)
    }
}

/// Records that can be created.
public protocol CreatedRecords: RecordPlace {}

extension CreatedRecords {
    /// Creates a record. `POST` the path.
    /// - Throws: ``FreshworksError/Code/conflict`` if a value that must be unique is taken.
    @discardableResult
    public func create(_ draft: Draft<Record.Fields>, options: CallOptions = CallOptions()) async throws -> Record {
        try await api.send(Endpoint(name("create"), .post, "\(Self.path)", body: .json(draft)), options)
    }
}

/// Records that can be changed.
public protocol UpdatedRecords: RecordPlace {}

extension UpdatedRecords {
    /// Changes a record: what the update does not name stays as it is. `PUT` the path and its id.
    /// - Throws: ``FreshworksError/Code/conflict`` if a value that must be unique is taken.
    @discardableResult
    public func update(
        _ id: Int64, _ update: Update<Record.Fields>, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(Endpoint(name("update"), .put, "\(Self.path)/\(id)", body: .json(update)), options)
    }
}

/// Records that can be deleted.
public protocol DeletedRecords: RecordPlace {}

extension DeletedRecords {
    /// Deletes a record. `DELETE` the path and its id.
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint(name("delete"), .delete, "\(Self.path)/\(id)"), options)
    }
}

/// Records with the five calls.
public typealias EditedRecords = ViewedRecords & CreatedRecords & UpdatedRecords & DeletedRecords

extension FreshdeskClient {
    /// For calls that need an administrator's key.
    var administration: APIClient { api.advising(ifForbidden: "The key must be an administrator's.") }
}
