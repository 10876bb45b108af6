extension FreshchatClient {
    /// Ids, plan and place of the account: the cheapest call there is. `GET /accounts/configuration`
    public func configuration(options: CallOptions = CallOptions()) async throws -> AccountConfiguration {
        try await api.send(
            Endpoint("account.configuration", .get, "accounts/configuration") { response in
                let json = try response.json()
                // Some accounts wrap the object.
                return try json.record(at: json["configuration"]?.objectValue == nil ? [] : ["configuration"])
            }, options)
    }
}
