extension ConnectionRegistry {
    /// The connection with an id; `nil` if there is none.
    /// - Throws: ``FreshworksError/Code/malformedConnection``; what the store throws.
    public func find(id: String) async throws -> Connection? {
        try await kept(id)?.record.connection
    }

    /// The connection with an id.
    /// - Throws: ``FreshworksError/Code/connectionNotFound`` if there is none; what the store throws.
    public func get(_ id: String) async throws -> Connection {
        guard let connection = try await find(id: id) else { throw FreshworksError.connectionNotFound }
        return connection
    }

    /// The connection with a name, whatever the letter case; `nil` if there is none.
    /// - Throws: What the store throws.
    public func find(name: String) async throws -> Connection? {
        try await connection(at: shelf.layout.name(name.trimmingWhitespace))
    }

    /// The connection that was given this token; `nil` for any other text. One read, however many connections there are.
    /// - Throws: What the store throws.
    public func find(token: Secret) async throws -> Connection? {
        guard let token = InstanceToken(token), let record = try await kept(token.id)?.record,
            record.tokenDigest == token.digest
        else { return nil }
        return record.connection
    }

    /// The connection that was given this token; `nil` for any other text. One read, however many connections there are.
    /// - Throws: What the store throws.
    public func find(token: String) async throws -> Connection? { try await find(token: Secret(token)) }

    /// The connection that serves a profile, or one user of it; `nil` if there is none.
    /// - Throws: What the store throws.
    public func find(profile key: ProfileKey) async throws -> Connection? {
        try await connection(at: shelf.layout.profile(key))
    }

    private func connection(at entry: String) async throws -> Connection? {
        guard let id = try await shelf.id(at: entry), let record = try await kept(id)?.record,
            shelf.layout.entries(of: record).contains(entry)
        else { return nil }
        return record.connection
    }
}
