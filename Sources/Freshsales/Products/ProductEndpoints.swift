/// The products of a Freshsales account. Source: Freshworks CRM API, products.
public struct ProductEndpoints: Sendable {
    let api: APIClient

    /// Creates a product. `POST /cpq/products`
    ///
    /// With prices it includes them, as an update has to; the service documents prices for updates alone.
    @discardableResult
    public func create(_ draft: ProductDraft, options: CallOptions = CallOptions()) async throws -> Product {
        try await api.send(
            Endpoint(
                "products.create", .post, "cpq/products",
                query: .including(toWrite: [Include<Product>.pricings], in: draft.json),
                body: .json(draft, at: "product"), at: "product"), options)
    }

    /// One product. `GET /cpq/products/{id}`
    public func get(
        _ id: Int64, include: Set<Include<Product>> = [], options: CallOptions = CallOptions()
    ) async throws -> Product {
        try await api.send(
            Endpoint(
                "products.get", .get, "cpq/products/\(id)", query: .joined("include", include), at: "product"), options)
    }

    /// Changes a product, and its prices. `PUT /cpq/products/{id}`
    ///
    /// With prices the service wants them included, and so they are.
    @discardableResult
    public func update(
        _ id: Int64, _ update: ProductUpdate, include: Set<Include<Product>> = [],
        options: CallOptions = CallOptions()
    ) async throws -> Product {
        try await api.send(
            Endpoint(
                "products.update", .put, "cpq/products/\(id)",
                query: .including(include, toWrite: [.pricings], in: update.json),
                body: .json(update, at: "product"), at: "product"), options)
    }

    /// Deletes a product; ``restore(_:options:)`` brings it back. `DELETE /cpq/products/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("products.delete", .delete, "cpq/products/\(id)"), options)
    }

    /// Brings back a product that was deleted. `PUT /cpq/products/{id}/restore`
    public func restore(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("products.restore", .put, "cpq/products/\(id)/restore"), options)
    }

    /// Gives products to another owner. `POST /cpq/products/bulk_assign`
    ///
    /// The service documents no body of this call; it is sent that of the like call of contacts.
    public func assign(_ ids: [Int64], to owner: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(.assigning("products.bulk_assign", "cpq/products/bulk_assign", ids, to: owner), options)
    }

    /// Deletes products. `POST /cpq/products/bulk_delete`
    ///
    /// The service documents no body of this call; it is sent that of the like call of contacts.
    public func delete(_ ids: [Int64], options: CallOptions = CallOptions()) async throws {
        try await api.send(.selecting("products.bulk_delete", "cpq/products/bulk_delete", ids), options)
    }
}

extension Endpoint<Void> {
    /// A call for several records at once.
    static func selecting(
        _ operation: String, _ path: PathTemplate, _ ids: [Int64], _ more: JSONObject = [:], safeToRepeat: Bool = true
    ) -> Endpoint {
        let body = JSONObject([("selected_ids", .ids(ids))] + more.map { ($0.key, $0.value) })
        return Endpoint(operation, .post, path, body: .json(.object(body)), safeToRepeat: safeToRepeat).checking {
            try ArgumentCheck.ids(ids, "selected_ids")
            if ids.isEmpty { throw ArgumentCheck.refusal("selected_ids", "must not be empty") }
        }
    }

    /// A call that gives several records to another owner.
    static func assigning(
        _ operation: String, _ path: PathTemplate, _ ids: [Int64], to owner: Int64
    ) -> Endpoint {
        selecting(operation, path, ids, ["owner_id": owner.jsonValue]).checking {
            try ArgumentCheck.id(owner, "owner_id")
        }
    }
}

extension FreshsalesClient {
    /// The products of the account.
    public var products: ProductEndpoints { ProductEndpoints(api: api) }
}
