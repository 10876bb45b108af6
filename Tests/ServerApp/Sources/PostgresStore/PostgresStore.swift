package import Foundation
package import FreshworksCore

/// A store in one table of a PostgreSQL database: how an app keeps its sessions and connections where its other data is.
///
/// Each statement is atomic by itself, so there are no transactions; versions come from a sequence and never return.
package actor PostgresStore: VersionedStore {
    private let libpq: Libpq
    private let conninfo: String
    private var connection: OpaquePointer?
    private let executor = QueueExecutor()

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens a database and makes the table, if there is none yet.
    /// - Parameter conninfo: What libpq calls so: `host=db.example dbname=app user=app sslmode=verify-full`. The password
    ///   comes from its password file or from `PGPASSWORD`.
    package init(_ conninfo: String) async throws {
        libpq = try Libpq.load()
        self.conninfo = conninfo
        // Two apps that start at once would both find no table.
        for statement in [
            "SELECT pg_advisory_lock(4711)", "CREATE SEQUENCE IF NOT EXISTS freshworks_version",
            """
            CREATE TABLE IF NOT EXISTS freshworks_store
            (key bytea PRIMARY KEY, value bytea NOT NULL, version bigint NOT NULL DEFAULT nextval('freshworks_version'))
            """, "SELECT pg_advisory_unlock(4711)",
        ] {
            _ = try rows(statement)
        }
    }

    isolated deinit { libpq.finish(connection) }

    package func load(_ key: String) throws -> StoredValue? {
        let found = try rows(
            "SELECT value, version::text FROM freshworks_store WHERE key = $1", Data(StoreKey(key).text.utf8))
        return found.first.map { StoredValue(data: $0[0], version: StoreVersion(rawValue: text($0[1]))) }
    }

    package func save(_ data: Data, for key: String, expecting version: StoreVersion) throws -> StoreOutcome {
        let name = Data(try StoreKey(key).text.utf8)
        let saved =
            version == .absent
            ? try rows(
                """
                INSERT INTO freshworks_store (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING version::text
                """, name, data, changing: true)
            : try rows(
                """
                UPDATE freshworks_store SET value = $2, version = DEFAULT
                WHERE key = $1 AND version::text = convert_from($3, 'UTF8') RETURNING version::text
                """, name, data, Data(version.rawValue.utf8), changing: true)
        return try saved.first.map { .done(StoreVersion(rawValue: text($0[0]))) } ?? .conflict(load(key))
    }

    package func delete(_ key: String, expecting version: StoreVersion) throws -> StoreOutcome {
        let name = Data(try StoreKey(key).text.utf8)
        let deleted = try rows(
            "DELETE FROM freshworks_store WHERE key = $1 AND version::text = convert_from($2, 'UTF8') RETURNING key",
            name, Data(version.rawValue.utf8), changing: true)
        let current = deleted.isEmpty ? try load(key) : nil
        return !deleted.isEmpty || (current == nil && version == .absent) ? .done(.absent) : .conflict(current)
    }

    package func keys(prefix: String) throws -> [String] { try keys(prefix: prefix, after: nil, limit: .max) }

    package func keys(prefix: String, after key: String?, limit: Int) throws -> [String] {
        // bytea is ordered by its bytes, and no key has one of 255. No key is empty either.
        try rows(
            """
            SELECT key FROM freshworks_store WHERE key >= $1 AND key < $1 || '\\xff'::bytea AND key > $2
            ORDER BY key LIMIT \(max(0, limit))
            """, Data(prefix.utf8), Data((key ?? "").utf8)
        ).map { text($0[0]) }
    }

    private func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }

    /// Runs one statement. All parameters are bytes.
    func rows(_ statement: String, _ parameters: Data..., changing: Bool = false) throws -> [[Data]] {
        if connection == nil { connection = libpq.connect(conninfo) }
        // Broken by an earlier call, or never made.
        if libpq.status(connection) != 0 { libpq.reset(connection) }
        guard libpq.status(connection) == 0 else { throw failure("cannot be reached", false) }
        let values = parameters.map { data in
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: data.count + 1)
            _ = copy.initialize(from: data)
            return UnsafeRawPointer(copy.baseAddress)
        }
        defer { for value in values { value?.deallocate() } }
        let (bytea, lengths) = (values.map { _ in UInt32(17) }, parameters.map { Int32($0.count) })
        let result = libpq.execute(
            connection, statement, Int32(values.count), bytea, values, lengths, values.map { _ in 1 }, 1)
        defer { libpq.clear(result) }
        // PGRES_COMMAND_OK and PGRES_TUPLES_OK.
        guard (1...2).contains(libpq.resultStatus(result)) else {
            // Whether a change took place cannot be told where the connection ended.
            throw failure("refused a statement", changing && libpq.status(connection) != 0)
        }
        return (0..<libpq.rowCount(result)).map { row in
            (0..<libpq.columnCount(result)).map { column in
                Data(bytes: libpq.value(result, row, column), count: Int(libpq.length(result, row, column)))
            }
        }
    }

    private func failure(_ what: String, _ mayHaveBeenExecuted: Bool) -> FreshworksError {
        FreshworksError(
            .storeFailed, "the database \(what): \(String(cString: libpq.message(connection)).prefix { $0 != "\n" })",
            advice: "Check the database and its log.", mayHaveBeenExecuted: mayHaveBeenExecuted)
    }
}
