/// Where records of one kind are. What can be done with them in the usual form, its conformances say: ``FetchedRecords``,
/// ``CreatedRecords``, ``UpdatedRecords``, ``DeletedRecords``; ``EditedRecords`` is all four.
///
/// ```swift
/// public struct AppointmentEndpoints: EditedRecords {
///     public typealias Record = Appointment
///     public let api: APIClient
/// }
/// ```
///
/// The path and the keys of bodies are the record's own words, ``SalesRecord/records`` and ``SalesRecord/record``.
public protocol RecordPlace: Sendable {
    /// The kind of record.
    associatedtype Record: SalesRecord

    /// Sends the calls.
    var api: APIClient { get }
}

extension RecordPlace {
    var record: String { "\(Record.record)" }
    var records: String { "\(Record.records)" }
    /// The name of a call, such as `notes.create`.
    func name(_ call: String) -> String { "\(Record.records).\(call)" }
}

/// Records that can be read one by one.
public protocol FetchedRecords: RecordPlace {}

extension FetchedRecords {
    /// One record. `GET /contacts/{id}`, or whatever the records are called.
    /// - Parameter include: What to send along.
    public func get(
        _ id: Int64, include: Set<Include<Record>> = [], options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(name("get"), .get, "\(Record.records)/\(id)", query: .joined("include", include), root: record),
            options)
    }
}

/// Records that can be created.
public protocol CreatedRecords: RecordPlace {}

extension CreatedRecords {
    /// Creates a record. `POST /contacts`, or whatever the records are called.
    /// - Throws: ``FreshworksError/Code/requestRefused`` if an address or a name is taken that must be the only one, or
    ///   a field that the account demands is missing.
    @discardableResult
    public func create(
        _ draft: Draft<Record.Fields>, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(
                name("create"), .post, "\(Record.records)",
                query: .including(toWrite: Record.includedToWrite, in: draft.json), body: .json(draft, at: record),
                root: record), options)
    }
}

/// Records that can be changed.
public protocol UpdatedRecords: RecordPlace {}

extension UpdatedRecords {
    /// Changes a record: what the update does not name stays as it is. `PUT /notes/{id}`, or whatever the records are called.
    @discardableResult
    public func update(
        _ id: Int64, _ update: Update<Record.Fields>, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(
                name("update"), .put, "\(Record.records)/\(id)",
                query: .including(toWrite: Record.includedToWrite, in: update.json), body: .json(update, at: record),
                root: record), options)
    }
}

/// Records that can be deleted for good.
public protocol DeletedRecords: RecordPlace {}

extension DeletedRecords {
    /// Deletes a record. `DELETE /notes/{id}`, or whatever the records are called.
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint(name("delete"), .delete, "\(Record.records)/\(id)"), options)
    }
}

/// Records that are read, created, changed and deleted in the usual form.
public typealias EditedRecords = FetchedRecords & CreatedRecords & UpdatedRecords & DeletedRecords
