/// The sales accounts of a Freshsales account. Source: Freshworks CRM API, accounts.
///
/// Lists go by a saved view: the service has no list without one, and answers `GET /sales_accounts` with 403.
public struct SalesAccountEndpoints: Sendable {
    let api: APIClient

    /// The saved views to list by. `GET /sales_accounts/filters`
    public func filters(options: CallOptions = CallOptions()) async throws -> [SavedView] {
        try await api.send(Endpoint("sales_accounts.filters", .get, "sales_accounts/filters", at: "filters"), options)
    }

    /// The sales accounts of a saved view. `GET /sales_accounts/view/{view_id}`
    /// - Parameters:
    ///   - view: The id of one of the ``filters(options:)``.
    ///   - order: `nil` keeps the view's own order.
    ///   - include: What to send along.
    ///   - pageSize: 1 to 100 sales accounts per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    public func list(
        view: Int64, order: Order<ViewAttribute>? = nil, include: Set<Include<SalesAccount>> = [], pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<SalesAccount> {
        api.list(
            try ListEndpoint(
                "sales_accounts.list", "sales_accounts/view/\(view)", query: .view(pageSize, order, include),
                root: "sales_accounts"),
            from: cursor, options)
    }

    /// One sales account. `GET /sales_accounts/{id}`
    public func view(
        _ id: Int64, include: Set<Include<SalesAccount>> = [], options: CallOptions = CallOptions()
    ) async throws -> SalesAccount {
        try await api.send(
            Endpoint(
                "sales_accounts.view", .get, "sales_accounts/\(id)", query: .joined("include", include),
                root: "sales_account"),
            options)
    }

    /// Creates a sales account. `POST /sales_accounts`
    /// - Throws: ``FreshworksError/Code/requestRefused`` if the name is taken or a field that the account demands is missing.
    @discardableResult
    public func create(_ draft: SalesAccountDraft, options: CallOptions = CallOptions()) async throws -> SalesAccount {
        try draft.check()
        return try await api.send(
            Endpoint(
                "sales_accounts.create", .post, "sales_accounts", body: .json(["sales_account": draft]),
                root: "sales_account"), options)
    }

    /// Changes a sales account. `PUT /sales_accounts/{id}`
    @discardableResult
    public func update(
        _ id: Int64, _ update: SalesAccountUpdate, options: CallOptions = CallOptions()
    ) async throws -> SalesAccount {
        try update.check()
        return try await api.send(
            Endpoint(
                "sales_accounts.update", .put, "sales_accounts/\(id)", body: .json(["sales_account": update]),
                root: "sales_account"),
            options)
    }

    /// Changes the sales account that a unique key names, or creates one: what the draft does not set stays as it is.
    /// `POST /sales_accounts/upsert`
    @discardableResult
    public func upsert(
        _ draft: SalesAccountDraft, uniqueBy key: UniqueKey<SalesAccount>, include: Set<Include<SalesAccount>> = [],
        options: CallOptions = CallOptions()
    ) async throws -> SalesAccount {
        try key.check()
        try draft.check()
        return try await api.send(
            Endpoint(
                "sales_accounts.upsert", .post, "sales_accounts/upsert", query: .joined("include", include),
                body: .json(UpsertBody(key: key, root: "sales_account", draft: draft)), safeToRepeat: true,
                root: "sales_account"),
            options)
    }

    /// Copies a sales account. `POST /sales_accounts/{id}/clone`
    /// - Parameter changes: What shall be different in the copy; the name must be, because it is unique.
    @discardableResult
    public func clone(
        _ id: Int64, changing changes: SalesAccountUpdate = SalesAccountUpdate(), options: CallOptions = CallOptions()
    ) async throws -> SalesAccount {
        try changes.check()
        return try await api.send(
            Endpoint(
                "sales_accounts.clone", .post, "sales_accounts/\(id)/clone", body: .json(["sales_account": changes]),
                root: "sales_account"), options)
    }

    /// Puts a sales account into the recycle bin, where it can still be viewed. `DELETE /sales_accounts/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("sales_accounts.delete", .delete, "sales_accounts/\(id)"), options)
    }

    /// Erases a sales account for ever, with everything that belongs to it. `DELETE /sales_accounts/{id}/forget`
    public func forget(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("sales_accounts.forget", .delete, "sales_accounts/\(id)/forget"), options)
    }
}

extension FreshsalesClient {
    /// The sales accounts of the account.
    public var salesAccounts: SalesAccountEndpoints { SalesAccountEndpoints(api: api) }
}
