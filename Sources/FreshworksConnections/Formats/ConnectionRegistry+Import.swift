extension ConnectionRegistry {
    /// Adds what was imported: all of it, or none. Nothing is verified, and nothing is sent.
    /// - Returns: What was added, in the order of the file.
    /// - Throws: As ``add(_:verifies:)``. What had been added before the failure is deleted again; where the store does not
    ///   take that, the error names what stays.
    public func add(_ imported: ConnectionImport) async throws -> [AddedConnection] {
        for draft in imported.drafts where try await find(name: draft.name) != nil {
            throw shelf.layout.taken(shelf.layout.name(draft.name))
        }
        var added: [AddedConnection] = []
        do {
            for draft in imported.drafts { added.append(try await add(draft, verifies: false)) }
            return added
        } catch {
            // In a task of its own: this one may have been cancelled.
            let ids = added.map(\.connection.id)
            let left = await Task { () -> ArraySlice<String> in
                var left = ids[...]
                // A store that does not take one removal takes no other.
                while let id = left.first, (try? await self.delete(id)) != nil { left.removeFirst() }
                return left
            }.value
            guard !left.isEmpty, var failure = error as? FreshworksError else { throw error }
            failure.message += ", and these stay: \(left.joined(separator: ", "))"
            failure.mayHaveBeenExecuted = true
            throw failure
        }
    }
}
