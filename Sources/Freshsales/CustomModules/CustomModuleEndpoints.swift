/// The records of one kind that the account has made. Source: Freshworks CRM API, custom modules.
///
/// ```swift
/// let orders = freshsales.customModule("cm_orders")
/// let order = try await orders.create(CustomModuleDraft(name: "No. 7") { $0.customFields["cf_amount"] = 12 })
/// ```
public struct CustomModuleEndpoints: Sendable {
    let api: APIClient
    /// The name of the module in the API, such as `cm_orders`.
    public let entity: String

    /// Creates a record. `POST /custom_module/{entity}`
    @discardableResult
    public func create(
        _ draft: CustomModuleDraft, options: CallOptions = CallOptions()
    ) async throws -> CustomModuleRecord {
        try await api.send(
            Endpoint(
                "custom_modules.create", .post, "custom_module/\(entity)", body: .json(draft, at: entity), at: entity),
            options)
    }

    /// One record. `GET /custom_module/{entity}/{id}`
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> CustomModuleRecord {
        try await api.send(
            Endpoint("custom_modules.get", .get, "custom_module/\(entity)/\(id)", at: entity), options)
    }

    /// The records of a saved view. `GET /custom_module/{entity}/view/{view_id}`
    /// - Parameters:
    ///   - view: The id of the view; the web app shows it in the address.
    ///   - order: `nil` keeps the view's own order.
    ///   - include: What to send along.
    ///   - pageSize: 1 to 100 records per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        view: Int64, order: Order<ViewAttribute>? = nil, include: Set<Include<CustomModuleRecord>> = [],
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<CustomModuleRecord> {
        api.list(
            rows(
                "custom_modules.list", "custom_module/\(entity)/view/\(view)",
                query: .view(pageSize, order, include)
            ).perhapsWhole(pageSize), from: cursor, options)
    }

    /// Describes a list of the module's records, whose related ones stand beside them.
    func rows(
        _ operation: String, _ path: PathTemplate, _ method: TransportRequest.Method = .get,
        query: @autoclosure () throws -> QueryItems, body: @autoclosure () throws -> RequestBody = .none
    ) -> ListEndpoint<CustomModuleRecord> {
        ListEndpoint(
            operation, path, method: method, query: try query(), body: try body(), paging: .totalPages
        ) { [entity] answer in
            let sideloads = Sideloads(of: answer, besides: entity)
            return try answer.records(CustomModuleRecord.self, at: [entity]).map { $0.beside(sideloads) }
        }.deliveringOnce()
    }

    /// Changes a record. `PUT /custom_module/{entity}/{id}`
    @discardableResult
    public func update(
        _ id: Int64, _ update: CustomModuleUpdate, options: CallOptions = CallOptions()
    ) async throws -> CustomModuleRecord {
        try await api.send(
            Endpoint(
                "custom_modules.update", .put, "custom_module/\(entity)/\(id)", body: .json(update, at: entity),
                at: entity), options)
    }

    /// Copies a record. `POST /custom_module/{entity}/{id}/clone`
    /// - Parameter changes: What shall be different in the copy.
    @discardableResult
    public func clone(
        _ id: Int64, changing changes: CustomModuleUpdate = CustomModuleUpdate(), options: CallOptions = CallOptions()
    ) async throws -> CustomModuleRecord {
        try await api.send(
            Endpoint(
                "custom_modules.clone", .post, "custom_module/\(entity)/\(id)/clone",
                body: .json([entity: .object(changes.json)], refusing: changes.fieldErrors), at: entity), options)
    }

    /// Deletes a record. `DELETE /custom_module/{entity}/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("custom_modules.delete", .delete, "custom_module/\(entity)/\(id)"), options)
    }

    /// Erases a record for ever. `DELETE /custom_module/{entity}/{id}/forget`
    public func forget(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint("custom_modules.forget", .delete, "custom_module/\(entity)/\(id)/forget"), options)
    }

    /// Deletes records. `POST /custom_module/{entity}/bulk_destroy`
    public func delete(_ ids: [Int64], options: CallOptions = CallOptions()) async throws {
        try await api.send(
            .selecting("custom_modules.bulk_destroy", "custom_module/\(entity)/bulk_destroy", ids), options)
    }
}

extension FreshsalesClient {
    /// The records of one kind that the account has made.
    /// - Parameter entity: Its name in the API, such as `cm_orders`; ``FieldSettingEndpoints/modules(options:)`` lists them.
    public func customModule(_ entity: String) -> CustomModuleEndpoints {
        CustomModuleEndpoints(api: api, entity: entity)
    }
}
