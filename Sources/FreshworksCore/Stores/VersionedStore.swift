public import Foundation

/// Keeps small values under names and changes them by compare-and-swap alone, so that many processes can share it.
///
/// Ready made are ``InMemoryStore``, ``FileStore`` and ``SealedStore``. Check one of your own with `checkConformance(of:)`
/// of `FreshworksSandbox`. An implementation
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

/// A value as a store keeps it. Printing it does not show the bytes.
public struct StoredValue: Sendable, Equatable {
    /// The bytes.
    public let data: Data
    /// What to expect when changing it.
    public let version: StoreVersion

    /// Makes a stored value.
    public init(data: Data, version: StoreVersion) {
        self.data = data
        self.version = version
    }
}

/// Tells one state of a key from all others it ever had. Opaque but to its store.
public struct StoreVersion: Sendable, Hashable {
    /// What the store knows the state by.
    public let rawValue: String

    /// Makes a version.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The version of a key that has no value.
    public static let absent = StoreVersion(rawValue: "")
}

/// What became of a change.
public enum StoreOutcome: Sendable, Equatable {
    /// It took place; this is the key's version now.
    case done(StoreVersion)
    /// It did not: the key has this value instead of the expected one.
    case conflict(StoredValue?)
}

extension StoredValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Length and version.
    public var description: String { "StoredValue(\(data.count) bytes, version \(version.rawValue))" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension FreshworksError.Code {
    /// A store cannot be read or written.
    public static let storeFailed = Self(rawValue: "store_failed")
    /// A key that no store takes: empty, or longer than 200 bytes, or with control characters.
    public static let invalidStoreKey = Self(rawValue: "invalid_store_key")
}

extension StoreVersion {
    /// The rule that all stores of this package have for keys.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``.
    package static func check(key: String) throws {
        guard !key.isEmpty, key.utf8.count <= 200, key.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw FreshworksError(
                .invalidStoreKey, "the key is empty, longer than 200 bytes or has control characters",
                advice: "Use a short name, such as the tenant's.")
        }
    }
}
