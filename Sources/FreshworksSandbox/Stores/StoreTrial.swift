import Foundation
import FreshworksCore
import Synchronization

/// Two handles onto the same data, and what the laws ask of them.
final class StoreTrial: Sendable {
    let store: any VersionedStore
    let other: any VersionedStore
    /// Part of every key, so that nothing else is touched.
    let word = "conformance-" + String(UInt64.random(in: 0 ... .max), radix: 36)
    private let used = Mutex<[String]>([])

    init(_ store: any VersionedStore, _ other: any VersionedStore) {
        self.store = store
        self.other = other
    }

    /// A key that is deleted in the end.
    func key(_ name: String) -> String { using("\(word)/\(name)") }

    /// Has a key deleted in the end.
    func using(_ key: String) -> String {
        used.withLock { $0.append(key) }
        return key
    }

    /// Deletes what a law has used.
    func cleanUp() async {
        for key in used.withLock({ $0 }) {
            guard let value = try? await store.load(key) else { continue }
            _ = try? await store.delete(key, expecting: value.version)
        }
        used.withLock { $0 = [] }
    }

    /// Saves what must be accepted.
    func save(
        _ text: String, _ key: String, expecting version: StoreVersion = .absent, in store: (any VersionedStore)? = nil
    ) async throws -> StoredValue {
        try await save(Data(text.utf8), key, expecting: version, in: store)
    }

    /// Saves what must be accepted.
    func save(
        _ data: Data, _ key: String, expecting version: StoreVersion = .absent, in store: (any VersionedStore)? = nil
    ) async throws -> StoredValue {
        let outcome = try await (store ?? self.store).save(data, for: key, expecting: version)
        guard case .done(let new) = outcome else {
            throw StoreBreach("saving under \(show(key)) was refused although the version was the current one")
        }
        guard new != .absent else { throw StoreBreach("a saved value got the version of an absent one") }
        return StoredValue(data: data, version: new)
    }

    /// Deletes what must be accepted.
    func delete(_ key: String, expecting version: StoreVersion, in store: (any VersionedStore)? = nil) async throws {
        let outcome = try await (store ?? self.store).delete(key, expecting: version)
        guard outcome == .done(.absent) else {
            throw StoreBreach("deleting \(show(key)) with its current version gave \(show(outcome))")
        }
    }

    /// Expects a conflict that shows what stands there.
    func expect(_ outcome: StoreOutcome, conflictWith current: StoredValue?, _ what: String) throws {
        guard outcome == .conflict(current) else {
            throw StoreBreach("\(what) gave \(show(outcome)) instead of a conflict with \(show(current))")
        }
    }

    /// Expects what a key holds.
    func expect(
        _ key: String, holds value: StoredValue?, in store: (any VersionedStore)? = nil, _ when: String
    ) async throws {
        let found = try await (store ?? self.store).load(key)
        guard found == value else {
            throw StoreBreach("\(when) \(show(key)) holds \(show(found)) instead of \(show(value))")
        }
    }

    func show(_ key: String) -> String { "\"\(key)\"" }

    private func show(_ value: StoredValue?) -> String { value.map(\.description) ?? "nothing" }

    private func show(_ outcome: StoreOutcome) -> String {
        switch outcome {
        case .done(let version): "done with version \"\(version.rawValue)\""
        case .conflict(let value): "a conflict with \(show(value))"
        }
    }
}
