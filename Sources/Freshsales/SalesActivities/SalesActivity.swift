public import Foundation

/// Something that was done to sell, such as a call. Source: Freshworks CRM API, sales activities.
///
/// Its fields are those of ``Fields``.
public struct SalesActivity: TargetedRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public var sideloads = Sideloads()
    /// `sales_activity`.
    public static let record: StaticString = "sales_activity"
    /// `sales_activities`.
    public static let records: StaticString = "sales_activities"

    /// Reads an activity.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The user who did it; with `.owner`.
    public var owner: User? { related("owner_id", in: "users") }
    /// How it ended; with `.outcome`.
    public var outcome: SalesActivityOutcome? {
        related("sales_activity_outcome_id", in: "outcomes") ?? related("outcome_id", in: "outcomes")
    }

    /// The fields of ``SalesActivity``, ``SalesActivityDraft`` and ``SalesActivityUpdate``.
    public final class Fields: FieldTable {
        /// What was done, in words.
        public let title = Settable<String>("title", .notBlank)
        /// The kind of activity.
        public let salesActivityTypeID = Settable<Int64>("sales_activity_type_id", .id)
        /// When it began.
        public let startDate = Settable<Date>("start_date")
        /// When it ended.
        public let endDate = Settable<Date>("end_date")
        /// The record that it is about.
        public let target = Settable<Target>("targetable", as: Target.spelling, reading: Target.init(of:), .real)
        /// The user who did it.
        public let ownerID = Settable<Int64>("owner_id", .id)
        /// How it ended; one of the outcomes of the kind of activity.
        public let salesActivityOutcomeID = Clearable<Int64>("sales_activity_outcome_id", .id)
        /// More about it.
        public let notes = Clearable<String>("notes")
        /// Where it took place, in degrees.
        public let latitude = Clearable<String>("latitude")
        /// Where it took place, in degrees.
        public let longitude = Clearable<String>("longitude")
        /// Where it took place.
        public let location = Clearable<String>("location")
        /// When somebody checked in.
        public let checkedInAt = Clearable<Date>("checkedin_at")

        /// All records that it is about.
        public let targets = ReadOnly<[Target]>("targetables")
        /// When it shows among the conversations.
        public let conversationTime = ReadOnly<Date>("conversation_time")
        /// The user who created it.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// The user who last changed it.
        public let updaterID = ReadOnly<Int64>("updater_id")
        /// The id that another system knows it by.
        public let remoteID = ReadOnly<String>("remote_id")
        /// The import that it came with.
        public let importID = ReadOnly<String>("import_id")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A title, a kind, its times, what it is about and who did it.
        public static let required: [FieldRequirement] = [
            "title", "sales_activity_type_id", "start_date", "end_date", "targetable_type", "owner_id",
        ]

        /// An end before the beginning.
        public static func errors(in draft: Draft<Fields>) -> [FreshworksError.FieldError] {
            order(draft.json["start_date"], draft.json["end_date"], "end_date")
        }

        /// An end before the beginning, where both change.
        public static func errors(in update: Update<Fields>) -> [FreshworksError.FieldError] {
            order(update.json["start_date"], update.json["end_date"], "end_date")
        }
    }
}

/// A sales activity to keep: the fields of ``SalesActivity/Fields``.
public typealias SalesActivityDraft = Draft<SalesActivity.Fields>

/// What to change of a sales activity: the fields of ``SalesActivity/Fields``; what is not set stays as it is.
public typealias SalesActivityUpdate = Update<SalesActivity.Fields>

extension SalesActivityDraft {
    /// Makes a draft of what the service requires, and fills in more.
    /// - Parameters:
    ///   - title: What was done, in words.
    ///   - type: One of the ``SelectorEndpoints/salesActivityTypes(options:)``.
    ///   - start: When it began.
    ///   - end: When it ended.
    ///   - target: The record that it is about.
    ///   - owner: The user who did it.
    ///   - fill: Sets more.
    public init(
        _ title: String, type: Int64, from start: Date, to end: Date, about target: Target, owner: Int64,
        _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = SalesActivity.Fields.draft(fill) {
            $0.title = title
            $0.salesActivityTypeID = type
            $0.startDate = start
            $0.endDate = end
            $0.target = target
            $0.ownerID = owner
        }
    }
}
