extension ConnectionRegistry {
    /// Takes over the tokens of a new consent, for a connection that has a session. Running clients go on with them.
    ///
    /// They must be the same client's of the same server; for others add a connection, or replace the credential.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; ``FreshworksError/Code/invalidArgument`` for a connection
    ///   of another kind; what the store throws.
    @discardableResult
    public func reauthorize(_ id: String, with tokens: OAuthTokens) async throws -> Connection {
        let record = try await recordWithSession(id)
        try await provider(for: record.connection).session().reauthorize(with: tokens)
        return try await change(id) { $0.note(nil) }
    }

    /// The client that a connection's session was made with, such as to ask for consent again.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; ``FreshworksError/Code/invalidArgument`` for a connection
    ///   of another kind; what the store throws.
    public func oauthClient(of id: String) async throws -> OAuthClient {
        let record = try await recordWithSession(id)
        guard let session = record.session else { throw FreshworksError.connectionNotFound }
        return try OAuthClient(session.configuration, runtime: runtime)
    }

    private func recordWithSession(_ id: String) async throws -> ConnectionRecord {
        guard let record = try await kept(id)?.record else { throw FreshworksError.connectionNotFound }
        guard record.session != nil else {
            throw ArgumentCheck.refusal("id", "must be that of a connection whose credential is an OAuth session")
        }
        return record
    }
}
