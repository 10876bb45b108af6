/// Where records of one kind are. What can be done with them, its conformances say: ``FetchedRecords``, ``PagedRecords``,
/// ``WholeRecords``, ``CreatedRecords``, ``UpdatedRecords``, ``DeletedRecords``, ``ContainedRecords``, ``TranslatedRecords``.
///
/// ```swift
/// public struct ProductEndpoints: FetchedRecords, PagedRecords {
///     public typealias Record = Product
///     public let api: APIClient
///     public var path: PathTemplate { "products" }
/// }
/// ```
///
/// Records that are reached through another one alone have its id in their path: `"ticket-forms/\(form)/fields"`.
public protocol RecordPlace: Sendable {
    /// The kind of record.
    associatedtype Record: FieldRecord

    /// Sends the calls.
    var api: APIClient { get }
    /// Where the records are, below the account's base URL. Errors and observers call the calls after it.
    var path: PathTemplate { get }
    /// Where the records stand in the answer to a list, outermost first; nowhere but at the top unless told.
    static var listKeys: [String] { get }
    /// How many records the service puts on a page at most; 100 unless told.
    static var largestPage: Int { get }
}

extension RecordPlace {
    /// The whole answer.
    public static var listKeys: [String] { [] }
    /// What the service says of all lists. Source: Freshdesk API v2, pagination.
    public static var largestPage: Int { 100 }

    /// The name of a call, such as `admin.groups.agents`.
    func name(_ verb: String) -> String {
        (path.template.split(separator: "/").filter { $0 != "{id}" } + [verb[...]]).joined(separator: ".")
    }

    /// A list of records of this kind, wherever they are.
    func list(
        _ verb: String, _ path: PathTemplate, _ filter: @escaping @Sendable @autoclosure () throws -> QueryItems,
        pageSize: Int,
        from cursor: PageCursor?, _ options: CallOptions
    ) -> PagedSequence<Record> {
        api.list(
            ListEndpoint(
                name(verb), path, query: try .page(of: pageSize, atMost: Self.largestPage, filter()),
                paging: .linkHeader, read: { try $0.records(at: Self.listKeys) }),
            from: cursor, options)
    }
}

/// Records that can be read one by one.
public protocol FetchedRecords: RecordPlace {}

extension FetchedRecords {
    /// One record. `GET` the path and its id.
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Record {
        try await api.send(Endpoint(name("get"), .get, "\(path)/\(id)"), options)
    }
}

/// Records whose list comes in pages.
public protocol PagedRecords: RecordPlace {}

extension PagedRecords {
    /// All records. `GET` the path.
    /// - Parameters:
    ///   - pageSize: The number of records per page, from 1; as many as the service allows unless told.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        pageSize: Int = Self.largestPage, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Record> {
        list("list", path, [:], pageSize: pageSize, from: cursor, options)
    }
}

/// Records whose list comes whole: it refuses to be asked for a page.
public protocol WholeRecords: RecordPlace {}

extension WholeRecords {
    /// All records. `GET` the path.
    public func all(options: CallOptions = CallOptions()) async throws -> [Record] {
        try await api.send(
            Endpoint(name("all"), .get, path, read: { try $0.json().records(at: Self.listKeys) }), options)
    }
}

/// Records that can be created.
public protocol CreatedRecords: RecordPlace {}

extension CreatedRecords {
    /// Creates a record. `POST` the path.
    /// - Throws: ``FreshworksError/Code/conflict`` if a value that must be unique is taken.
    @discardableResult
    public func create(_ draft: Draft<Record.Fields>, options: CallOptions = CallOptions()) async throws -> Record {
        try await api.send(Endpoint(name("create"), .post, path, body: .json(draft)), options)
    }
}

/// Records that can be changed.
public protocol UpdatedRecords: RecordPlace {
    /// The verb that changes one; `PUT` unless told.
    static var updateMethod: TransportRequest.Method { get }
}

extension UpdatedRecords {
    /// What the service takes for nearly all records.
    public static var updateMethod: TransportRequest.Method { .put }

    /// Changes a record: what the update does not name stays as it is. `PUT` the path and its id.
    /// - Throws: ``FreshworksError/Code/conflict`` if a value that must be unique is taken.
    @discardableResult
    public func update(
        _ id: Int64, _ update: Update<Record.Fields>, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(name("update"), Self.updateMethod, "\(path)/\(id)", body: .json(update), safeToRepeat: true),
            options)
    }
}

/// Records that can be deleted.
public protocol DeletedRecords: RecordPlace {}

extension DeletedRecords {
    /// Deletes a record. `DELETE` the path and its id.
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint(name("delete"), .delete, "\(path)/\(id)"), options)
    }
}

/// Records with the five calls.
public typealias EditedRecords = FetchedRecords & CreatedRecords & UpdatedRecords & DeletedRecords

extension FreshdeskClient {
    /// For calls that need an administrator's key.
    var administration: APIClient { api.advising(ifForbidden: "The key must be an administrator's.") }
}
