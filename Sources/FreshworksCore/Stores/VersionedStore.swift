public import Foundation

/// Keeps small values under names and changes them by compare-and-swap alone, so that many processes can share it.
///
/// Ready made are ``InMemoryStore``, ``FileStore`` and ``SealedStore``, and `EtcdStore` of `FreshworksEtcd` for several
/// machines. Check one of your own with `checkConformance(of:)` of `FreshworksSandbox`. An implementation
/// - refuses keys that are no ``StoreKey`` and tells keys apart by their bytes, as that type does;
/// - changes a value wholly or not at all, and answers only when the change has reached whatever makes it last;
/// - never gives one key the same version twice, also not after a deletion;
/// - throws a ``FreshworksError`` when it does not know whether a change took place, and sets
///   ``FreshworksError/mayHaveBeenExecuted``.
public protocol VersionedStore: Sendable {
    /// The value under a key; `nil` if there is none.
    func load(_ key: String) async throws -> StoredValue?

    /// Writes a value if the key's version is still the expected one.
    /// - Parameter version: What the caller read; ``StoreVersion/absent`` if the key shall have no value yet.
    /// - Returns: The new version, or in a conflict what stands there instead.
    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome

    /// Removes a value if its version is still the expected one. An absent value can be expected too; nothing happens then.
    /// - Returns: ``StoreVersion/absent``, or in a conflict what stands there instead.
    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome

    /// All keys that have a value and start with a prefix, in the order of their bytes: those of UTF-8, as ``StoreKey``
    /// compares them.
    func keys(prefix: String) async throws -> [String]

    /// A page of these keys: the first ones behind another key, in the same order. Fewer than asked for are the last ones.
    ///
    /// A store that does not say how answers with a part of all keys. One that can look at fewer of them should, since a
    /// registry of a hundred thousand connections asks for a hundred.
    /// - Parameters:
    ///   - key: The keys begin behind this one, which need not be there any more or start with the prefix; `nil` begins at the
    ///     first.
    ///   - limit: How many keys at most. Below 1 it gives none.
    func keys(prefix: String, after key: String?, limit: Int) async throws -> [String]
}

extension VersionedStore {
    /// A part of all keys with the prefix.
    public func keys(prefix: String, after key: String?, limit: Int) async throws -> [String] {
        var page = KeyPage(prefix: prefix, after: key, limit: limit)
        for key in try await keys(prefix: prefix) { page.add(try StoreKey(key)) }
        return page.texts
    }
}

extension FreshworksError.Code {
    /// A store cannot be read or written.
    public static let storeFailed = Self(rawValue: "store_failed")
}
