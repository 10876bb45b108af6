public import Foundation

/// Time that an agent spent on a ticket. Source: Freshdesk API v2, time entries.
///
/// Its fields are those of ``Fields``.
public struct TimeEntry: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a time entry.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``TimeEntry``, ``TimeEntryDraft`` and ``TimeEntryUpdate``.
    public final class Fields: FieldTable, OptionalFieldTable {
        /// The ticket.
        public let ticketID = ReadOnly<Int64>("ticket_id")
        /// The company of the ticket, in lists.
        public let companyID = ReadOnly<Int64>("company_id")
        /// Whose time it is; fixed while the timer runs.
        public let agentID = Settable<Int64>("agent_id", .id)
        /// Whether it is charged; it is unless set.
        public let isBillable = Settable<Bool>("billable")
        /// What was done.
        public let note = Clearable<String>("note")
        /// Whether time still passes. Starting a timer stops the agent's other ones.
        public let isTimerRunning = Settable<Bool>("timer_running")
        /// The time, as `hh:mm`. An entry without it starts a timer.
        public let timeSpent = Settable<String>("time_spent", .hoursAndMinutes)
        /// The time in seconds.
        public let secondsSpent = ReadOnly<Int>("time_spent_in_seconds")
        /// When the timer was started, not in the future; fixed while it runs.
        public let startTime = Settable<Date>("start_time")
        /// When the work was done.
        public let executedAt = Settable<Date>("executed_at")
        /// When the entry was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the entry was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()

        /// A timer that does not run has no start.
        public static func errors(in draft: Draft<Fields>) -> [FreshworksError.FieldError] {
            draft.isTimerRunning == false && draft.startTime != nil
                ? [.refused("start_time", "must not be set for a timer that does not run")] : []
        }
    }
}

/// A time entry to create: the fields of ``TimeEntry/Fields``. Without `timeSpent` a timer starts.
public typealias TimeEntryDraft = Draft<TimeEntry.Fields>

/// What to change of a time entry: the fields of ``TimeEntry/Fields``; what is not set stays as it is.
public typealias TimeEntryUpdate = Update<TimeEntry.Fields>

extension FieldCheck<String> {
    /// Refuses what is no time such as `03:30`.
    fileprivate static var hoursAndMinutes: Self {
        Self { $0.wholeMatch(of: /\d{2,}:[0-5]\d/) == nil ? "must be hours and minutes such as 03:30" : nil }
    }
}
