/// The deals of a Freshsales account. Source: Freshworks CRM API, deals.
///
/// Lists go by a saved view: the service has no list without one, and answers `GET /deals` with 403.
public struct DealEndpoints: Sendable {
    let api: APIClient

    /// The saved views to list by. `GET /deals/filters`
    public func filters(options: CallOptions = CallOptions()) async throws -> [SavedView] {
        try await api.send(Endpoint("deals.filters", .get, "deals/filters", at: "filters"), options)
    }

    /// The deals of a saved view. `GET /deals/view/{view_id}`
    /// - Parameters:
    ///   - view: The id of one of the ``filters(options:)``.
    ///   - order: `nil` keeps the view's own order.
    ///   - include: What to send along.
    ///   - pageSize: 1 to 100 deals per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    public func list(
        view: Int64, order: Order<ViewAttribute>? = nil, include: Set<Include<Deal>> = [], pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Deal> {
        api.list(
            try ListEndpoint(
                "deals.list", "deals/view/\(view)", query: .view(pageSize, order, include), root: "deals"),
            from: cursor, options)
    }

    /// One deal. `GET /deals/{id}`
    public func view(
        _ id: Int64, include: Set<Include<Deal>> = [], options: CallOptions = CallOptions()
    ) async throws -> Deal {
        try await api.send(
            Endpoint("deals.view", .get, "deals/\(id)", query: .joined("include", include), root: "deal"), options)
    }

    /// Creates a deal. `POST /deals`
    /// - Throws: ``FreshworksError/Code/requestRefused`` if a field that the account demands is missing.
    @discardableResult
    public func create(_ draft: DealDraft, options: CallOptions = CallOptions()) async throws -> Deal {
        try draft.check()
        return try await api.send(
            Endpoint("deals.create", .post, "deals", body: .json(["deal": draft]), root: "deal"), options)
    }

    /// Changes a deal. `PUT /deals/{id}`
    @discardableResult
    public func update(
        _ id: Int64, _ update: DealUpdate, include: Set<Include<Deal>> = [], options: CallOptions = CallOptions()
    ) async throws -> Deal {
        try update.check()
        return try await api.send(
            Endpoint(
                "deals.update", .put, "deals/\(id)", query: .joined("include", include), body: .json(["deal": update]),
                root: "deal"),
            options)
    }

    /// Changes the deal that a unique key names, or creates one: what the draft does not set stays as it is.
    /// `POST /deals/upsert`
    @discardableResult
    public func upsert(
        _ draft: DealDraft, uniqueBy key: UniqueKey<Deal>, include: Set<Include<Deal>> = [],
        options: CallOptions = CallOptions()
    ) async throws -> Deal {
        try key.check()
        try draft.check()
        return try await api.send(
            Endpoint(
                "deals.upsert", .post, "deals/upsert", query: .joined("include", include),
                body: .json(UpsertBody(key: key, root: "deal", draft: draft)), safeToRepeat: true, root: "deal"),
            options)
    }

    /// Copies a deal. `POST /deals/{id}/clone`
    /// - Parameter changes: What shall be different in the copy.
    @discardableResult
    public func clone(
        _ id: Int64, changing changes: DealUpdate = DealUpdate(), options: CallOptions = CallOptions()
    ) async throws -> Deal {
        try changes.check()
        return try await api.send(
            Endpoint("deals.clone", .post, "deals/\(id)/clone", body: .json(["deal": changes]), root: "deal"), options)
    }

    /// Puts a deal into the recycle bin, where it can still be viewed. `DELETE /deals/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("deals.delete", .delete, "deals/\(id)"), options)
    }

    /// Erases a deal for ever, with everything that belongs to it. `DELETE /deals/{id}/forget`
    public func forget(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("deals.forget", .delete, "deals/\(id)/forget"), options)
    }
}

extension FreshsalesClient {
    /// The deals of the account.
    public var deals: DealEndpoints { DealEndpoints(api: api) }
}
