extension Connection {
    /// Whether raw answers come without members that are null: what integration platforms call `filter.response.nulls`.
    ///
    /// It stands in ``options`` under that name, or in the configuration of an imported instance. Where neither says anything,
    /// an instance has it and every other connection has not, as on those platforms.
    public var dropsNullMembers: Bool {
        let name = "filter.response.nulls"
        let imported: JSONValue? = options[ConnectionFormat.cloudElements.rawValue]?["configuration"]?[name]
        guard let value = options[name] ?? imported else {
            return provenance.source == ConnectionFormat.cloudElements.rawValue
        }
        // Forms write it as a text.
        return value.boolValue ?? (value.stringValue?.lowercased() != "false")
    }

    /// Sends a request given by method and path, and gives its answer as ``dropsNullMembers`` says.
    ///
    /// Typed clients do without: to them an absent member and one that is null are the same.
    /// - Parameter path: Below the account's base URL, as the service's documentation prints it.
    /// - Returns: The JSON of the answer; null for one without a body.
    /// - Throws: ``FreshworksError`` for every other status and for what is not JSON; `CancellationError` when cancelled.
    public func call(
        _ method: TransportRequest.Method, _ path: String, query: QueryItems = [:], body: JSONValue? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> JSONValue {
        let client = try APIClient(account: account, credential: credentialProvider, runtime: registry.runtime)
        let response = try await client.call(method, path, query: query, body: body, options: options)
        guard !response.body.isEmpty else { return .null }
        let json = try response.json()
        return dropsNullMembers ? json.droppingNullMembers() : json
    }
}
