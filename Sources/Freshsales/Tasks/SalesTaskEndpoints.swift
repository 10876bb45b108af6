/// The tasks of a Freshsales account. Source: Freshworks CRM API, tasks: `POST /tasks`, `GET`, `PUT` and
/// `DELETE /tasks/{id}`.
public struct SalesTaskEndpoints: EditedRecords {
    /// What is there.
    public typealias Record = SalesTask
    /// Sends the calls.
    public let api: APIClient

    /// The tasks in one of the states that the service lists by. `GET /tasks`
    /// - Parameters:
    ///   - filter: The service has no list of all tasks.
    ///   - include: What to send along.
    ///   - pageSize: 1 to 100 tasks per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        _ filter: SalesTaskFilter, include: Set<Include<SalesTask>> = [], pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<SalesTask> {
        api.list(
            ListEndpoint("tasks.list", "tasks", query: .filtered(filter.rawValue, pageSize, include), root: "tasks"),
            from: cursor, options)
    }

    /// Marks a task as done. `PUT /tasks/{id}`
    @discardableResult
    public func complete(_ id: Int64, options: CallOptions = CallOptions()) async throws -> SalesTask {
        try await update(id, SalesTaskUpdate { $0.status = .completed }, options: options)
    }
}

/// Which tasks to list.
public struct SalesTaskFilter: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a filter, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Those that are not done.
    public static let open = Self(rawValue: "open")
    /// Those that are due today.
    public static let dueToday = Self(rawValue: "due_today")
    /// Those that are due tomorrow.
    public static let dueTomorrow = Self(rawValue: "due_tomorrow")
    /// Those that should have been done.
    public static let overdue = Self(rawValue: "overdue")
    /// Those that are done.
    public static let completed = Self(rawValue: "completed")
}

extension Include where Record == SalesTask {
    /// The user who has to do it.
    public static var owner: Self { Self(rawValue: "owner") }
    /// The users who do it together.
    public static var users: Self { Self(rawValue: "users") }
    /// The user who created the task.
    public static var creator: Self { Self(rawValue: "creater") }
    /// The user who last changed the task.
    public static var updater: Self { Self(rawValue: "updater") }
    /// The records that the task is about.
    public static var target: Self { Self(rawValue: "targetable") }
}

extension QueryItems {
    /// The query of a list that goes by a word.
    static func filtered<Record>(_ filter: String, _ pageSize: Int, _ includes: Set<Include<Record>>) -> QueryItems {
        var query: QueryItems = ["filter": filter]
        query.append("per_page", pageSize, .within(1...100))
        query.append(contentsOf: .joined("include", includes))
        return query
    }
}

extension FreshsalesClient {
    /// The tasks of the account.
    public var tasks: SalesTaskEndpoints { SalesTaskEndpoints(api: api) }
}

extension Contact {
    /// The tasks about the contact; with `.tasks`.
    public var tasks: [SalesTask]? { related(all: "task_ids", in: "tasks") }
}

extension SalesAccount {
    /// The tasks about the sales account; with `.tasks`.
    public var tasks: [SalesTask]? { related(all: "task_ids", in: "tasks") }
}
