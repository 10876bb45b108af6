import Foundation

/// Which file of a folder holds a key's value.
///
/// Bytes other than lower-case letters, digits, `-`, `_` and inner dots are percent-encoded, so that two keys never share
/// a name, also where the file system ignores case or normalizes accents, and no name is hidden or leaves the folder. Keys
/// whose name would be too long get one of their SHA-256. Every file names its key itself.
enum StoreFileName {
    /// The name for a key.
    static func name(of key: StoreKey) -> String {
        let encoded = encode(key.text)
        guard encoded.utf8.count > 200 else { return encoded }
        return "=" + SHA256.hash(key.text.utf8).hexadecimal
    }

    /// The bytes that the names of keys begin with which start with a text, unless they are hashes.
    static func start(ofKeysWith prefix: String) -> [UInt8] { Array(encode(prefix).utf8) }

    /// What a file name says about a key.
    enum Reading: Equatable {
        case key(StoreKey)
        /// Only the file itself knows its key.
        case hash
        /// No store gave the file this name.
        case foreign
    }

    /// Reads a file name. A store may have hundreds of thousands, so this goes over the bytes once.
    static func read(_ name: UnsafeRawBufferPointer) -> Reading {
        guard name.first != UInt8(ascii: "=") else { return name.count == 65 ? .hash : .foreign }
        guard name.count <= 200 else { return .foreign }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.count)
        var rest = name[...]
        while let byte = rest.popFirst() {
            if isPlain(byte, isFirst: bytes.isEmpty) {
                bytes.append(byte)
                continue
            }
            guard byte == UInt8(ascii: "%"), let high = rest.popFirst().flatMap(digit),
                let low = rest.popFirst().flatMap(digit)
            else { return .foreign }
            let coded = high << 4 | low
            guard !isPlain(coded, isFirst: bytes.isEmpty) else { return .foreign }
            bytes.append(coded)
        }
        return StoreKey(utf8: bytes).map { .key($0) } ?? .foreign
    }

    private static func encode(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte, isFirst: result.isEmpty) {
                result.append(byte)
            } else {
                result += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a byte stands for itself.
    private static func isPlain(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: byte == UInt8(ascii: ".") && !isFirst
        }
    }

    /// The value of an upper-case hexadecimal digit.
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// Two lower-case digits for each byte.
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
