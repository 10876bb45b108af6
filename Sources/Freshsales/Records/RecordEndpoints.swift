/// The calls that contacts, sales accounts and deals have in common. Source: Freshworks CRM API, contacts, accounts and
/// deals.
///
/// Lists go by a saved view: the service has no list without one, and answers `GET /contacts` with 403.
public struct RecordEndpoints<Record: SalesRecord>: FetchedRecords, CreatedRecords {
    /// Sends the calls.
    public let api: APIClient

    /// The records of a saved view. `GET /contacts/view/{view_id}`
    /// - Parameters:
    ///   - view: The id of one of the ``views(options:)``.
    ///   - order: `nil` keeps the view's own order.
    ///   - include: What to send along.
    ///   - pageSize: 1 to 100 records per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        view: Int64, order: Order<ViewAttribute>? = nil, include: Set<Include<Record>> = [], pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Record> {
        list(view, order, include, pageSize, from: cursor, options)
    }

    /// - Parameter failed: Hears of pages that could not be read.
    func list(
        _ view: Int64, _ order: Order<ViewAttribute>?, _ include: Set<Include<Record>>, _ pageSize: Int,
        from cursor: PageCursor?, _ options: CallOptions,
        failed: @escaping @Sendable (FreshworksError) -> Void = { _ in }
    ) -> PagedSequence<Record> {
        api.list(
            ListEndpoint(
                name("list"), "\(Record.records)/view/\(view)", query: .view(pageSize, order, include), root: records
            ).onFailure(failed),
            from: cursor, options)
    }

    /// Changes a record. `PUT /contacts/{id}`
    /// - Parameter include: What to send along.
    @discardableResult
    public func update(
        _ id: Int64, _ update: Update<Record.Fields>, include: Set<Include<Record>> = [],
        options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(
                name("update"), .put, "\(Record.records)/\(id)",
                query: .including(include, toWrite: Record.includedToWrite, in: update.json),
                body: .json(update, at: record), root: record), options)
    }

    /// Changes the record that a unique key names, or creates one: what the draft does not set stays as it is.
    /// `POST /contacts/upsert`
    @discardableResult
    public func upsert(
        by key: UniqueKey<Record>, _ draft: Draft<Record.Fields>, include: Set<Include<Record>> = [],
        options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(
                name("upsert"), .post, "\(Record.records)/upsert",
                query: .including(include, toWrite: Record.includedToWrite, in: draft.json),
                body: .json(
                    ["unique_identifier": .object(key.json), record: .object(draft.json)],
                    // What the draft lacks, the record may have already.
                    refusing: key.fieldErrors + draft.valueErrors), safeToRepeat: true, root: record), options)
    }

    /// Copies a record. `POST /contacts/{id}/clone`
    /// - Parameter changes: What shall be different in the copy: e-mail addresses and names of sales accounts must be,
    ///   because they are unique.
    @discardableResult
    public func clone(
        _ id: Int64, changing changes: Update<Record.Fields> = Update(), options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint(
                name("clone"), .post, "\(Record.records)/\(id)/clone",
                query: .including(toWrite: Record.includedToWrite, in: changes.json),
                body: .json([record: .object(changes.json)], refusing: changes.fieldErrors), root: record), options)
    }

    /// Puts a record into the recycle bin, where it can still be read. `DELETE /contacts/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint(name("delete"), .delete, "\(Record.records)/\(id)").advising(absenceOf: Record.self), options)
    }

    /// Erases a record for ever, with everything that belongs to it. `DELETE /contacts/{id}/forget`
    public func forget(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint(name("forget"), .delete, "\(Record.records)/\(id)/forget").advising(absenceOf: Record.self),
            options)
    }
}
