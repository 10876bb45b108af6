public import Foundation

/// When a team works. Source: Freshdesk API v2, business hours.
///
/// Its fields are those of ``Fields``. The service spells the id as a number or as a text.
public struct BusinessHours: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads business hours.
    /// - Throws: ``FreshworksError`` when they have no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``BusinessHours``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// What they are for.
        public let description = ReadOnly<String>("description")
        /// Whether they hold where no others are chosen.
        public let isDefault = ReadOnly<Bool>("is_default")
        /// The time zone, by a name such as `Eastern Time (US & Canada)`.
        public let timeZone = ReadOnly<String>("time_zone")
        /// The hours of each day that has any, by names such as `monday`.
        public let days = ReadOnly<[String: WorkingHours]>("business_hours")
        /// The hours of each channel, as newer accounts have them.
        public let channels = ReadOnly<[JSONObject]>("source_business_hours")
        /// The days off.
        public let holidays = ReadOnly<JSONValue>("holidays")
        /// When they were created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When they were last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The hours of one day.
public struct WorkingHours: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the hours.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``WorkingHours``, which the service alone writes.
    public final class Fields: FieldTable {
        /// When work begins, such as `8:00 am` or `08:00:00 am`.
        public let start = ReadOnly<String>("start_time")
        /// When it ends.
        public let end = ReadOnly<String>("end_time")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The business hours of a Freshdesk account, to be read only. All calls need an administrator's key. Source: Freshdesk API v2,
/// business hours: `GET /business_hours`, `GET /business_hours/{id}`.
public struct BusinessHoursEndpoints: FetchedRecords, PagedRecords {
    /// What is there.
    public typealias Record = BusinessHours
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "business_hours" }
}

extension FreshdeskClient {
    /// When the account's teams work.
    public var businessHours: BusinessHoursEndpoints { BusinessHoursEndpoints(api: administration) }
}
