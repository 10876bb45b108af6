import Foundation

/// The keys of an object, shared by all objects that have the same ones in the same order.
final class KeyTable: Sendable {
    let list: KeyList

    init(_ list: KeyList) { self.list = list }

    static let empty = KeyTable(KeyList())
}

/// Distinct keys in their order, found by their UTF-8: canonically equal keys of different bytes are different keys.
struct KeyList: Sendable {
    private(set) var keys: [String] = []
    /// The UTF-8 of all keys, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each key begins in `bytes`; one entry more than there are keys.
    private(set) var offsets: [Int] = [0]
    /// From a key's hash, by open addressing, to its position + 1; 0 is free. Empty while a scan of the keys is as fast.
    private var slots: [Int32] = []

    /// Whether no key needs an escape, so that all stand in JSON as they are.
    private(set) var isPlain = true

    private static let scanLimit = 8

    var count: Int { keys.count }

    init() {}

    /// The first keys of another list.
    init(_ list: KeyList, prefix count: Int) {
        for key in list.keys.prefix(count) { append(key) }
    }

    func position(of key: String) -> Int? {
        var key = key
        return key.withUTF8 { position(of: UnsafeRawBufferPointer($0), hash: nil) }
    }

    func position(of key: LiteralKey) -> Int? {
        key.text.withUTF8Buffer { position(of: UnsafeRawBufferPointer($0), hash: key.hash) }
    }

    func withBytes<Result>(ofKey position: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[offsets[position]..<offsets[position + 1]])) }
    }

    func matches(_ key: String, at position: Int) -> Bool {
        withBytes(ofKey: position) { $0.elementsEqual(key.utf8) }
    }

    /// Whether the first keys of both lists are the same.
    func hasPrefix(_ other: KeyList, count: Int) -> Bool {
        self.count >= count && offsets[...count] == other.offsets[...count]
            && bytes[..<offsets[count]] == other.bytes[..<offsets[count]]
    }

    private func position(of key: UnsafeRawBufferPointer, hash: Int?) -> Int? {
        guard !slots.isEmpty else {
            return keys.indices.first { withBytes(ofKey: $0) { $0.hasBytes(of: key) } }
        }
        var slot = (hash ?? Self.hash(key)) & (slots.count - 1)
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if withBytes(ofKey: position, { $0.hasBytes(of: key) }) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a key that is not in the list.
    mutating func append(_ key: String) {
        keys.append(key)
        bytes.append(contentsOf: key.utf8)
        offsets.append(bytes.count)
        if key.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) { isPlain = false }
        guard count > Self.scanLimit else { return }
        if count * 2 > slots.count {
            slots = Array(repeating: 0, count: max(4 * Self.scanLimit, slots.count * 2))
            for position in keys.indices { occupySlot(position) }
        } else {
            occupySlot(count - 1)
        }
    }

    private mutating func occupySlot(_ position: Int) {
        var slot = withBytes(ofKey: position) { Self.hash($0) } & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(position + 1)
    }

    fileprivate static func hash(_ key: UnsafeRawBufferPointer) -> Int {
        // The standard hasher is seeded per process, so nobody can prepare keys that collide.
        var hasher = Hasher()
        hasher.combine(bytes: key)
        return hasher.finalize()
    }

    /// Without the key at a position.
    func removing(at position: Int) -> KeyList {
        var list = KeyList()
        for (index, key) in keys.enumerated() where index != position { list.append(key) }
        return list
    }
}

/// A key that stands in code, with its hash: found without hashing it again.
@usableFromInline
struct LiteralKey: Sendable {
    let text: StaticString
    let hash: Int

    init(_ text: StaticString) {
        self.text = text
        hash = text.withUTF8Buffer { KeyList.hash(UnsafeRawBufferPointer($0)) }
    }
}

extension UnsafeRawBufferPointer {
    func hasBytes(of other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let left = baseAddress, let right = other.baseAddress else { return true }
        return memcmp(left, right, count) == 0
    }
}
