import Foundation

/// Records and index entries in a store, by the rules that `ConnectionLayout.swift` gives.
struct ConnectionShelf: Sendable {
    let store: any VersionedStore
    let layout: ConnectionLayout

    /// A record, or a draft, with the version to expect when it is changed.
    struct Kept: Sendable {
        /// `nil` for a draft.
        let record: ConnectionRecord?
        let value: StoredValue
    }

    func load(_ id: String, of registry: ConnectionRegistry) async throws -> Kept? {
        guard let value = try await store.load(layout.record(id)) else { return nil }
        return Kept(record: try record(value, id, of: registry), value: value)
    }

    /// What a value holds; `nil` for a draft.
    /// - Throws: ``FreshworksError/Code/malformedConnection``, naming the connection.
    func record(_ value: StoredValue, _ id: String, of registry: ConnectionRegistry) throws -> ConnectionRecord? {
        do {
            let record = try ConnectionRecord(data: value.data, of: registry)
            guard record.map({ $0.connection.id == id }) ?? true else {
                throw FreshworksError.malformed(
                    "it is another one's", "Look whether something else writes to the store.")
            }
            return record
        } catch var error as FreshworksError {
            error.message = "connection \(id): \(error.message)"
            throw error
        }
    }

    /// - Returns: The new version; `nil` if another one stands there than was expected.
    func save(_ data: Data, _ id: String, expecting version: StoreVersion) async throws -> StoreVersion? {
        guard case .done(let new) = try await store.save(data, for: layout.record(id), expecting: version)
        else { return nil }
        return new
    }

    /// - Returns: Whether it took place: another version may stand there than was expected.
    func delete(_ id: String, expecting version: StoreVersion) async throws -> Bool {
        guard case .done = try await store.delete(layout.record(id), expecting: version) else { return false }
        return true
    }

    // MARK: - Entries

    /// The id that an entry names. Whether it counts, its record tells.
    func id(at entry: String) async throws -> String? { try await store.load(entry).flatMap(Self.id) }

    /// Sees to it that an entry names a connection, before its record comes to call for it.
    /// - Parameter concedes: Whether to give up where the entry names another one by now. Who was fenced does, or two who
    ///   want one name would fence each other for ever.
    /// - Throws: ``FreshworksError/Code/connectionNameTaken`` and ``FreshworksError/Code/connectionProfileTaken``.
    func claim(
        _ entry: String, for id: String, concedes: Bool = false, of registry: ConnectionRegistry
    ) async throws {
        var current = try await store.load(entry)
        while true {
            try Task.checkCancellation()
            if let holder = current.flatMap(Self.id), holder != id {
                guard !concedes, try await frees(entry, from: holder, of: registry) else { throw layout.taken(entry) }
            }
            // Also where it stands already: whoever is about to remove it shall find another version.
            let claimed = try await store.save(Self.data(id), for: entry, expecting: current?.version ?? .absent)
            guard case .conflict(let other) = claimed else { return }
            current = other
        }
    }

    /// Removes an entry that names a connection whose record does not call for it.
    func release(_ entry: String, of id: String, _ registry: ConnectionRegistry) async throws {
        guard let current = try await store.load(entry), Self.id(current) == id,
            try await frees(entry, from: id, of: registry)
        else { return }
        // In a conflict somebody has claimed it meanwhile.
        _ = try await store.delete(entry, expecting: current.version)
    }

    /// Whether a connection does not call for an entry, and fences it so that it cannot come to.
    private func frees(_ entry: String, from id: String, of registry: ConnectionRegistry) async throws -> Bool {
        while let kept = try await load(id, of: registry) {
            try Task.checkCancellation()
            if let record = kept.record {
                if layout.entries(of: record).contains(entry) { return false }
                if try await save(kept.value.data, id, expecting: kept.value.version) != nil { return true }
            } else if try await delete(id, expecting: kept.value.version) {
                return true
            }
        }
        return true
    }

    private static func data(_ id: String) -> Data { JSONValue.object(["id": .string(id)]).serialized() }

    private static func id(_ value: StoredValue) -> String? { (try? JSONValue(parsing: value.data))?["id"] }
}
