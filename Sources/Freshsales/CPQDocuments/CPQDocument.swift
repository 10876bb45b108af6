/// A quote or another document about products. Source: Freshworks CRM API, CPQ. Accounts whose plan lacks CPQ answer 403.
///
/// The service documents none of its keys but `products`; `json` has them all.
public struct CPQDocument: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a document.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``CPQDocument``.
    public final class Fields: FieldTable {
        /// The products that it is about; with `.products`.
        public let products = ReadOnly<[JSONObject]>("products")

        /// The only instance.
        public static let table = Fields()
    }
}

extension Include where Record == CPQDocument {
    /// The products that it is about.
    public static var products: Self { Self(rawValue: "products") }
}

/// The CPQ documents of a Freshsales account. Source: Freshworks CRM API, CPQ.
///
/// What they hold is sent as it is given, since the service documents no keys.
public struct CPQDocumentEndpoints: Sendable {
    let api: APIClient

    /// Creates a document. `POST /cpq/cpq_documents`
    ///
    /// With `products` it includes them, as an update has to.
    @discardableResult
    public func create(
        _ attributes: JSONObject, options: CallOptions = CallOptions()
    ) async throws -> CPQDocument {
        try await api.send(
            Endpoint(
                "cpq_documents.create", .post, "cpq/cpq_documents",
                query: .including(toWrite: [Include<CPQDocument>.products], in: attributes),
                body: .json(["cpq_document": .object(attributes)]), at: "cpq_document"), options)
    }

    /// One document. `GET /cpq/cpq_documents/{id}`
    public func get(
        _ id: Int64, include: Set<Include<CPQDocument>> = [], options: CallOptions = CallOptions()
    ) async throws -> CPQDocument {
        try await api.send(
            Endpoint(
                "cpq_documents.get", .get, "cpq/cpq_documents/\(id)", query: .joined("include", include),
                at: "cpq_document"), options)
    }

    /// Changes a document. `PUT /cpq/cpq_documents/{id}`
    ///
    /// With `products` the service wants them included, and so they are.
    @discardableResult
    public func update(
        _ id: Int64, _ changes: JSONObject, include: Set<Include<CPQDocument>> = [],
        options: CallOptions = CallOptions()
    ) async throws -> CPQDocument {
        try await api.send(
            Endpoint(
                "cpq_documents.update", .put, "cpq/cpq_documents/\(id)",
                query: .including(include, toWrite: [.products], in: changes),
                body: .json(["cpq_document": .object(changes)]), at: "cpq_document"), options)
    }

    /// Deletes a document; ``restore(_:options:)`` brings it back. `DELETE /cpq/cpq_documents/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("cpq_documents.delete", .delete, "cpq/cpq_documents/\(id)"), options)
    }

    /// Brings back a document that was deleted. `PUT /cpq/cpq_documents/{id}/restore`
    public func restore(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("cpq_documents.restore", .put, "cpq/cpq_documents/\(id)/restore"), options)
    }

    /// Erases a document for ever. `DELETE /cpq/cpq_documents/{id}/forget`
    public func forget(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("cpq_documents.forget", .delete, "cpq/cpq_documents/\(id)/forget"), options)
    }

    /// The products that a document is about. `GET /cpq/cpq_documents/{id}/related_products`
    public func products(of id: Int64, options: CallOptions = CallOptions()) async throws -> [Product] {
        try await api.send(
            Endpoint<[Product]>("cpq_documents.products", .get, "cpq/cpq_documents/\(id)/related_products") {
                response in
                // No documentation names the root key.
                let answer = try response.json()
                let root = ["related_products", "products"].first { answer[$0] != nil }
                return try answer.records(at: [root].compactMap(\.self))
            }, options)
    }

    /// Gives documents to another owner. `POST /cpq/cpq_documents/bulk_assign`
    ///
    /// The service documents no body of this call; it is sent that of the like call of contacts.
    public func assign(_ ids: [Int64], to owner: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            .assigning("cpq_documents.bulk_assign", "cpq/cpq_documents/bulk_assign", ids, to: owner), options)
    }
}

extension FreshsalesClient {
    /// The CPQ documents of the account.
    public var cpqDocuments: CPQDocumentEndpoints { CPQDocumentEndpoints(api: api) }
}
