/// The sales activities of a Freshsales account. Source: Freshworks CRM API, sales activities.
///
/// Their kinds, outcomes and entity types are among the ``FreshsalesClient/selectors``.
public struct SalesActivityEndpoints: Sendable {
    let api: APIClient

    /// Keeps an activity. `POST /sales_activities`
    @discardableResult
    public func create(
        _ draft: SalesActivityDraft, options: CallOptions = CallOptions()
    ) async throws -> SalesActivity {
        try await api.send(
            Endpoint(
                "sales_activities.create", .post, "sales_activities", body: .json(draft, at: "sales_activity"),
                root: "sales_activity"), options)
    }

    /// One activity. `GET /sales_activities/{id}`
    public func get(
        _ id: Int64, include: Set<Include<SalesActivity>> = [], options: CallOptions = CallOptions()
    ) async throws -> SalesActivity {
        try await api.send(
            Endpoint(
                "sales_activities.get", .get, "sales_activities/\(id)", query: .joined("include", include),
                root: "sales_activity"), options)
    }

    /// All activities. `GET /sales_activities`
    /// - Parameters:
    ///   - include: What to send along.
    ///   - pageSize: 1 to 100 activities per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        include: Set<Include<SalesActivity>> = [], pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<SalesActivity> {
        api.list(
            ListEndpoint(
                "sales_activities.list", "sales_activities", query: .view(pageSize, nil, include),
                root: "sales_activities"),
            from: cursor, options)
    }

    /// Changes an activity. `PUT /sales_activities/{id}`
    @discardableResult
    public func update(
        _ id: Int64, _ update: SalesActivityUpdate, options: CallOptions = CallOptions()
    ) async throws -> SalesActivity {
        try await api.send(
            Endpoint(
                "sales_activities.update", .put, "sales_activities/\(id)", body: .json(update, at: "sales_activity"),
                root: "sales_activity"), options)
    }

    /// Deletes an activity. `DELETE /sales_activities/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("sales_activities.delete", .delete, "sales_activities/\(id)"), options)
    }
}

extension Include where Record == SalesActivity {
    /// The user who did it.
    public static var owner: Self { Self(rawValue: "owner") }
    /// The user who created it.
    public static var creator: Self { Self(rawValue: "creater") }
    /// The user who last changed it.
    public static var updater: Self { Self(rawValue: "updater") }
    /// The records that it is about.
    public static var target: Self { Self(rawValue: "targetable") }
    /// How it ended.
    public static var outcome: Self { Self(rawValue: "outcome") }
}

extension FreshsalesClient {
    /// The sales activities of the account.
    public var salesActivities: SalesActivityEndpoints { SalesActivityEndpoints(api: api) }
}
