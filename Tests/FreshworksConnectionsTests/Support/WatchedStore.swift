import Foundation
import FreshworksCore
import Synchronization

/// A store that counts what is read, lets a test act at each step, and dies where it is told to.
final class WatchedStore: VersionedStore {
    private struct State {
        var loads = 0
        var keys = 0
        var changes = 0
        /// After so many changes nothing works any more.
        var changesLeft: Int?
        var isDead = false
        var isBroken = false
        var isEmpty = false
    }

    let store: any VersionedStore
    private let state = Mutex(State())
    private let step = Mutex<(@Sendable () async -> Void)?>(nil)

    init(_ store: any VersionedStore) { self.store = store }

    var loads: Int { state.withLock(\.loads) }
    /// How many keys were given to those who asked for some.
    var keys: Int { state.withLock(\.keys) }
    var changes: Int { state.withLock(\.changes) }
    var isDead: Bool { state.withLock(\.isDead) }

    /// The process ends with the change after these.
    func die(after changes: Int) { state.withLock { $0.changesLeft = changes } }

    /// The store cannot be reached for a while.
    func setBroken(_ isBroken: Bool) { state.withLock { $0.isBroken = isBroken } }

    /// The store holds nothing for a while, as a folder whose volume is not mounted.
    func setEmpty(_ isEmpty: Bool) { state.withLock { $0.isEmpty = isEmpty } }

    /// Called before each access.
    func onStep(_ action: (@Sendable () async -> Void)?) { step.withLock { $0 = action } }

    /// All bytes that are stored.
    func contents() async throws -> Data {
        var all = Data()
        for key in try await store.keys(prefix: "") {
            all += Data(key.utf8) + (try await store.load(key)?.data ?? Data())
        }
        return all
    }

    func load(_ key: String) async throws -> StoredValue? {
        try await begin()
        state.withLock { $0.loads += 1 }
        return state.withLock(\.isEmpty) ? nil : try await store.load(key)
    }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await beginChange()
        return try await store.save(data, for: key, expecting: version)
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await beginChange()
        return try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] {
        try await begin()
        return counted(try await store.keys(prefix: prefix))
    }

    func keys(prefix: String, after key: String?, limit: Int) async throws -> [String] {
        try await begin()
        return counted(try await store.keys(prefix: prefix, after: key, limit: limit))
    }

    private func counted(_ found: [String]) -> [String] {
        state.withLock { $0.keys += found.count }
        return found
    }

    private func begin() async throws {
        if let step = step.withLock({ $0 }) { await step() }
        let fails = state.withLock { $0.isDead || $0.isBroken }
        if fails { throw FreshworksError(.storeFailed, "the process is gone") }
    }

    private func beginChange() async throws {
        try await begin()
        try state.withLock { state in
            if let left = state.changesLeft {
                guard left > 0 else {
                    state.isDead = true
                    throw FreshworksError(.storeFailed, "the process is gone")
                }
                state.changesLeft = left - 1
            }
            state.changes += 1
        }
    }
}
