/// The kinds of records that the account has defined for itself. They are defined in the service's own pages. Source: Freshdesk API v2,
/// custom objects: `GET /custom_objects/schemas`, `GET /custom_objects/schemas/{id}`.
///
/// ```swift
/// let bookings = freshdesk.customObjects.records(of: 30)
/// for try await booking in bookings.list([.atLeast("age", 35)], sortedBy: "customer_name") { … }
/// ```
public struct CustomObjectEndpoints: WholeRecords, FetchedRecords {
    /// What is there.
    public typealias Record = CustomObjectSchema
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "custom_objects/schemas" }
    /// Where the schemas stand in the answer.
    public static var listKeys: [String] { ["schemas"] }

    /// The records of a kind.
    public func records(of schema: Int64) -> CustomObjectRecordEndpoints {
        CustomObjectRecordEndpoints(api: api, path: "custom_objects/schemas/\(schema)/records")
    }
}

/// The records of a kind that the account has defined for itself. Source: Freshdesk API v2, custom objects.
public struct CustomObjectRecordEndpoints: Sendable {
    let api: APIClient
    let path: PathTemplate

    /// Records, in the order in which they were made unless told. `GET /custom_objects/schemas/{id}/records`
    /// - Parameters:
    ///   - conditions: What they must have, all of it at once.
    ///   - field: What they are sorted by; it must be filterable.
    ///   - isAscending: Whether the smallest comes first.
    ///   - pageSize: 1 to 100 records per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        _ conditions: [CustomObjectCondition] = [], sortedBy field: String? = nil, isAscending: Bool = true,
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<CustomObjectRecord> {
        api.list(
            ListEndpoint(
                "custom_objects.records.list", path,
                query: try Self.query(conditions, sortedBy: field, isAscending, pageSize), paging: .nextAddress,
                at: "records"), from: cursor, options)
    }

    private static func query(
        _ conditions: [CustomObjectCondition], sortedBy field: String?, _ isAscending: Bool, _ pageSize: Int
    ) throws -> QueryItems {
        var items = try QueryItems.conditions(conditions)
        items.append("sort_by", field.map { "\($0);\(isAscending ? "ASC" : "DESC")" })
        items.append("page_size", pageSize, .within(1...100))
        return items
    }

    /// How many records there are. `GET /custom_objects/schemas/{id}/records/count`
    /// - Parameter conditions: What they must have, all of it at once.
    public func count(
        _ conditions: [CustomObjectCondition] = [], options: CallOptions = CallOptions()
    ) async throws -> Int {
        try await api.send(
            Endpoint("custom_objects.records.count", .get, "\(path)/count", query: try .conditions(conditions)) {
                answer in
                guard let count = try answer.json()["count"].flatMap({ Int(json: $0) }) else {
                    throw FreshworksError(.unreadableResponse, "count is missing or not an integer")
                }
                return count
            }, options)
    }

    /// One record. `GET /custom_objects/schemas/{id}/records/{id}`
    public func get(_ id: String, options: CallOptions = CallOptions()) async throws -> CustomObjectRecord {
        try await api.send(Endpoint("custom_objects.records.get", .get, "\(path)/\(id)"), options)
    }

    /// Creates a record. `POST /custom_objects/schemas/{id}/records`
    @discardableResult
    public func create(
        _ draft: CustomObjectRecordDraft, options: CallOptions = CallOptions()
    ) async throws -> CustomObjectRecord {
        try await api.send(Endpoint("custom_objects.records.create", .post, path, body: .json(draft)), options)
    }

    /// Changes a record. `PUT /custom_objects/schemas/{id}/records/{id}`
    ///
    /// Say the `version` that was read, so that nobody's change is lost who was faster.
    @discardableResult
    public func update(
        _ id: String, _ update: CustomObjectRecordUpdate, options: CallOptions = CallOptions()
    ) async throws -> CustomObjectRecord {
        var body = update.json
        body["display_id"] = .string(id)
        return try await api.send(
            Endpoint(
                "custom_objects.records.update", .put, "\(path)/\(id)",
                // The id alone is no change.
                body: update.json.isEmpty ? .json(update) : .json(.object(body), refusing: update.fieldErrors)
            ).advising(
                .validationFailed,
                "Where it names the version, read the record again, and send the one that it has now."), options)
    }

    /// Deletes a record. `DELETE /custom_objects/schemas/{id}/records/{id}`
    public func delete(_ id: String, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("custom_objects.records.delete", .delete, "\(path)/\(id)"), options)
    }
}

extension FreshdeskClient {
    /// The kinds of records that the account has defined for itself.
    public var customObjects: CustomObjectEndpoints { CustomObjectEndpoints(api: api) }
}
