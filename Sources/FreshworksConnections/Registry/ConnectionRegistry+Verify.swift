extension ConnectionRegistry {
    /// Verifies a connection's credential, also of a disabled one, and takes the verdict down.
    ///
    /// Whatever comes back is a verdict and not an error. One on a credential that was replaced meanwhile is not taken down.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; what the store throws; `CancellationError`.
    @discardableResult
    public func verify(_ id: String) async throws -> Verification {
        guard let record = try await kept(id)?.record else { throw FreshworksError.connectionNotFound }
        return try await verify(record)
    }

    /// How far a verification of many connections has come.
    public struct Progress: Sendable {
        /// How many were verified.
        public let done: Int
        /// How many there were at the start.
        public let total: Int
        /// The connection that was just verified, as it was before.
        public let connection: Connection
        /// What was found about it.
        public let verification: Verification
    }

    /// Verifies all enabled connections, or those with a tag, and takes the verdicts down.
    /// - Parameters:
    ///   - limit: How many are verified at once.
    ///   - report: Called after each, one call at a time.
    /// - Returns: How many connections had which verdict.
    /// - Throws: What the store throws; `CancellationError`; ``FreshworksError/Code/malformedConnection``, once all that can
    ///   be read are verified. Verdicts that were reported are stored.
    @discardableResult
    public nonisolated(nonsending) func verifyAll(
        tag: String? = nil, atOnce limit: Int = 4, _ report: (Progress) -> Void = { _ in }
    ) async throws -> [Verification.Verdict: Int] {
        try await verifyAll(tag, limit, report)
    }

    /// - Parameter isolation: Where `report` is called. Closures with `await` are isolated by what they capture alone.
    private func verifyAll(
        _ tag: String?, _ limit: Int, _ report: (Progress) -> Void, isolation: isolated (any Actor)? = #isolation
    ) async throws -> [Verification.Verdict: Int] {
        try ArgumentCheck.number(limit, in: 1...1000, "atOnce")
        let ids = try await ids(tag: tag)
        var counts: [Verification.Verdict: Int] = [:]
        var done = 0
        var unreadable: FreshworksError?
        try await withThrowingTaskGroup(of: Result<(Connection, Verification)?, FreshworksError>.self) { group in
            _ = isolation
            var waiting = ids[...]
            func begin() {
                guard let id = waiting.popFirst() else { return }
                group.addTask {
                    do {
                        return .success(try await self.verifyListed(id, tag: tag))
                    } catch let error as FreshworksError where error.code == .malformedConnection {
                        return .failure(error)
                    }
                }
            }
            for _ in 0..<limit { begin() }
            while let result = try await group.next() {
                begin()
                done += 1
                if case .failure(let error) = result { unreadable = unreadable ?? error }
                guard case .success((let connection, let verification)?) = result else { continue }
                counts[verification.verdict, default: 0] += 1
                report(
                    Progress(done: done, total: ids.count, connection: connection, verification: verification))
            }
        }
        if let unreadable { throw unreadable }
        return counts
    }

    private func verifyListed(_ id: String, tag: String?) async throws -> (Connection, Verification)? {
        guard let record = try await kept(id)?.record, record.connection.isEnabled,
            tag.map({ record.connection.tags.contains($0.trimmingWhitespace) }) ?? true
        else { return nil }
        return (record.connection, try await verify(record))
    }

    private func verify(_ record: ConnectionRecord) async throws -> Verification {
        let connection = record.connection
        // A session is refreshed for it, but for nobody who may not use it.
        let provider: any CredentialProvider =
            record.session != nil && connection.isEnabled
            ? connection.credentialProvider : .fixed(record.credential)
        let found = try await APIClient(account: connection.account, credential: provider, runtime: runtime).verify()
        let verdict = ConnectionRecord.Verdict(verdict: found.verdict, at: runtime.clock.wallNow)
        do {
            try await change(connection.id) { current in
                guard current.callsLike(record) else { throw FreshworksError.connectionChanged }
                current.note(verdict)
            }
        } catch let error as FreshworksError where [.connectionChanged, .connectionNotFound].contains(error.code) {
            // The verdict is on what is no longer there.
        }
        return found
    }
}
