public import Foundation

/// Something that happened to a contact or a lead, as its timeline shows it. Source: Freshworks CRM API, contacts.
public struct RecordActivity: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an activity.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``RecordActivity``, which the service alone writes.
    public final class Fields: FieldTable {
        /// What names it among the others.
        public let compositeID = ReadOnly<String>("composite_id")
        /// An id, which not all have.
        public let id = ReadOnly<String>("id")
        /// What happened, by the service's word for it.
        public let actionType = ReadOnly<String>("action_type")
        /// What there is to know about it, as it was read.
        public let actionData = ReadOnly<JSONObject>("action_data")
        /// The kind of record that it happened to.
        public let targetType = ReadOnly<TargetType>("targetable_type")
        /// The record that it happened to.
        public let targetID = ReadOnly<Int64>("targetable_id")
        /// The name of that record.
        public let targetName = ReadOnly<String>("targetable_name")
        /// The kind of record that took part, such as a note.
        public let actionableType = ReadOnly<String>("actionable_type")
        /// The record that took part.
        public let actionableID = ReadOnly<Int64>("actionable_id")
        /// Whether a user did it.
        public let isUserActivity = ReadOnly<Bool>("user_activity")
        /// The automation behind it, as it was read.
        public let automation = ReadOnly<JSONValue>("automation")
        /// What it belongs together with, as it was read.
        public let group = ReadOnly<JSONValue>("group")
        /// When it happened.
        public let createdAt = ReadOnly<Date>("created_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// One entry of the timeline of a deal, whose keys the service does not document. Source: links of the records.
public struct TimelineFeed: Resource {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an entry.
    public init(json: JSONObject) { self.json = json }
}
