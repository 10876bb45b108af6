public import Foundation

/// The companies of a Freshdesk account. Source: Freshdesk API v2, companies.
public struct CompanyEndpoints: Sendable {
    let api: APIClient

    /// Creates a company. `POST /companies`
    /// - Throws: ``FreshworksError/Code/conflict`` if the name is taken.
    @discardableResult
    public func create(_ draft: CompanyDraft, options: CallOptions = CallOptions()) async throws -> Company {
        try await api.send(Endpoint("companies.create", .post, "companies", body: .json(draft)), options)
    }

    /// One company. `GET /companies/{id}`
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Company {
        try await api.send(Endpoint("companies.get", .get, "companies/\(id)"), options)
    }

    /// Companies, in alphabetical order. `GET /companies`
    /// - Parameters:
    ///   - date: Those changed at this time or later.
    ///   - pageSize: 1 to 100 companies per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        updatedSince date: Date? = nil, pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Company> {
        api.list(
            ListEndpoint(
                "companies.list", "companies", query: .page(of: pageSize, .updated(since: date)), paging: .linkHeader),
            from: cursor, options)
    }

    /// Changes a company. `PUT /companies/{id}`
    /// - Throws: ``FreshworksError/Code/conflict`` if the name is taken.
    @discardableResult
    public func update(
        _ id: Int64, _ update: CompanyUpdate, options: CallOptions = CallOptions()
    ) async throws -> Company {
        try await api.send(Endpoint("companies.update", .put, "companies/\(id)", body: .json(update)), options)
    }

    /// Deletes a company for good; its contacts stay. `DELETE /companies/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("companies.delete", .delete, "companies/\(id)"), options)
    }
}

extension FreshdeskClient {
    /// The companies of the account.
    public var companies: CompanyEndpoints { CompanyEndpoints(api: api) }
}
