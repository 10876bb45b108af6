import Foundation

/// Work that the service does by itself after a call for many records. Source: Freshworks CRM API, bulk upsert.
///
/// Its fields are those of ``Fields``. What the call itself answers has the id alone, and perhaps a message.
public struct BulkJob: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The job's id.
    public let id: String

    /// Reads a job: its `id`, or else the last part of its `job_status_url`. The address itself is never called.
    /// - Throws: ``FreshworksError`` when it has neither.
    public init(json: JSONObject) throws {
        self.json = json
        let address: String? = json["job_status_url"]
        let last = address.flatMap { URL(string: $0)?.lastPathComponent }
        id = try json["id"] ?? last.flatMap { $0.isEmpty || $0 == "/" ? nil : $0 } ?? json.require("job_status_url")
    }

    /// The fields of ``BulkJob``, which the service alone writes.
    public final class Fields: FieldTable {
        /// How far it is; `nil` right after the call.
        public let status = ReadOnly<JobStatus>("status")
        /// What the service says about it.
        public let message = ReadOnly<String>("message")

        /// The only instance.
        public static let table = Fields()
    }

    /// How many records were written; `nil` until the job is over. A job that succeeded may still hold failures.
    public var succeededCount: Int? { report?["record_status"]?.objectValue?["succeeded"] }

    /// How many records were not written; `nil` until the job is over.
    public var failedCount: Int? { report?["record_status"]?.objectValue?["failed"] }

    /// Whether the service counts the records, as it does of a job that is over: one count alone is no report.
    var hasCounts: Bool { succeededCount != nil && failedCount != nil }

    /// What went wrong with single records, as the service says it, which it does not document; empty until the job is over.
    public var failures: [JSONValue] { report?["detailed_failure_report"]?.arrayValue ?? [] }

    /// The service sends it as JSON within a text.
    private var report: JSONValue? {
        guard let text = json["data"]?.stringValue else { return json["data"] }
        return try? JSONValue(parsing: Data(text.utf8))
    }
}

/// The jobs of a Freshsales account: what the service goes on with after a call for many records.
public struct BulkJobEndpoints: Sendable {
    let api: APIClient

    /// How far a job is. `GET /job_statuses/{id}`
    public func get(_ id: String, options: CallOptions = CallOptions()) async throws -> BulkJob {
        try await api.send(Endpoint("jobs.get", .get, "job_statuses/\(id)"), options)
    }

    /// Waits until a job is over, and tells how far it is each time that the service is asked.
    /// - Parameters:
    ///   - job: What the call answered.
    ///   - deadline: For the whole wait, the last question included. The job goes on behind it.
    ///   - options: For each question; its deadline too, which is shorter where less time is left.
    ///   - onProgress: Gets what each question was answered.
    /// - Returns: The job at its end. It succeeded as a whole; its ``BulkJob/failures`` show the records that were not written.
    /// - Throws: ``FreshworksError/Code/jobFailed`` when it failed as a whole; ``FreshworksError/Code/jobUnfinished`` when
    ///   the deadline passes first. A status that nobody knows counts as unfinished.
    @discardableResult
    public nonisolated(nonsending) func wait(
        for job: BulkJob, deadline: Duration = .seconds(600), options: CallOptions = CallOptions(),
        onProgress: (BulkJob) -> Void = { _ in }
    ) async throws -> BulkJob {
        try await api.waitForJob("jobs.wait", deadline: deadline, options: options) {
            try await get(job.id, options: $0)
        } onProgress: {
            onProgress($0)
        } status: {
            $0.status
        }
    }
}

extension FreshsalesClient {
    /// What the service goes on with after a call for many records.
    public var jobs: BulkJobEndpoints { BulkJobEndpoints(api: api) }
}
