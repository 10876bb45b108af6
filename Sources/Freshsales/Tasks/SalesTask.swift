public import Foundation

/// A task, such as to send a quote. Source: Freshworks CRM API, tasks.
///
/// Its fields are those of ``Fields``. It is called so because `Task` is Swift's.
public struct SalesTask: TargetedRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public var sideloads = Sideloads()
    /// `task`.
    public static let record: StaticString = "task"
    /// `tasks`.
    public static let records: StaticString = "tasks"

    /// Reads a task.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The user who has to do it; with `.owner`.
    public var owner: User? { related("owner_id", in: "users") }
    /// The users who do it together; with `.users`.
    public var users: [User]? { rows("user_ids", in: "users") }

    /// The fields of ``SalesTask``, ``SalesTaskDraft`` and ``SalesTaskUpdate``.
    public final class Fields: FieldTable {
        /// What is to be done.
        public let title = Settable<String>("title", .notBlank)
        /// More about it.
        public let description = Clearable<String>("description")
        /// Until when.
        public let dueDate = Settable<Date>("due_date")
        /// The user who has to do it.
        public let ownerID = Settable<Int64>("owner_id", .id)
        /// The record that the task is about.
        public let target = Settable<Target>("targetable", as: Target.spelling, reading: Target.init(of:), .real)
        /// Whether it is done.
        public let status = Settable<SalesTaskStatus>("status")
        /// How it ended; one of the outcomes of sales activities.
        public let outcomeID = Clearable<Int64>("outcome_id", .id)
        /// The kind of task; one of the entity types of sales activities.
        public let taskTypeID = Clearable<Int64>("task_type_id", .id)
        /// The users who do it together.
        public let collaboratorIDs = SendOnly<[Int64]>(
            "task_users_attributes",
            as: .sent(
                as: "task_users_attributes", write: { .array($0.map { ["user_id": $0.jsonValue] }) },
                read: { $0.arrayValue.map { $0.compactMap { $0["user_id"].flatMap(Int64.init(json:)) } } }), .ids)

        /// All records that the task is about.
        public let targets = ReadOnly<[Target]>("targetables")
        /// When it was done.
        public let completedDate = ReadOnly<Date>("completed_date")
        /// The users who do it together; with `.users`.
        public let userIDs = ReadOnly<[Int64]>("user_ids")
        /// The user who created the task.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// The user who last changed the task.
        public let updaterID = ReadOnly<Int64>("updater_id")
        /// Whether the task was deleted.
        public let isDeleted = ReadOnly<Bool>("is_deleted")
        /// When the task was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the task was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A title, a time and somebody to do it.
        public static let required: [FieldRequirement] = ["title", "due_date", "owner_id"]
    }
}

/// Whether a task is done.
public struct SalesTaskStatus: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a status, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Still to do.
    public static let open = Self(rawValue: 0)
    /// Done.
    public static let completed = Self(rawValue: 1)
}

/// A task to create: the fields of ``SalesTask/Fields``.
public typealias SalesTaskDraft = Draft<SalesTask.Fields>

/// What to change of a task: the fields of ``SalesTask/Fields``; what is not set stays as it is.
public typealias SalesTaskUpdate = Update<SalesTask.Fields>

extension SalesTaskDraft {
    /// Makes a draft of what the service requires, and fills in more:
    /// `SalesTaskDraft("Send quote", due: friday, owner: me.id) { $0.target = .contact(contact.id) }`.
    public init(_ title: String, due: Date, owner: Int64, _ fill: (inout Self) -> Void = { _ in }) {
        self = SalesTask.Fields.draft(fill) {
            $0.title = title
            $0.dueDate = due
            $0.ownerID = owner
        }
    }
}
