import Foundation

extension ConnectionRegistry {
    /// Adds what was imported: all of it, or none. Nothing is verified, and nothing is sent.
    ///
    /// A process that is killed in the middle leaves the first connections, each whole, and not the others; no secret is without
    /// its connection. To import the same once more then adds what is missing: what is there already, with the same account
    /// and secret, is taken as it is and gets a new token, as nobody was told the first. Without such an interruption before
    /// it, an import of what is there already is refused.
    /// - Returns: What was added, in the order of the file.
    /// - Throws: As ``add(_:verifies:)``. What had been added before the failure is deleted again; where the store does not
    ///   take that, the error names what stays.
    public func add(_ imported: ConnectionImport) async throws -> [AddedConnection] {
        let drafts = try imported.drafts.map { try $0.checked() }
        let mark = shelf.layout.importing(drafts)
        let goesOn = try await shelf.store.load(mark) != nil
        var there: [Int: String] = [:]
        for (place, draft) in drafts.enumerated() {
            guard let found = try await find(name: draft.name) else { continue }
            guard goesOn, try await kept(found.id)?.record.isMade(of: draft) == true else {
                throw shelf.layout.taken(shelf.layout.name(draft.name))
            }
            there[place] = found.id
        }
        // In a conflict somebody else has begun the same. Names decide who makes what.
        if !goesOn { _ = try await shelf.store.save(Data("{}".utf8), for: mark, expecting: .absent) }
        var (all, new): ([AddedConnection], [String]) = ([], [])
        do {
            for (place, draft) in drafts.enumerated() {
                if let id = there[place] {
                    let token = try await replaceToken(of: id)
                    all.append(AddedConnection(connection: try await get(id), instanceToken: token))
                } else {
                    let added = try await add(draft, verifies: false)
                    all.append(added)
                    new.append(added.connection.id)
                }
            }
        } catch {
            // In a task of its own: this one may have been cancelled.
            let spent = there.isEmpty ? mark : nil
            let left = await Task { [new] in await self.takeBack(new, mark: spent) }.value
            guard !left.isEmpty, var failure = error as? FreshworksError else { throw error }
            failure.message += ", and these stay: \(left.joined(separator: ", "))"
            failure.mayHaveBeenExecuted = true
            throw failure
        }
        await remove(mark)
        return all
    }

    /// Deletes what an import has added, unless somebody has changed it since.
    /// - Returns: The ids of what stays because the store does not take its removal.
    private func takeBack(_ ids: [String], mark: String?) async -> ArraySlice<String> {
        var left = ids[...]
        while let id = left.first {
            do {
                if try await kept(id)?.record.generation == 1 { try await delete(id) }
                left.removeFirst()
            } catch {
                // A store that does not take one removal takes no other.
                return left
            }
        }
        if let mark { await remove(mark) }
        return left
    }

    /// Where the mark stays, the same import goes on once more instead of being refused.
    private func remove(_ mark: String) async {
        guard let value = try? await shelf.store.load(mark) else { return }
        _ = try? await shelf.store.delete(mark, expecting: value.version)
    }
}

extension ConnectionRecord {
    /// Whether it goes where a draft goes, with the draft's credential.
    fileprivate func isMade(of draft: ConnectionDraft) -> Bool {
        connection.account.baseURL == draft.account.baseURL
            && draft.credential.keepingRevision(of: credential).revision == credential.revision
    }
}
