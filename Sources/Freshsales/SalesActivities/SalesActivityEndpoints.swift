/// The sales activities of a Freshsales account. Source: Freshworks CRM API, sales activities:
/// `POST /sales_activities`, `GET`, `PUT` and `DELETE /sales_activities/{id}`.
///
/// Their kinds, outcomes and entity types are among the ``FreshsalesClient/selectors``.
public struct SalesActivityEndpoints: EditedRecords {
    /// What is there.
    public typealias Record = SalesActivity
    /// Sends the calls.
    public let api: APIClient

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
