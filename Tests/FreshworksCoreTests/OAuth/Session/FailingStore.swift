import Foundation
import FreshworksCore
import Synchronization

/// A store whose disk fills up.
final class FailingStore: VersionedStore {
    private let store: any VersionedStore
    private let state = Mutex<(left: Int, takes: Bool)?>(nil)
    private let refused = Mutex(0)
    private let isUnreadable = Mutex(false)

    /// How many writes failed.
    var refusals: Int { refused.withLock { $0 } }

    init(_ store: any VersionedStore) { self.store = store }

    /// After some more writes each one fails.
    /// - Parameter takes: It takes place all the same.
    func failSaves(after count: Int, butTakeThem takes: Bool = false) { state.withLock { $0 = (count, takes) } }

    /// Nothing can be read either.
    func failLoads() { isUnreadable.withLock { $0 = true } }

    func recover() {
        state.withLock { $0 = nil }
        isUnreadable.withLock { $0 = false }
    }

    func load(_ key: String) async throws -> StoredValue? {
        if isUnreadable.withLock({ $0 }) { throw FreshworksError(.storeFailed, "the disk is gone") }
        return try await store.load(key)
    }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        let (fails, takes) = state.withLock { state -> (Bool, Bool) in
            guard let (left, takes) = state else { return (false, true) }
            state = (left - 1, takes)
            return (left <= 0, left > 0 || takes)
        }
        if takes {
            let outcome = try await store.save(data, for: key, expecting: version)
            if !fails { return outcome }
        }
        refused.withLock { $0 += 1 }
        throw FreshworksError(.storeFailed, "the disk is full", mayHaveBeenExecuted: takes)
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }
}
