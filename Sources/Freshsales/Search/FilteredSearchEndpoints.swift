extension RecordEndpoints {
    /// Records that fit, as thin rows. `POST /filtered_search/contact`
    ///
    /// New records may lag the index of the service. See ``FilteredSearch`` for what the rows lack, and
    /// ``FilteredSearch/complete(include:atOnce:)`` for the records themselves.
    /// - Parameters:
    ///   - query: What to look for.
    ///   - order: `nil` leaves it to the service.
    ///   - include: What to send along; it also adds the ids that it is about to the rows.
    ///   - pageSize: 1 to 100 rows per page.
    ///   - cursor: Where to go on, from the ``FilteredSearch/pages``; `nil` starts at the first page.
    ///   - options: For each page and record; the deadline too.
    public func search(
        _ query: SearchQuery<Record>, order: Order<ViewAttribute>? = nil, include: Set<Include<Record>> = [],
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> FilteredSearch<Record> {
        FilteredSearch(
            api.list(
                ListEndpoint(
                    name("search"), "filtered_search/\(Record.record)", .post, query: .view(pageSize, order, include),
                    body: query.body, root: records),
                from: cursor, options),
            of: self, options)
    }

    /// How many records fit. `POST /filtered_search/contact`
    /// - Throws: ``FreshworksError/Code/unreadableResponse`` when the service does not tell.
    public func count(of query: SearchQuery<Record>, options: CallOptions = CallOptions()) async throws -> Int {
        try await api.send(
            Endpoint(
                name("count"), .post, "filtered_search/\(Record.record)", query: ["per_page": 1], body: query.body,
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
    ///   - pageSize: 1 to 100 rows per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func search(
        _ query: SearchQuery<CustomModuleRecord>, pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<CustomModuleRecord> {
        api.list(
            ListEndpoint(
                "custom_modules.search", "filtered_search/\(entity)", method: .post,
                query: .view(pageSize, nil, Set<Include<CustomModuleRecord>>()), body: query.body,
                paging: .totalPages, at: entity
            ).deliveringOnce(),
            from: cursor, options)
    }
}
