public import Foundation

/// Work that the service does by itself after a call was answered, such as changing many tickets. Source: Freshdesk API v2, jobs.
///
/// Its fields are those of ``Fields``. What the call itself answers has the id alone.
public struct Job: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The job's id.
    public let id: String

    /// Reads a job, under `id` or `job_id`.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json["id"] ?? json.require("job_id")
    }

    /// The fields of ``Job``, which the service alone writes.
    public final class Fields: FieldTable {
        /// What is done.
        public let name = ReadOnly<String>("name")
        /// How far it is; `nil` right after the call.
        public let status = ReadOnly<JobStatus>("status")
        /// How much is done, in percent.
        public let progress = ReadOnly<Int>("progress")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")
        /// When its status last changed.
        public let statusUpdatedAt = ReadOnly<Date>("status_updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}
