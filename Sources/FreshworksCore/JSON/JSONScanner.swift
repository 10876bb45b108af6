/// Reads the tokens of JSON (RFC 8259) from a text and checks them.
///
/// The text is handed to each function anew: what refers to bytes of others cannot be kept.
struct JSONScanner {
    /// The place of the next byte.
    var index = 0
    var escapedText = EscapedText()

    /// The next byte; 0, which begins no token, at the end.
    @inline(__always)
    func current(_ text: Span<UInt8>) -> UInt8 { index < text.count ? text[index] : 0 }

    // Not inlined and boxed: the error is a large struct, which would cost each level of nesting half a kilobyte of stack.
    @inline(never)
    func failure(_ reason: String, at offset: Int? = nil) -> any Error {
        FreshworksError(.unreadableResponse, "not readable as JSON at byte \(offset ?? index): \(reason)")
    }

    @inline(__always)
    mutating func skipWhitespace(_ text: Span<UInt8>) {
        if index < text.count, text[index] <= 0x20 { skipLongWhitespace(text) }
    }

    @inline(never)
    private mutating func skipLongWhitespace(_ text: Span<UInt8>) {
        while index < text.count {
            switch text[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    /// Steps over this byte if it comes next.
    @inline(__always)
    mutating func skip(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
        guard current(text) == byte else { return false }
        index += 1
        return true
    }

    /// Steps over a word of four letters that must come next, after so many letters that have been seen.
    @inline(__always)
    mutating func expect(_ letters: UInt32, after seen: Int = 0, _ text: Span<UInt8>) throws {
        let start = index + seen
        guard start + 4 <= text.count, text.halfWord(at: start) == letters else {
            throw failure("a value is expected")
        }
        index = start + 4
    }

    /// Steps over bytes that are the same as earlier ones, if they come next.
    @inline(__always)
    mutating func skip(_ length: Int, as earlier: Int, _ text: Span<UInt8>) -> Bool {
        guard text.hasSame(length, at: index, as: earlier) else { return false }
        index += length
        return true
    }

    mutating func readKey(_ text: Span<UInt8>) throws -> String {
        guard current(text) == UInt8(ascii: "\"") else { throw failure("a key in quotes is expected") }
        return try readString(text)
    }

    mutating func skipColon(_ text: Span<UInt8>) throws {
        skipWhitespace(text)
        guard skip(UInt8(ascii: ":"), text) else { throw failure("a colon is expected") }
        skipWhitespace(text)
    }
}
