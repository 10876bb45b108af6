import Foundation

extension ConnectionRegistry {
    /// Replaces a connection's credential by one that is obtained meanwhile, without failing a single call.
    ///
    /// Freshchat keeps one live token: generating the next one ends the old one, so between that moment and the one in which
    /// the registry has the new token, running calls are rejected. This announces the rotation in the store first. A call
    /// whose token is rejected then, in whatever process, waits until the new one is stored, no longer than its own
    /// deadline; the processes look four times a second.
    ///
    /// ```swift
    /// try await registry.rotateCredential(of: connection.id) { .freshchat(token: try await newToken()) }
    /// ```
    /// Where a service lets the new credential be had before the old one ends, as with the key of another agent,
    /// ``replaceCredential(of:with:verifies:)`` before the old one is ended does as well.
    ///
    /// The new credential is verified first. It is stored unless it is found to be wrong: as the old one may be gone, a service
    /// that cannot tell for the moment is no reason to lose the new one too, nor is it that the caller has been cancelled since
    /// `obtain` returned: then it is stored without a verdict. Where rotations of one connection overlap, the credential that was
    /// obtained last stays, which only verification can tell.
    /// - Parameters:
    ///   - limit: How long calls wait at most, should this process die: up to ten minutes.
    ///   - obtain: Obtains the new credential, which may end the old one. If it throws, nothing is replaced, and waiting calls
    ///     fail with what the service has said.
    /// - Throws: What `obtain` throws; ``FreshworksError/Code/connectionNotVerified`` for a credential that was found to be
    ///   wrong; otherwise as ``replaceCredential(of:with:verifies:)``.
    @discardableResult
    public nonisolated(nonsending) func rotateCredential(
        of id: String, within limit: Duration = .seconds(60), verifies: Bool = true,
        _ obtain: nonisolated(nonsending) () async throws -> Credential
    ) async throws -> Connection {
        guard (.seconds(1)...ConnectionRotation.longest).contains(limit) else {
            throw ArgumentCheck.refusal("limit", "must be from 1 second to 10 minutes")
        }
        let rotation = ConnectionRotation(
            id: RandomName.make(), until: runtime.clock.wallNow + limit / .seconds(1), lasts: limit)
        let announced = try await changeRecord(id) { $0.rotation = rotation }
        do {
            let account = announced.connection.account
            let credential = try await obtain().checked(for: account)
            let found = verifies ? try await finding(about: credential, at: account) : nil
            if let found, found.verdict.refusesCredential { throw FreshworksError.notVerified(found) }
            do {
                return try await store(credential, found, in: announced)
            } catch let error as FreshworksError where error.code == .connectionChanged {
                // Rotations overlap, if this credential has ended the one that was stored meanwhile.
                guard verifies, let changed = try await kept(id)?.record, changed.session == nil,
                    changed.connection.account.baseURL == account.baseURL,
                    try await finding(about: changed.credential, at: account)?.verdict == .invalidCredential,
                    let found = try await finding(about: credential, at: account), found.verdict == .valid
                else { throw error }
                return try await store(credential, found, in: changed)
            }
        } catch {
            await withdraw(rotation, from: id)
            throw error
        }
    }

    /// - Returns: `nil` for whoever was cancelled: that loses the verdict alone.
    private func finding(about credential: Credential, at account: FreshworksAccount) async throws -> Verification? {
        do { return try await verification(of: credential, at: account) } catch is CancellationError { return nil }
    }

    /// Stores what was obtained, if the connection still calls as it did.
    private func store(
        _ credential: Credential, _ found: Verification?, in record: ConnectionRecord
    ) async throws -> Connection {
        let verdict = found.map { ConnectionRecord.Verdict(verdict: $0.verdict, at: runtime.clock.wallNow) }
        // In a task of its own: this one may have been cancelled.
        return try await Task {
            try await self.change(record.connection.id) { current in
                guard current.callsLike(record) else { throw FreshworksError.connectionChanged }
                current.replace(credential, verdict)
            }
        }.value
    }

    /// Nobody shall wait for what will not come.
    private func withdraw(_ rotation: ConnectionRotation, from id: String) async {
        // In a task of its own: this one may have been cancelled. Where the store does not take it, the rotation's time ends.
        await Task {
            _ = try? await self.change(id) { if $0.rotation == rotation { $0.rotation = nil } }
        }.value
    }
}

extension Verification.Verdict {
    /// Whether the credential is none of the account's, or the account none of the product's.
    fileprivate var refusesCredential: Bool {
        [.invalidCredential, .wrongHost, .wrongProduct, .notConfigured].contains(self)
    }
}
