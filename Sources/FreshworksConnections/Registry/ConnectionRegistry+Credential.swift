import Foundation

extension ConnectionRegistry {
    /// Replaces a connection's credential: the new one is verified first and stored only if the verdict is `valid`.
    ///
    /// Running clients go on with the new one: those of this process from their next call on, those of other processes when
    /// the service rejects the old one, which is when they look into the store.
    /// - Parameter verifies: Whether the credential is verified. Without it nothing is sent, and the connection has no verdict.
    /// - Throws: Why the credential cannot be one of the account's; ``FreshworksError/Code/connectionNotVerified``;
    ///   ``FreshworksError/Code/connectionNotFound``; ``FreshworksError/Code/connectionChanged`` if somebody changed credential
    ///   or host meanwhile; what the store throws.
    @discardableResult
    public func replaceCredential(
        of id: String, with credential: Credential, verifies: Bool = true
    ) async throws -> Connection {
        try await move(id, to: nil, with: credential, verifies: verifies)
    }

    /// Replaces a connection's key, token or password and keeps everything else of its credential: a header stays a header.
    ///
    /// As ``replaceCredential(of:with:verifies:)`` in everything else.
    /// - Throws: As ``replaceCredential(of:with:verifies:)``; ``FreshworksError/Code/invalidArgument`` for a connection whose
    ///   credential is an OAuth session.
    @discardableResult
    public func replaceSecret(of id: String, with secret: Secret, verifies: Bool = true) async throws -> Connection {
        guard let old = try await kept(id)?.record else { throw FreshworksError.connectionNotFound }
        guard old.session == nil else {
            throw ArgumentCheck.refusal(
                "id", "is that of an OAuth session, which has no secret to replace: reauthorize it")
        }
        return try await replaceCredential(
            of: id, with: old.credential.replacing(secret: secret, for: old.connection.product), verifies: verifies)
    }

    /// Lets a connection go to another account of the same product: the credential is verified there first, and the host is
    /// stored only if the verdict is `valid`.
    ///
    /// That one check is all that the new host ever sees of the credential before. Clients that were made before refuse
    /// calls with ``FreshworksError/Code/connectionMoved``: a credential stays with its host.
    /// - Parameter credential: Takes the place of the stored one, which the old host knows; `nil` keeps that.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for another product's account; otherwise as
    ///   ``replaceCredential(of:with:verifies:)``.
    @discardableResult
    public func changeHost(
        of id: String, to account: FreshworksAccount, credential: Credential? = nil
    ) async throws -> Connection {
        try await move(id, to: account, with: credential, verifies: true)
    }

    private func move(
        _ id: String, to account: FreshworksAccount?, with credential: Credential?, verifies: Bool
    ) async throws -> Connection {
        guard let old = try await kept(id)?.record else { throw FreshworksError.connectionNotFound }
        let account = account ?? old.connection.account
        guard account.product.name == old.connection.product.name else {
            throw ArgumentCheck.refusal("account", "must be one of \(old.connection.product.title)")
        }
        let isNew = credential != nil
        let credential =
            if let credential { try credential.checked(for: account) } else {
                try await current(old).checked(for: account)
            }
        let verdict = verifies ? try await verify(credential, at: account) : nil
        return try await change(id) { record in
            guard record.callsLike(old) else { throw FreshworksError.connectionChanged }
            record.connection.account = account
            // A session goes along; its access token was the one to verify.
            if isNew || record.session == nil { record.replace(credential, verdict) } else { record.note(verdict) }
        }
    }

    /// What a connection's clients would send now: the token of a session may have ended since it was stored.
    private func current(_ record: ConnectionRecord) async throws -> Credential {
        // Nobody refreshes for whoever may not use it.
        guard record.session != nil, record.connection.isEnabled else { return record.credential }
        return try await provider(for: record.connection).credential()
    }

    /// Verifies a credential that is to be stored.
    /// - Throws: ``FreshworksError/Code/connectionNotVerified``.
    func verify(_ credential: Credential, at account: FreshworksAccount) async throws -> ConnectionRecord.Verdict {
        let verification = try await verification(of: credential, at: account)
        guard verification.verdict == .valid else { throw FreshworksError.notVerified(verification) }
        return ConnectionRecord.Verdict(verdict: verification.verdict, at: runtime.clock.wallNow)
    }

    func verification(of credential: Credential, at account: FreshworksAccount) async throws -> Verification {
        try await APIClient(account: account, credential: .fixed(credential), runtime: runtime).verify()
    }
}
