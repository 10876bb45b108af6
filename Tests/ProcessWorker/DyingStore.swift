import Foundation
import FreshworksCore
import Synchronization

/// A store whose process kills itself, as `kill -9` would, once it has written so often as it is told to.
final class DyingStore: VersionedStore {
    private let store: any VersionedStore
    private let left = Mutex<Int?>(nil)

    init(_ store: any VersionedStore) { self.store = store }

    /// Nothing is written after these.
    func die(after writes: Int) { left.withLock { $0 = writes } }

    func load(_ key: String) async throws -> StoredValue? { try await store.load(key) }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        count()
        return try await store.save(data, for: key, expecting: version)
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        count()
        return try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }

    private func count() {
        let isOver = left.withLock { left in
            guard let rest = left else { return false }
            left = rest - 1
            return rest == 0
        }
        if isOver { kill(getpid(), SIGKILL) }
    }
}
