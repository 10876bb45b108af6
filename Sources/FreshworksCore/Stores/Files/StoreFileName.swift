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

    /// Whether a file name may be one of those that only the file itself explains.
    static func mayBeHash(_ name: UnsafeRawBufferPointer) -> Bool { name.first == UInt8(ascii: "=") }

    /// What a file name says about a key.
    enum Reading: Equatable {
        case key(StoreKey)
        /// Only the file itself knows its key.
        case hash
        /// No store gave the file this name.
        case foreign
    }

    /// Reads a file name.
    static func read(_ name: String) -> Reading {
        if name.utf8.count == 65, name.hasPrefix("=") { return .hash }
        guard let text = name.removingPercentEncoding, let key = try? StoreKey(text), self.name(of: key) == name else {
            return .foreign
        }
        return .key(key)
    }

    private static func encode(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                result.append(byte)
            case UInt8(ascii: ".") where !result.isEmpty:
                result.append(byte)
            default:
                result += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Two lower-case digits for each byte.
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
