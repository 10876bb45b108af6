public import Foundation

/// Encrypts the values of another store with closures of the app's own.
///
/// The closures get the key along with the bytes, so that an authenticated cipher can bind a value to its key and refuse
/// one that was moved under another. Keys and versions are those of the store beneath and stay readable.
public struct SealedStore: VersionedStore {
    /// Turns the bytes of the value under a key into others.
    public typealias Transformation = @Sendable (_ data: Data, _ key: String) async throws -> Data

    private let store: any VersionedStore
    private let seal: Transformation
    private let open: Transformation

    /// Wraps a store.
    /// - Parameters:
    ///   - seal: Encrypts a value on its way in.
    ///   - open: Decrypts it on its way out, and throws if it was not sealed for this key.
    public init(_ store: any VersionedStore, seal: @escaping Transformation, open: @escaping Transformation) {
        self.store = store
        self.seal = seal
        self.open = open
    }

    /// The opened value under a key; `nil` if there is none.
    /// - Throws: ``FreshworksError/Code/storeFailed`` if it cannot be opened, and what the store beneath throws.
    public func load(_ key: String) async throws -> StoredValue? {
        try await opened(store.load(key), key)
    }

    /// Seals and writes a value if the key's version is still the expected one.
    /// - Throws: ``FreshworksError/Code/storeFailed`` if it cannot be sealed, and what the store beneath throws.
    public func save(
        _ data: Data, for key: String, expecting version: StoreVersion
    ) async throws -> StoreOutcome {
        let sealed = try await transform(data, key, by: seal, "sealed")
        return try await opened(store.save(sealed, for: key, expecting: version), key)
    }

    /// Removes a value if its version is still the expected one.
    /// - Throws: What the store beneath throws.
    public func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await opened(store.delete(key, expecting: version), key)
    }

    /// All keys that have a value and start with a prefix, in the order of their bytes.
    /// - Throws: What the store beneath throws.
    public func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }

    /// The first keys behind another one, as the store beneath finds them.
    /// - Throws: What the store beneath throws.
    public func keys(prefix: String, after key: String?, limit: Int) async throws -> [String] {
        try await store.keys(prefix: prefix, after: key, limit: limit)
    }

    private func opened(_ outcome: StoreOutcome, _ key: String) async throws -> StoreOutcome {
        switch outcome {
        case .done: outcome
        case .conflict(let current): .conflict(try await opened(current, key))
        }
    }

    private func opened(_ value: StoredValue?, _ key: String) async throws -> StoredValue? {
        guard let value else { return nil }
        return StoredValue(data: try await transform(value.data, key, by: open, "opened"), version: value.version)
    }

    private func transform(
        _ data: Data, _ key: String, by transformation: Transformation, _ participle: String
    ) async throws -> Data {
        do {
            return try await transformation(data, key)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw FreshworksError(
                .storeFailed, "the value under the key \(key) cannot be \(participle)",
                advice: "Check the encryption key that the app gives to its SealedStore.", underlying: error)
        }
    }
}
