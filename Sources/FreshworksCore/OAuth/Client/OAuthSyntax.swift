/// The characters that the standards allow (RFC 6749 appendix A, RFC 6750 §2.1).
enum OAuthSyntax {
    /// `VSCHAR`: ids, secrets, codes and refresh tokens.
    static func isVisible(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }

    /// One scope: `NQCHAR`.
    static func isScope(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 != 0x20 && isDescriptive($0) }
    }

    /// An error word as registered ones are spelled. The standard allows nearly every character, so that a server could quote
    /// here what nobody may see.
    static func isErrorWord(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { isTokenByte($0) && !"~+/".utf8.contains($0) }
    }

    /// `NQSCHAR`: descriptions.
    static func isDescriptive(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// A character of an access token, but for the `=` at its end.
    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "-._~+/".utf8.contains(byte)
        }
    }
}
