extension RecordEndpoints {
    /// Records that fit, as thin rows. `POST /filtered_search/contact`
    ///
    /// New records may lag the index of the service. See ``FilteredSearch`` for what the rows lack, and
    /// ``FilteredSearch/complete(include:atOnce:)`` for the records themselves.
    /// - Parameters:
    ///   - query: What to look for.
    ///   - order: `nil` leaves it to the service.
    ///   - include: What to send along; it also adds the ids that it is about to the rows.
    ///   - detail: Whether to ask for rows that are not thin, by `"detail":true`. The service does not document it; one
    ///     integration was seen to rely on it.
    ///   - pageSize: 1 to 100 rows per page.
    ///   - cursor: Where to go on, from the ``FilteredSearch/pages``; `nil` starts at the first page.
    ///   - options: For each page and record; the deadline too.
    public func search(
        _ query: SearchQuery<Record>, order: Order<ViewAttribute>? = nil, include: Set<Include<Record>> = [],
        detail: Bool = false, pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> FilteredSearch<Record> {
        FilteredSearch(
            api.list(
                ListEndpoint(
                    name("search"), "filtered_search/\(Record.record)", .post, query: .view(pageSize, order, include),
                    body: query.body(detail: detail), root: records),
                from: cursor, options),
            of: self, options)
    }

    /// How many records fit. `POST /filtered_search/contact`
    /// - Throws: ``FreshworksError/Code/unreadableResponse`` when the service does not tell.
    public func count(of query: SearchQuery<Record>, options: CallOptions = CallOptions()) async throws -> Int {
        try await api.send(
            Endpoint(
                name("count"), .post, "filtered_search/\(Record.record)", query: ["per_page": 1], body: query.body(),
                safeToRepeat: true
            ) { response in
                guard let total: Int = try response.json()["meta"]?.objectValue?["total"] else {
                    throw FreshworksError(.unreadableResponse, "meta.total is missing or not an integer")
                }
                return total
            }, options)
    }
}

extension CustomModuleEndpoints {
    /// Records that fit, as thin rows. `POST /filtered_search/{entity}`
    ///
    /// ```swift
    /// for try await order in freshsales.customModule("cm_orders").search(.ownerID(.is(7))) { … }
    /// ```
    /// - Parameters:
    ///   - query: What to look for.
    ///   - order: `nil` leaves it to the service.
    ///   - include: What to send along.
    ///   - detail: Whether to ask for rows that are not thin, by `"detail":true`. The service does not document it; one
    ///     integration was seen to rely on it.
    ///   - pageSize: 1 to 100 rows per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func search(
        _ query: SearchQuery<CustomModuleRecord>, order: Order<ViewAttribute>? = nil,
        include: Set<Include<CustomModuleRecord>> = [], detail: Bool = false, pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<CustomModuleRecord> {
        api.list(
            rows(
                "custom_modules.search", "filtered_search/\(entity)", .post, query: .view(pageSize, order, include),
                body: query.body(detail: detail)),
            from: cursor, options)
    }
}
