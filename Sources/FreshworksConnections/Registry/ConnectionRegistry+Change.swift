extension ConnectionRegistry {
    /// Gives a connection another name.
    /// - Throws: ``FreshworksError/Code/connectionNameTaken``, ``FreshworksError/Code/connectionNotFound``; what the
    ///   store throws.
    @discardableResult
    public func rename(_ id: String, to name: String) async throws -> Connection {
        let name = name.trimmingWhitespace
        var check = ArgumentCheck()
        check.name(name)
        try check.finish()
        return try await change(id) { $0.connection.name = name }
    }

    /// Changes what people note about a connection.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; what the store throws.
    @discardableResult
    public func describe(_ id: String, as description: String?) async throws -> Connection {
        try await change(id) { $0.connection.description = description }
    }

    /// Replaces all tags of a connection.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; what the store throws.
    @discardableResult
    public func retag(_ id: String, _ tags: [String]) async throws -> Connection {
        let tags = tags.tidied
        var check = ArgumentCheck()
        check.tags(tags)
        try check.finish()
        return try await change(id) { $0.connection.tags = tags }
    }

    /// Replaces the app's own settings of a connection.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; what the store throws.
    @discardableResult
    public func setOptions(of id: String, to options: JSONObject) async throws -> Connection {
        try await change(id) { $0.connection.options = options }
    }

    /// Lets a connection be used again.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; what the store throws.
    @discardableResult
    public func enable(_ id: String) async throws -> Connection {
        try await change(id) { $0.connection.isEnabled = true }
    }

    /// Keeps a connection from being used: from now on its clients refuse calls before anything is sent, in other
    /// processes as soon as they look (see `rereadsAfter` of the initializer). Calls that are under way go on.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; what the store throws.
    @discardableResult
    public func disable(_ id: String) async throws -> Connection {
        try await change(id) { $0.connection.isEnabled = false }
    }

    /// Makes a new instance token; the old one is good for nothing from now on.
    /// - Returns: The token, which cannot be shown again.
    /// - Throws: ``FreshworksError/Code/connectionNotFound``; what the store throws.
    public func replaceToken(of id: String) async throws -> Secret {
        let token = InstanceToken(for: id)
        try await change(id) { $0.tokenDigest = token.digest }
        return token.secret
    }

    /// Deletes a connection with its credential, also one that cannot be read. Its clients refuse calls, as those of a
    /// disabled one do.
    /// - Returns: Whether there was one.
    /// - Throws: What the store throws.
    @discardableResult
    public func delete(_ id: String) async throws -> Bool { try await delete(id) { _ in true } }

    /// Deletes a connection if its record, `nil` for one that cannot be read, is the one that is meant.
    /// - Returns: Whether it did.
    func delete(_ id: String, if isMeant: (ConnectionRecord?) -> Bool) async throws -> Bool {
        while ConnectionID.isOne(id), let value = try await shelf.store.load(shelf.layout.record(id)) {
            try Task.checkCancellation()
            let record: ConnectionRecord?
            do {
                record = try shelf.record(value, id, of: self)
                if record == nil { return false }
            } catch {
                // Its entries cannot be known. They do not count any more either.
                record = nil
            }
            guard isMeant(record) else { return false }
            guard try await shelf.delete(id, expecting: value.version) else { continue }
            tellClients(of: id, nil)
            // The connection is gone; what cannot be removed now does not count.
            for entry in record.map(shelf.layout.entries) ?? [] { try? await shelf.release(entry, of: id, self) }
            return true
        }
        return false
    }

    /// Changes a record, as ``changeRecord(_:_:)`` does.
    @discardableResult
    func change(_ id: String, _ transform: (inout ConnectionRecord) throws -> Void) async throws -> Connection {
        try await changeRecord(id, transform).connection
    }

    /// Changes a record: entries it calls for first, then the record, then the entries it leaves behind.
    func changeRecord(
        _ id: String, _ transform: (inout ConnectionRecord) throws -> Void
    ) async throws -> ConnectionRecord {
        var claimed: Set<String> = []
        do {
            while let (old, value) = try await kept(id) {
                try Task.checkCancellation()
                var record = old
                try transform(&record)
                record.generation += 1
                let entries = shelf.layout.entries(of: record)
                let former = shelf.layout.entries(of: old)
                for entry in entries.subtracting(former) {
                    try await shelf.claim(entry, for: id, concedes: claimed.contains(entry), of: self)
                    claimed.insert(entry)
                }
                guard try await shelf.save(record.data, id, expecting: value.version) != nil else { continue }
                tellClients(of: id, record)
                for entry in claimed.union(former).subtracting(entries) {
                    // The change has been made; what cannot be removed now does not count.
                    try? await shelf.release(entry, of: id, self)
                }
                return record
            }
            throw FreshworksError.connectionNotFound
        } catch {
            for entry in claimed { try? await shelf.release(entry, of: id, self) }
            throw error
        }
    }
}
