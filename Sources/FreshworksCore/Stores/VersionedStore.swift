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

    /// All keys that have a value and start with a prefix, in the order of their Unicode scalars.
    func keys(prefix: String) async throws -> [String]
}

extension FreshworksError.Code {
    /// A store cannot be read or written.
    public static let storeFailed = Self(rawValue: "store_failed")
}
