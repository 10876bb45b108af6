import Foundation

/// The encoding `application/x-www-form-urlencoded` (WHATWG URL §5): as percent-encoding, but `+` for a space, and other
/// characters are kept.
package enum FormURLEncoding {
    /// Encodes a name or a value.
    package static func encode(_ text: String) -> String {
        PercentEncoding.encode(text, keeping: isKept).replacing(" ", with: "+")
    }

    /// Encodes a form.
    package static func encode(_ fields: [(name: String, value: String)]) -> String {
        fields.map { encode($0.name) + "=" + encode($0.value) }.joined(separator: "&")
    }

    /// Decodes a name or a value; what is not encoded as it should be stays as it is.
    static func decode(_ text: Substring) -> String {
        let text = String(text).replacing("+", with: " ")
        return text.removingPercentEncoding ?? text
    }

    private static func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: " *-._".utf8.contains(byte)
        }
    }
}
