// What is done with companies besides creating and changing them. Source: Freshdesk API v2, companies.

extension CompanyEndpoints {
    /// Companies whose name begins with a text, whatever its case. `GET /companies/autocomplete?name=`
    public func autocomplete(_ name: String, options: CallOptions = CallOptions()) async throws -> [Suggestion] {
        try await api.send(
            Endpoint(
                "companies.autocomplete", .get, "companies/autocomplete", query: .term("name", name), at: "companies"),
            options)
    }

    /// All companies as a file.
    public var exports: ExportEndpoints { ExportEndpoints(api: api, collection: "companies") }

    /// Companies from a file.
    public var imports: ImportEndpoints { ImportEndpoints(api: api, collection: "companies") }
}
