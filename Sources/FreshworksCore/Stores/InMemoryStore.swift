public import Foundation
import Synchronization

/// A store that lives as long as its process: for tests, and for apps that may lose what it holds.
public final class InMemoryStore: VersionedStore {
    private let state = Mutex(State())

    private struct State {
        var values: [StoreKey: StoredValue] = [:]
        /// Counts the changes of all keys and outlives deletions, so that no version comes back.
        var changes: UInt64 = 0
    }

    /// An empty store.
    public init() {}

    /// The value under a key; `nil` if there is none.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``.
    public func load(_ key: String) async throws -> StoredValue? {
        let key = try StoreKey(key)
        return state.withLock { $0.values[key] }
    }

    /// Writes a value if the key's version is still the expected one.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``.
    public func save(
        _ data: Data, for key: String, expecting version: StoreVersion
    ) async throws -> StoreOutcome {
        try change(key, expecting: version) { StoredValue(data: data, version: $0) }
    }

    /// Removes a value if its version is still the expected one.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``.
    public func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try change(key, expecting: version) { _ in nil }
    }

    /// All keys that have a value and start with a prefix, in the order of their bytes.
    public func keys(prefix: String) async throws -> [String] {
        try await keys(prefix: prefix, after: nil, limit: .max)
    }

    /// The first keys behind another one. Looks at all keys, and sorts no more than a page needs.
    public func keys(prefix: String, after key: String?, limit: Int) async throws -> [String] {
        var page = KeyPage(prefix: prefix, after: key, limit: limit)
        state.withLock { for key in $0.values.keys { page.add(key) } }
        return page.texts
    }

    private func change(
        _ key: String, expecting version: StoreVersion, to value: (StoreVersion) -> StoredValue?
    ) throws -> StoreOutcome {
        let key = try StoreKey(key)
        return state.withLock { state in
            let current = state.values[key]
            guard version == current?.version ?? .absent else { return .conflict(current) }
            state.changes += 1
            let new = value(StoreVersion(rawValue: String(state.changes)))
            state.values[key] = new
            return .done(new?.version ?? .absent)
        }
    }
}

extension InMemoryStore: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How many values it holds.
    public var description: String { "InMemoryStore(\(state.withLock { $0.values.count }) values)" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .class) }
}
