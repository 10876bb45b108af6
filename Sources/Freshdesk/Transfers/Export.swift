public import Foundation

/// All records of a kind as a file that the service writes. Source: Freshdesk API v2, export contacts and export companies.
///
/// Its fields are those of ``Fields``.
public struct Export: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: String

    /// Reads an export.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Export``, which the service alone writes.
    public final class Fields: FieldTable {
        /// How far it is; `nil` right after the call.
        public let status = ReadOnly<TransferStatus>("status")
        /// Where to fetch the file once it is complete, for 15 days: a signed address, to be called without the credential.
        public let downloadURL = ReadOnly<URL>("download_url")

        /// The only instance.
        public static let table = Fields()
    }
}

/// How far an export or an import is.
public struct TransferStatus: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a status, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is not done yet.
    public static let inProgress = Self(rawValue: "in_progress")
    /// All was done.
    public static let completed = Self(rawValue: "completed")
    /// Somebody stopped it.
    public static let cancelled = Self(rawValue: "cancelled")
    /// It came to nothing.
    public static let failed = Self(rawValue: "failed")

    /// Whether nothing more will happen. A word that nobody knows says no.
    public var isFinal: Bool { [.completed, .cancelled, .failed].contains(self) }
}

/// The exports of contacts or of companies. One can run at a time. Source: Freshdesk API v2, export contacts and export companies.
public struct ExportEndpoints: Sendable {
    let api: APIClient
    let collection: StaticString

    /// Begins an export. `POST /contacts/export`, `POST /companies/export`
    ///
    /// ```swift
    /// let export = try await freshdesk.contacts.exports.start(fields: ["name", "email"])
    /// let url = try await freshdesk.contacts.exports.wait(for: export).downloadURL
    /// ```
    /// - Parameters:
    ///   - fields: The columns that every account has.
    ///   - customFields: The columns of fields that the account has defined.
    ///   - options: For the call.
    public func start(
        fields: [String], customFields: [String] = [], options: CallOptions = CallOptions()
    ) async throws -> Export {
        try await api.send(
            Endpoint(
                "\(collection).exports.start", .post, "\(collection)/export",
                body: .json(
                    ["fields": ["default_fields": fields.jsonValue, "custom_fields": customFields.jsonValue]],
                    refusing: fields.isEmpty && customFields.isEmpty ? [.missing("fields", "must name a column")] : [])),
            options)
    }

    /// How far an export is. `GET /contacts/export/{id}`, `GET /companies/export/{id}`
    public func get(_ id: String, options: CallOptions = CallOptions()) async throws -> Export {
        try await api.send(Endpoint("\(collection).exports.get", .get, "\(collection)/export/\(id)"), options)
    }

    /// Waits until an export is complete.
    /// - Parameters:
    ///   - export: What ``start(fields:customFields:options:)`` answered.
    ///   - deadline: For the whole wait, the last question included. The export goes on behind it.
    ///   - options: For each question; its deadline too, which is shorter where less time is left.
    /// - Returns: The export, with its address.
    /// - Throws: ``FreshworksError/Code/jobFailed`` when it came to nothing, ``FreshworksError/Code/jobUnfinished`` when the deadline
    ///   passes first.
    public func wait(
        for export: Export, deadline: Duration = .seconds(600), options: CallOptions = CallOptions()
    ) async throws -> Export {
        let operation = "\(collection).exports.wait"
        let ended = try await api.poll(operation, deadline: deadline, options: options) {
            try await get(export.id, options: $0)
        } isOver: {
            $0.status?.isFinal ?? false
        } state: {
            $0.status?.rawValue
        }
        return try ended.status.completed(ended, operation)
    }
}

extension TransferStatus? {
    /// - Parameter leavesTraces: Whether something was made before it ended.
    /// - Throws: ``FreshworksError/Code/jobFailed`` for what came to nothing.
    func completed<Ended: Resource>(
        _ ended: Ended, _ operation: String, leavesTraces: Bool = false
    ) throws -> Ended {
        guard self != .completed else { return ended }
        var error = FreshworksError(
            .jobFailed, "the service ended it with the status \(self?.rawValue ?? "")",
            advice: leavesTraces
                ? "Look what was made before you begin again; the error's body has what the service says."
                : "Begin it again; see the error's body for what the service says.",
            mayHaveBeenExecuted: leavesTraces)
        error.operation = operation
        error.body = .object(ended.json)
        throw error
    }
}
