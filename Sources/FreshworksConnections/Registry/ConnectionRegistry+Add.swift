import Foundation

/// A connection that was just added, with the one sight of its token.
public struct AddedConnection: Sendable {
    /// The connection.
    public let connection: Connection
    /// What others may name the connection by. The store has its digest alone, so it cannot be shown again;
    /// ``ConnectionRegistry/replaceToken(of:)`` makes another.
    public let instanceToken: Secret
}

extension ConnectionRegistry {
    /// Adds a connection: its credential is verified first and stored only if the verdict is `valid`.
    /// - Parameter verifies: Whether the credential is verified. Without it nothing is sent, and the connection has no verdict.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` with all fields that were refused; why the credential cannot be one
    ///   of the account's; ``FreshworksError/Code/connectionNameTaken`` and
    ///   ``FreshworksError/Code/connectionProfileTaken``, also where another registry adds one of that name at the same
    ///   time; ``FreshworksError/Code/connectionNotVerified``; what the store throws.
    public func add(_ draft: ConnectionDraft, verifies: Bool = true) async throws -> AddedConnection {
        let draft = try draft.checked()
        guard products.contains(where: { $0.name == draft.account.product.name }) else {
            throw FreshworksError(
                .invalidArgument, "the registry keeps no connections of \(draft.account.product.title)",
                advice: "Name the product when you make it: products:.")
        }
        // Before a credential is sent anywhere. What settles it comes later.
        if let key = draft.profile, try await find(profile: key) != nil {
            throw shelf.layout.taken(shelf.layout.profile(key))
        }
        guard try await find(name: draft.name) == nil else { throw shelf.layout.taken(shelf.layout.name(draft.name)) }
        let verdict = verifies ? try await verify(draft.credential, at: draft.account) : nil
        let now = runtime.clock.wallNow
        let token = InstanceToken(
            for: ConnectionID.make(milliseconds: Int64(now.timeIntervalSince1970 * 1000)))
        // Also what was mended in what an app itself has taken from people.
        var provenance = draft.provenance
        provenance.repairs += (draft.account.repairs + draft.credential.repairs).map(\.name)
        provenance.repairs = provenance.repairs.tidied
        let connection = Connection(
            id: token.id, name: draft.name, description: draft.description, tags: draft.tags, account: draft.account,
            kind: draft.credential.kind, options: draft.options, profile: draft.profile,
            isEnabled: draft.isEnabled, createdAt: now, provenance: provenance, registry: self)
        var record = ConnectionRecord(connection, draft.credential, tokenDigest: token.digest)
        if let grant = draft.session { record.session = try await ConnectionSession(grant, of: token.id, runtime) }
        record.note(verdict)
        try await put(record)
        return AddedConnection(connection: record.connection, instanceToken: token.secret)
    }

    /// Draft, entries, record: in this order.
    private func put(_ record: ConnectionRecord) async throws {
        let id = record.connection.id
        // The profile before the name: who connects twice hears of that, and not of a name that the app chose.
        let entries = shelf.layout.entries(of: record).sorted(by: >)
        guard let draft = try await shelf.save(ConnectionRecord.draft, id, expecting: .absent) else {
            throw FreshworksError(.storeFailed, "the store holds something under an id that was just drawn")
        }
        do {
            for entry in entries { try await shelf.claim(entry, for: id, of: self) }
            guard try await shelf.save(record.data, id, expecting: draft) != nil else {
                // Somebody who wants the name or profile has found the draft and removed it.
                for entry in entries where try await shelf.id(at: entry) != id { throw shelf.layout.taken(entry) }
                throw shelf.layout.taken(shelf.layout.name(record.connection.name))
            }
        } catch {
            // What cannot be removed now does not count. Where the record was stored in spite of the error, it stays.
            _ = try? await shelf.delete(id, expecting: draft)
            for entry in entries { try? await shelf.release(entry, of: id, self) }
            throw error
        }
    }
}
