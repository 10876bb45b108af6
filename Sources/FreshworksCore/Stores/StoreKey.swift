/// A key that every store takes: 1 to 200 bytes of UTF-8 without control characters.
///
/// Keys are compared and ordered by their bytes, which is the order of their Unicode scalars. Swift's strings are not: to
/// them a composed and a decomposed accent are equal.
public struct StoreKey: Sendable, Hashable, Comparable {
    private let bytes: [UInt8]

    /// Checks a key.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``.
    public init(_ text: String) throws {
        bytes = Array(text.utf8)
        guard Self.takes(bytes) else {
            throw FreshworksError(
                .invalidStoreKey, "the key is empty, longer than 200 bytes or has control characters",
                advice: "Use a short name, such as the tenant's.")
        }
    }

    /// Checks the bytes of a key.
    init?(utf8 bytes: [UInt8]) {
        guard Self.takes(bytes), String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.bytes = bytes
    }

    private static func takes(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.count <= 200 && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// The key as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the key's bytes start with those of a prefix.
    public func hasPrefix(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

    /// Whether the key's bytes come after those of a text, which need not be a key.
    package func isBehind(_ text: String) -> Bool { text.utf8.lexicographicallyPrecedes(bytes) }

    /// Compares byte by byte.
    public static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

extension FreshworksError.Code {
    /// A key that no store takes: empty, or longer than 200 bytes, or with control characters.
    public static let invalidStoreKey = Self(rawValue: "invalid_store_key")
}
