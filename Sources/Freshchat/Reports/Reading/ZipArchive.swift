import Foundation

/// The directory of a zip file, with the 64-bit fields of large ones (PKWARE APPNOTE 6.3.10, §4.3).
///
/// Sizes are those of the directory at the end, which are right also where an entry's own head leaves them to a descriptor.
struct ZipArchive: Sendable {
    struct Entry: Sendable {
        let name: String
        let method: Int
        let checksum: UInt32
        let compressedSize: UInt64
        let size: UInt64
        fileprivate let offset: UInt64
    }

    let entries: [Entry]
    private let file: FileSource

    /// A directory of more is no report's.
    private static let directoryLimit: UInt64 = 16 * 1024 * 1024

    init(_ file: FileSource) throws {
        self.file = file
        let tailSize = Int(min(file.count, 65_557))
        let tail = Bytes(try file.bytes(from: file.count - UInt64(tailSize), count: tailSize))
        guard let end = tail.lastIndex(of: 0x0605_4B50, room: 22) else {
            throw FreshworksError.damaged("it is no zip file")
        }
        var count = UInt64(tail.number(end + 10, 2))
        var size = tail.number(end + 12, 4)
        var offset = tail.number(end + 16, 4)
        if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF, end >= 20,
            tail.number(end - 20, 4) == 0x0706_4B50
        {
            let record = Bytes(try file.bytes(from: tail.number(end - 12, 8), count: 56))
            guard record.number(0, 4) == 0x0606_4B50 else { throw FreshworksError.damaged("its directory is missing") }
            count = record.number(32, 8)
            size = record.number(40, 8)
            offset = record.number(48, 8)
        }
        guard size <= Self.directoryLimit, offset <= file.count, size <= file.count - offset else {
            throw FreshworksError.damaged("its directory is missing")
        }
        entries = try Self.entries(Bytes(try file.bytes(from: offset, count: Int(size))), count: count)
    }

    private static func entries(_ directory: Bytes, count: UInt64) throws -> [Entry] {
        var entries: [Entry] = []
        var place = 0
        while entries.count < count {
            guard directory.has(place, 46), directory.number(place, 4) == 0x0201_4B50 else {
                throw FreshworksError.damaged("its directory is cut off")
            }
            let (nameSize, extraSize) = (Int(directory.number(place + 28, 2)), Int(directory.number(place + 30, 2)))
            let whole = 46 + nameSize + extraSize + Int(directory.number(place + 32, 2))
            guard directory.has(place, whole) else { throw FreshworksError.damaged("its directory is cut off") }
            guard directory.number(place + 8, 2) & 1 == 0 else { throw FreshworksError.damaged("it is encrypted") }
            var sizes = [
                directory.number(place + 24, 4), directory.number(place + 20, 4), directory.number(place + 42, 4),
            ]
            try widen(&sizes, directory, place + 46 + nameSize, extraSize)
            entries.append(
                Entry(
                    name: directory.text(place + 46, nameSize), method: Int(directory.number(place + 10, 2)),
                    checksum: UInt32(directory.number(place + 16, 4)), compressedSize: sizes[1], size: sizes[0],
                    offset: sizes[2]))
            place += whole
        }
        return entries
    }

    /// Takes the numbers that do not fit in 32 bits from the extra field, where they stand in this order.
    private static func widen(_ sizes: inout [UInt64], _ directory: Bytes, _ start: Int, _ count: Int) throws {
        guard sizes.contains(0xFFFF_FFFF) else { return }
        var place = start
        while place + 4 <= start + count {
            let (id, length) = (directory.number(place, 2), Int(directory.number(place + 2, 2)))
            if id == 1 {
                var from = place + 4
                let end = min(from + length, start + count)
                for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
                    guard from + 8 <= end else { throw FreshworksError.damaged("a size is missing") }
                    sizes[index] = directory.number(from, 8)
                    from += 8
                }
                return
            }
            place += 4 + length
        }
    }

    /// The content of an entry, checked at its end.
    func content(of entry: Entry) throws -> CheckedSource {
        let head = Bytes(try file.bytes(from: entry.offset, count: 30))
        guard head.number(0, 4) == 0x0403_4B50 else { throw FreshworksError.damaged("an entry is missing") }
        let start = entry.offset + 30 + head.number(26, 2) + head.number(28, 2)
        guard start <= file.count, entry.compressedSize <= file.count - start else {
            throw FreshworksError.damaged("an entry is cut off")
        }
        let raw = file.part(from: start, count: entry.compressedSize)
        switch entry.method {
        case 0: return CheckedSource(raw, size: entry.size, checksum: entry.checksum)
        case 8: return CheckedSource(Inflater(raw), size: entry.size, checksum: entry.checksum)
        default: throw FreshworksError.damaged("an entry is compressed by a method that is not known")
        }
    }
}

/// A source that must have a size and a checksum, and stops before it is longer.
struct CheckedSource: ByteSource {
    private var source: any ByteSource
    private var left: UInt64
    private var checksum = CRC32()
    private let expected: UInt32
    private var isChecked = false

    init(_ source: any ByteSource, size: UInt64, checksum: UInt32) {
        self.source = source
        left = size
        expected = checksum
    }

    mutating func read(upTo count: Int) throws -> [UInt8] {
        let bytes = try source.read(upTo: count)
        guard bytes.count <= left else { throw FreshworksError.damaged("an entry is longer than it says") }
        left -= UInt64(bytes.count)
        checksum.add(bytes)
        if bytes.isEmpty, count > 0, !isChecked {
            guard left == 0, checksum.value == expected else { throw FreshworksError.damaged("a checksum is wrong") }
            isChecked = true
        }
        return bytes
    }
}

/// The checksum of zip files (ISO 3309).
struct CRC32: Sendable {
    private var state = UInt32.max

    var value: UInt32 { ~state }

    mutating func add(_ bytes: [UInt8]) {
        var state = state
        for byte in bytes { state = Self.table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
        self.state = state
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
}

/// Bytes with numbers in them, lowest byte first.
private struct Bytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func has(_ start: Int, _ count: Int) -> Bool { start >= 0 && count >= 0 && start <= bytes.count - count }

    func number(_ start: Int, _ count: Int) -> UInt64 {
        guard has(start, count) else { return 0 }
        return bytes[start..<(start + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    func text(_ start: Int, _ count: Int) -> String {
        has(start, count) ? String(decoding: bytes[start..<(start + count)], as: UTF8.self) : ""
    }

    /// Where a mark stands for the last time, with room behind its begin.
    func lastIndex(of mark: UInt64, room: Int) -> Int? {
        guard bytes.count >= room else { return nil }
        return (0...(bytes.count - room)).reversed().first { number($0, 4) == mark }
    }
}
