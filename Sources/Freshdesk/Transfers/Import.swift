public import Foundation

/// Records that the service makes of a file. Source: Freshdesk API v2, import contacts and import companies.
///
/// Its fields are those of ``Fields``.
public struct Import: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads an import.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Import``, which the service alone writes.
    public final class Fields: FieldTable {
        /// How far it is.
        public let status = ReadOnly<TransferStatus>("status")
        /// How many rows the file has.
        public let totalRecords = ReadOnly<Int>("total_records")
        /// How many of them were read.
        public let completedRecords = ReadOnly<Int>("completed_records")
        /// How many seconds it will take.
        public let estimatedTimeRemaining = ReadOnly<Int>("estimated_time_remaining")
        /// The rows that could not be used.
        public let failures = ReadOnly<JSONValue>("failures")
        /// When it was begun.
        public let createdAt = ReadOnly<Date>("created_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The imports of contacts or of companies. Source: Freshdesk API v2, import contacts and import companies.
public struct ImportEndpoints: Sendable {
    let api: APIClient
    let collection: StaticString

    /// Begins an import. `POST /contacts/imports`, `POST /companies/imports`
    ///
    /// ```swift
    /// let run = try await freshdesk.contacts.imports.start(.file(at: csvURL), columns: ["name": 0, "email": 1])
    /// ```
    /// - Parameters:
    ///   - file: A CSV file.
    ///   - columns: Which field stands in which column; the first is 0.
    ///   - options: For the call.
    public func start(
        _ file: AttachmentUpload, columns: [String: Int], options: CallOptions = CallOptions()
    ) async throws -> Import {
        try await api.send(
            Endpoint(
                "\(collection).imports.start", .post, "\(collection)/imports",
                body: try .form(file, as: "file", ["fields": columns.jsonValue], limit: 20 * 1024 * 1024)
            ).checking { if columns.isEmpty { throw ArgumentCheck.refusal("fields", "must name a column") } }, options)
    }

    /// All imports. `GET /contacts/imports`, `GET /companies/imports`
    public func list(options: CallOptions = CallOptions()) async throws -> [Import] {
        try await api.send(Endpoint("\(collection).imports.list", .get, "\(collection)/imports"), options)
    }

    /// How far an import is. `GET /contacts/imports/{id}`, `GET /companies/imports/{id}`
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Import {
        try await api.send(Endpoint("\(collection).imports.get", .get, "\(collection)/imports/\(id)"), options)
    }

    /// Stops an import; what it has made stays. `PUT /contacts/imports/{id}/cancel`, `PUT /companies/imports/{id}/cancel`
    public func cancel(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint("\(collection).imports.cancel", .put, "\(collection)/imports/\(id)/cancel"), options)
    }

    /// Waits until an import is complete, and tells how far it is each time that the service is asked.
    /// - Parameters:
    ///   - run: What ``start(_:columns:options:)`` answered.
    ///   - deadline: For the whole wait, the last question included. The import goes on behind it.
    ///   - options: For each question; its deadline too, which is shorter where less time is left.
    ///   - onProgress: Gets what each question was answered.
    /// - Returns: The import at its end; its ``Import/Fields/failures`` show the rows that could not be used.
    /// - Throws: ``FreshworksError/Code/jobFailed`` when it came to nothing, ``FreshworksError/Code/jobUnfinished`` when the deadline
    ///   passes first.
    @discardableResult
    public nonisolated(nonsending) func wait(
        for run: Import, deadline: Duration = .seconds(600), options: CallOptions = CallOptions(),
        onProgress: (Import) -> Void = { _ in }
    ) async throws -> Import {
        let operation = "\(collection).imports.wait"
        let ended = try await api.poll(operation, deadline: deadline, options: options) {
            try await get(run.id, options: $0)
        } isOver: { run in
            onProgress(run)
            return run.status?.isFinal ?? false
        } state: {
            $0.status?.rawValue
        }
        return try ended.status.completed(ended, operation, leavesTraces: true)
    }
}
