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
    /// From a key's hash, by open addressing, to its slot. Empty while a scan of the keys is as fast.
    private var slots: [Slot] = []

    private struct Slot {
        var hash: UInt32 = 0
        /// The key's position + 1; 0 if the slot is free.
        var entry: Int32 = 0
    }

    private static let scanLimit = 8

    var count: Int { keys.count }

    init() {}

    func position(of key: String) -> Int? {
        var key = key
        return key.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            return position(of: bytes, hash: slots.isEmpty ? 0 : Self.hash(bytes))
        }
    }

    func position(of key: LiteralKey) -> Int? {
        key.text.withUTF8Buffer { position(of: UnsafeRawBufferPointer($0), hash: key.hash) }
    }

    func withBytes<Result>(ofKey position: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        // why: a key is compared where it lies, without a copy of it.
        bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[offsets[position]..<offsets[position + 1]])) }
    }

    private func position(of key: UnsafeRawBufferPointer, hash: UInt32) -> Int? {
        guard !slots.isEmpty else {
            return keys.indices.first { withBytes(ofKey: $0) { $0.hasBytes(of: key) } }
        }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot].entry != 0 {
            let position = Int(slots[slot].entry) - 1
            if slots[slot].hash == hash, withBytes(ofKey: position, { $0.hasBytes(of: key) }) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a key that is not in the list.
    mutating func append(_ key: String) { append(key, hash: hashIfNeeded(key)) }

    /// Adds a key unless it is in the list.
    /// - Returns: Its position if it is.
    mutating func position(adding key: String) -> Int? {
        var key = key
        let hash = hashIfNeeded(key)
        if let position = key.withUTF8({ position(of: UnsafeRawBufferPointer($0), hash: hash) }) { return position }
        append(key, hash: hash)
        return nil
    }

    private mutating func append(_ key: String, hash: UInt32) {
        keys.append(key)
        bytes.append(contentsOf: key.utf8)
        offsets.append(bytes.count)
        guard count > Self.scanLimit else { return }
        if count * 2 > slots.count {
            var old = slots.filter { $0.entry != 0 }
            if old.isEmpty {
                for position in 0..<count - 1 {
                    old.append(Slot(hash: withBytes(ofKey: position) { Self.hash($0) }, entry: Int32(position + 1)))
                }
            }
            slots = Array(repeating: Slot(), count: max(4 * Self.scanLimit, slots.count * 2))
            for slot in old { occupy(slot) }
        }
        occupy(Slot(hash: hash, entry: Int32(count)))
    }

    private mutating func occupy(_ new: Slot) {
        var slot = Int(new.hash) & (slots.count - 1)
        while slots[slot].entry != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = new
    }

    /// The hash of a key that is to be added, where the list has become long enough for one.
    private func hashIfNeeded(_ key: String) -> UInt32 {
        guard count >= Self.scanLimit else { return 0 }
        var key = key
        return key.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }
    }

    fileprivate static func hash(_ key: UnsafeRawBufferPointer) -> UInt32 {
        // The standard hasher is seeded per process, so nobody can prepare keys that collide.
        var hasher = Hasher()
        hasher.combine(bytes: key)
        return UInt32(truncatingIfNeeded: hasher.finalize())
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
    let hash: UInt32

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
