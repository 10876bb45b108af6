public import Foundation

/// The time entries of a Freshdesk account, a feature of some plans. Source: Freshdesk API v2, time entries.
public struct TimeEntryEndpoints: Sendable {
    let api: APIClient

    /// Time entries of all tickets. `GET /time_entries`
    /// - Parameters:
    ///   - filter: Which entries.
    ///   - pageSize: 1 to 100 entries per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        _ filter: TimeEntryFilter = TimeEntryFilter(), pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<TimeEntry> {
        api.list(
            ListEndpoint(
                "time_entries.list", "time_entries", query: .page(of: pageSize, filter.query), paging: .linkHeader),
            from: cursor, options)
    }

    /// Changes a time entry. `PUT /time_entries/{id}`
    @discardableResult
    public func update(
        _ id: Int64, _ update: TimeEntryUpdate, options: CallOptions = CallOptions()
    ) async throws -> TimeEntry {
        try await api.send(Endpoint("time_entries.update", .put, "time_entries/\(id)", body: .json(update)), options)
    }

    /// Starts the timer of an entry, or stops it. `PUT /time_entries/{id}/toggle_timer`
    @discardableResult
    public func toggleTimer(_ id: Int64, options: CallOptions = CallOptions()) async throws -> TimeEntry {
        try await api.send(
            Endpoint("time_entries.toggle_timer", .put, "time_entries/\(id)/toggle_timer", safeToRepeat: false),
            options)
    }

    /// Deletes a time entry. `DELETE /time_entries/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("time_entries.delete", .delete, "time_entries/\(id)"), options)
    }
}

/// Which time entries to list; what is set must fit all at once. Source: Freshdesk API v2, time entries.
public struct TimeEntryFilter: Sendable, Hashable {
    /// Whose tickets.
    public var companyID: Int64?
    /// Whose time.
    public var agentID: Int64?
    /// Done after this time.
    public var executedAfter: Date?
    /// Done before this time.
    public var executedBefore: Date?
    /// Whether it is charged.
    public var isBillable: Bool?

    /// Makes a filter; without any condition it lets all entries through.
    public init(
        companyID: Int64? = nil, agentID: Int64? = nil, executedAfter: Date? = nil, executedBefore: Date? = nil,
        isBillable: Bool? = nil
    ) {
        self.companyID = companyID
        self.agentID = agentID
        self.executedAfter = executedAfter
        self.executedBefore = executedBefore
        self.isBillable = isBillable
    }

    var query: QueryItems {
        var items = QueryItems()
        items.append("company_id", companyID, .id)
        items.append("agent_id", agentID, .id)
        items.append("executed_after", executedAfter)
        items.append("executed_before", executedBefore)
        items.append("billable", isBillable)
        return items
    }
}

extension TicketEndpoints {
    /// The time entries of a ticket. `GET /tickets/{id}/time_entries`
    /// - Parameters:
    ///   - id: The ticket.
    ///   - pageSize: 1 to 100 entries per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func timeEntries(
        of id: Int64, pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<TimeEntry> {
        api.list(
            ListEndpoint(
                "tickets.time_entries", "tickets/\(id)/time_entries", query: .page(of: pageSize), paging: .linkHeader),
            from: cursor, options)
    }

    /// Notes the time that was spent on a ticket, or starts a timer. `POST /tickets/{id}/time_entries`
    @discardableResult
    public func addTimeEntry(
        to id: Int64, _ draft: TimeEntryDraft, options: CallOptions = CallOptions()
    ) async throws -> TimeEntry {
        try await api.send(
            Endpoint("tickets.add_time_entry", .post, "tickets/\(id)/time_entries", body: .json(draft)), options)
    }
}

extension FreshdeskClient {
    /// Time that agents spent on tickets.
    public var timeEntries: TimeEntryEndpoints { TimeEntryEndpoints(api: api) }
}
