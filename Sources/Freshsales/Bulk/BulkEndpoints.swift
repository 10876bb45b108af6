/// How far a call for many records is.
public struct BulkProgress: Sendable {
    /// How many records there are in all.
    public let total: Int
    /// Of how many it is known how they ended.
    public let done: Int
    /// The job of the request that is under way; `nil` between two requests.
    public let job: BulkJob?
}

extension RecordEndpoints {
    /// Changes or creates many records, each as ``upsert(by:_:include:options:)`` does, and waits for the service to do it.
    /// `POST /contacts/bulk_upsert`, then `GET /job_statuses/{id}`
    ///
    /// The service takes 100 records at a time, so that more are several requests, one after the other. What becomes of a
    /// record is data and no error: a request that fails leaves the others as they are. Only after a failure that would
    /// meet them all, such as a credential that is rejected, are the rest not sent.
    ///
    /// A request whose answer is lost is not sent again, because the service may be at work on it. Records of an answer that
    /// names no job are unknown, since nothing will tell of them.
    /// - Parameters:
    ///   - records: What to write. All that is wrong is refused before anything is sent, and named by the record's place:
    ///     `contacts[17].email`.
    ///   - batchSize: How many records one request has, 1 to 100.
    ///   - deadline: For the wait for each request's job. The job goes on behind it.
    ///   - options: For each call; the deadline too.
    ///   - onProgress: Gets how far it is, each time that something is known.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` before anything is sent; `CancellationError` when cancelled.
    public nonisolated(nonsending) func bulkUpsert(
        _ records: [BulkUpsert<Record>], batchSize: Int = 100, deadline: Duration = .seconds(600),
        options: CallOptions = CallOptions(), onProgress: (BulkProgress) -> Void = { _ in }
    ) async throws -> BulkReport<BulkUpsert<Record>> {
        let root = self.records
        let call = BulkCall<BulkUpsert<Record>>(
            api: api, operation: name("bulk_upsert"), path: "\(Record.records)/bulk_upsert", deadline: deadline,
            options: options,
            withoutJob: .unknown("the service names no job, which would tell what became of the record"),
            errors: { place, record in
                record.fieldErrors.map { error in
                    FreshworksError.FieldError(
                        field: "\(root)[\(place)]\(error.field.map { "." + $0 } ?? "")", code: error.code,
                        message: error.message)
                }
            },
            body: { [root: .array($0.map { .object($0.json) })] }, keys: { $0.identifier })
        return try await call.run(records, batchSize: batchSize, onProgress)
    }

    /// Puts many records into the recycle bin. `POST /contacts/bulk_destroy`
    ///
    /// The service answers that it took them on, and nothing of single records. More than 100 are several requests, of
    /// which one that fails leaves the others as they are.
    /// - Parameters:
    ///   - ids: The records.
    ///   - options: For each call; the deadline too.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` before anything is sent; `CancellationError` when cancelled.
    @discardableResult
    public func bulkDelete(
        _ ids: [Int64], options: CallOptions = CallOptions()
    ) async throws -> BulkReport<Int64> {
        try await bulk("bulk_delete", "\(Record.records)/bulk_destroy", ids, [:], options)
    }

    /// A call that names records by their ids.
    func bulk(
        _ call: String, _ path: PathTemplate, _ ids: [Int64], _ more: JSONObject, _ options: CallOptions
    ) async throws -> BulkReport<Int64> {
        let call = BulkCall<Int64>(
            api: api, operation: name(call), path: path, deadline: .seconds(600), options: options,
            withoutJob: .accepted,
            errors: { place, id in id > 0 ? [] : [.refused("selected_ids[\(place)]", "must be a positive id")] },
            body: { ids in
                JSONObject([("selected_ids", .array(ids.map(\.jsonValue)))] + more.map { ($0.key, $0.value) })
            }, keys: { ["id": $0.jsonValue] })
        return try await call.run(ids, batchSize: 100)
    }
}

extension RecordEndpoints where Record == SalesAccount {
    /// Puts many sales accounts into the recycle bin. `POST /sales_accounts/bulk_destroy`
    /// - Parameters:
    ///   - ids: The sales accounts.
    ///   - deletingAssociated: Whether their contacts and deals go there too.
    ///   - options: For each call; the deadline too.
    /// - Throws: As ``bulkDelete(_:options:)``.
    @discardableResult
    public func bulkDelete(
        _ ids: [Int64], deletingAssociated: Bool, options: CallOptions = CallOptions()
    ) async throws -> BulkReport<Int64> {
        try await bulk(
            "bulk_delete", "sales_accounts/bulk_destroy", ids,
            ["delete_associated_contacts_deals": .bool(deletingAssociated)], options)
    }
}

extension RecordEndpoints where Record == Contact {
    /// Gives many contacts to an owner. `POST /contacts/bulk_assign_owner`
    ///
    /// The same is true of it as of ``bulkDelete(_:options:)``.
    /// - Parameters:
    ///   - ids: The contacts.
    ///   - ownerID: The user who shall own them.
    ///   - options: For each call; the deadline too.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` before anything is sent; `CancellationError` when cancelled.
    @discardableResult
    public func bulkAssign(
        _ ids: [Int64], to ownerID: Int64, options: CallOptions = CallOptions()
    ) async throws -> BulkReport<Int64> {
        try await assign(ids, to: ownerID, options)
    }
}

extension RecordEndpoints where Record == Lead {
    /// Gives many leads to an owner. Classic accounts only. `POST /leads/bulk_assign_owner`
    ///
    /// The same is true of it as of ``bulkDelete(_:options:)``.
    /// - Parameters:
    ///   - ids: The leads.
    ///   - ownerID: The user who shall own them.
    ///   - options: For each call; the deadline too.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` before anything is sent; `CancellationError` when cancelled.
    @discardableResult
    public func bulkAssign(
        _ ids: [Int64], to ownerID: Int64, options: CallOptions = CallOptions()
    ) async throws -> BulkReport<Int64> {
        try await assign(ids, to: ownerID, options)
    }
}

extension RecordEndpoints {
    fileprivate func assign(
        _ ids: [Int64], to ownerID: Int64, _ options: CallOptions
    ) async throws -> BulkReport<Int64> {
        try ArgumentCheck.id(ownerID, "owner_id")
        return try await bulk(
            "bulk_assign", "\(Record.records)/bulk_assign_owner", ids, ["owner_id": ownerID.jsonValue], options)
    }
}
