import Foundation

/// The part of a connection's record that is its session, as a store of one value for ``OAuthSession``.
///
/// A version is that of the whole record. So a refresh that meets any other change of the connection, in whatever process, is a
/// conflict like those that sessions live with, and nobody's change is lost.
final class ConnectionSessionStore: VersionedStore {
    private let store: any VersionedStore
    private let key: String
    private let id: String
    /// To tell its clients. It holds what holds this.
    private weak let registry: ConnectionRegistry?

    init(of id: String, in registry: ConnectionRegistry) {
        store = registry.shelf.store
        key = registry.shelf.layout.record(id)
        self.id = id
        self.registry = registry
    }

    func load(_ key: String) async throws -> StoredValue? { try await session(in: store.load(self.key)) }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        let current = try await store.load(self.key)
        guard let current, current.version == version, var record = Self.record(current),
            var secret = record["secret"]?.objectValue, secret["session"] != nil
        else { return .conflict(try session(in: current)) }
        secret["session"] = try JSONValue(parsing: data)
        record["secret"] = .object(secret)
        let generation: Int = record["generation"] ?? 0
        record["generation"] = JSONValue(generation + 1)
        let changed = JSONValue.object(record).serialized()
        switch try await store.save(changed, for: self.key, expecting: current.version) {
        case .done(let new):
            if let registry, let record = try? ConnectionRecord(data: changed, of: registry) {
                registry.tellClients(of: id, record)
            }
            return .done(new)
        case .conflict(let other): return .conflict(try session(in: other))
        }
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        throw FreshworksError(
            .storeFailed, "the session is a connection's", advice: "Delete the connection in its registry.")
    }

    func keys(prefix: String) async throws -> [String] { [] }

    private func session(in value: StoredValue?) throws -> StoredValue? {
        guard let value, let session: JSONValue = Self.record(value)?["secret"]?["session"] else { return nil }
        return StoredValue(data: session.serialized(), version: value.version)
    }

    /// `nil` for a draft and for what is no record.
    private static func record(_ value: StoredValue) -> JSONObject? { try? JSONValue(parsing: value.data).objectValue }
}
