import Foundation

extension ConnectionRegistry {
    /// Adds what was imported: all of it, or none. Nothing is verified, and nothing is sent.
    ///
    /// A process that is killed in the middle leaves the first connections, each whole, and not the others; no secret is without
    /// its connection. To import the same once more then adds what is missing: what is there already, with the same account
    /// and secret, is taken as it is and gets a new token, as nobody was told the first. Without such an interruption before
    /// it, an import of what is there already is refused.
    /// Of two that import the same at once, in whatever processes, one adds it all, and the other gets a conflict.
    /// - Returns: What was added, in the order of the file.
    /// - Throws: As ``add(_:verifies:)``; ``FreshworksError/Code/connectionNameTaken`` also where somebody else has begun
    ///   the same import meanwhile. What had been added before the failure is deleted again; where the store does not take
    ///   that, or somebody has changed it since, the error names what stays.
    public func add(_ imported: ConnectionImport) async throws -> [AddedConnection] {
        let drafts = try imported.drafts.map { try $0.checked() }
        let mark = try await begin(drafts)
        var all: [AddedConnection] = []
        var (new, old): ([String], [String]) = ([], [])
        do {
            for (place, draft) in drafts.enumerated() {
                let (added, isNew) = try await telling(place, of: drafts) { try await entry(of: draft, mark) }
                all.append(added)
                if isNew { new.append(added.connection.id) } else { old.append(added.connection.id) }
            }
            guard await remove(mark) else { throw FreshworksError.importOvertaken }
            return all
        } catch {
            // In a task of its own: this one may have been cancelled.
            let left = await Task { [new, old] in
                // What another one has gone on with is that one's.
                let isOvertaken = await self.isOvertaken(mark)
                let left = old + (await self.takeBack(new))
                if left.isEmpty { _ = await self.remove(mark) }
                return isOvertaken ? [] : left
            }.value
            guard !left.isEmpty, var failure = error as? FreshworksError else { throw error }
            failure.message += ", and these stay: \(left.joined(separator: ", "))"
            failure.mayHaveBeenExecuted = true
            throw failure
        }
    }

    /// The mark that an import of these drafts is under way. Whoever has written it last goes on with the import, and everybody
    /// else finds another version there and has lost.
    private struct Mark: Sendable {
        let key: String
        let version: StoreVersion
        /// Whether an import of the same has not come to its end, so that what it made may be there.
        let goesOn: Bool
    }

    /// Says of a refusal which entry of the file it is about.
    private func telling<Value>(
        _ place: Int, of drafts: [ConnectionDraft], _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch var error as FreshworksError
            where [.connectionNameTaken, .connectionProfileTaken].contains(error.code) && drafts.count > 1
        {
            error.message = "entry \(place + 1) of \(drafts.count): \(error.message)"
            throw error
        }
    }

    /// - Throws: ``FreshworksError/Code/connectionNameTaken``.
    private func begin(_ drafts: [ConnectionDraft]) async throws -> Mark {
        let key = shelf.layout.importing(drafts)
        let former = try await shelf.store.load(key)
        for (place, draft) in drafts.enumerated() {
            try await telling(place, of: drafts) {
                guard try await made(of: draft) != nil, former == nil else { return }
                throw shelf.layout.taken(shelf.layout.name(draft.name))
            }
        }
        let begun = try await shelf.store.save(Data("{}".utf8), for: key, expecting: former?.version ?? .absent)
        guard case .done(let version) = begun else { throw FreshworksError.importOvertaken }
        return Mark(key: key, version: version, goesOn: former != nil)
    }

    /// What an import of the same draft made before; `nil` if there is nothing.
    /// - Throws: ``FreshworksError/Code/connectionNameTaken`` where one of the name goes elsewhere or has another secret.
    private func made(of draft: ConnectionDraft) async throws -> ConnectionRecord? {
        guard let found = try await find(name: draft.name), let record = try await kept(found.id)?.record else {
            return nil
        }
        guard record.isMade(of: draft) else { throw shelf.layout.taken(shelf.layout.name(draft.name)) }
        return record
    }

    private func entry(of draft: ConnectionDraft, _ mark: Mark) async throws -> (AddedConnection, isNew: Bool) {
        while true {
            if let found = try await takeOver(draft, mark) { return (found, false) }
            do {
                return (try await add(draft, verifies: false), true)
            } catch let error as FreshworksError where error.code == .connectionNameTaken && mark.goesOn {
                // Whoever has lost the mark may have been making it in this moment. Another look tells.
                try Task.checkCancellation()
            }
        }
    }

    /// Takes what an earlier import of the same made, with a new token: whoever was told the first does not count any more.
    /// - Throws: Also that somebody else has begun the same import meanwhile, whose tokens must stay.
    private func takeOver(_ draft: ConnectionDraft, _ mark: Mark) async throws -> AddedConnection? {
        while mark.goesOn, let found = try await made(of: draft) {
            // After the look at the record, which then changes only if nobody else has changed it since.
            guard try await shelf.store.load(mark.key)?.version == mark.version else {
                throw FreshworksError.importOvertaken
            }
            let token = InstanceToken(for: found.connection.id)
            do {
                let connection = try await change(found.connection.id) { record in
                    guard record.generation == found.generation else { throw ChangedMeanwhile() }
                    record.tokenDigest = token.digest
                }
                return AddedConnection(connection: connection, instanceToken: token.secret)
            } catch is ChangedMeanwhile {
                continue
            } catch let error as FreshworksError where error.code == .connectionNotFound {
                // Whoever made it has just lost, and taken it back.
                return nil
            }
        }
        return nil
    }

    private struct ChangedMeanwhile: Error {}

    /// Deletes what an import has added, unless somebody has changed it since.
    /// - Returns: The ids of what stays.
    private func takeBack(_ ids: [String]) async -> [String] {
        var left: [String] = []
        for (place, id) in ids.enumerated() {
            do {
                if try await !delete(id, if: { $0?.generation == 1 }), try await find(id: id) != nil { left.append(id) }
            } catch {
                // A store that does not take one removal takes no other.
                return left + ids[place...]
            }
        }
        return left
    }

    /// Whether somebody else has begun the same import meanwhile; not where the store cannot tell.
    private func isOvertaken(_ mark: Mark) async -> Bool {
        guard let value = try? await shelf.store.load(mark.key) as StoredValue?? else { return false }
        return value?.version != mark.version
    }

    /// Where the store does not take it, the same import goes on once more instead of being refused.
    /// - Returns: Whether nobody else has begun the same meanwhile.
    private func remove(_ mark: Mark) async -> Bool {
        guard case .conflict = try? await shelf.store.delete(mark.key, expecting: mark.version) else { return true }
        return false
    }
}

extension FreshworksError {
    fileprivate static let importOvertaken = FreshworksError(
        .connectionNameTaken, "somebody else has begun the same import meanwhile",
        advice: "List what there is: what that one has added need not be imported again.")
}

extension ConnectionRecord {
    /// Whether it goes where a draft goes, with the draft's credential.
    fileprivate func isMade(of draft: ConnectionDraft) -> Bool {
        connection.account.baseURL == draft.account.baseURL
            && draft.credential.keepingRevision(of: credential).revision == credential.revision
    }
}
