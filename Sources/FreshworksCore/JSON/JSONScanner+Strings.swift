extension JSONScanner {
    /// Reads a string, from quote to quote.
    @inline(__always)
    mutating func readString(_ text: Span<UInt8>) throws -> String {
        let first = index + 1
        let end = Self.plainEnd(text, first)
        guard end < text.count, text[end] == UInt8(ascii: "\"") else { return try readEscapedString(text, first) }
        guard let string = String(checking: text.extracting(first..<end)) else { throw notUTF8(first - 1) }
        index = end + 1
        return string
    }

    @inline(never)
    private func notUTF8(_ start: Int) -> any Error {
        failure("the string that begins here is not UTF-8", at: start)
    }

    /// The place of the next quote, backslash or control character, or the end of the text.
    @inline(__always)
    private static func plainEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
        var place = start
        while place + 16 <= text.count {
            let length = text.block(at: place).plainCount
            place += length
            if length < 16 { return place }
        }
        while place < text.count, case let byte = text[place], byte >= 0x20, byte != 0x22, byte != 0x5C { place += 1 }
        return place
    }

    /// Reads a string that has an escape or a fault.
    @inline(never)
    private mutating func readEscapedString(_ text: Span<UInt8>, _ first: Int) throws -> String {
        escapedText.removeAll()
        index = first
        while true {
            escapedText.reserve(64)
            index = escapedText.append(from: index, of: text)
            while case let byte = current(text), byte >= 0x20, byte != 0x22, byte != 0x5C {
                escapedText.append(byte)
                index += 1
            }
            guard !skip(UInt8(ascii: "\""), text) else { break }
            guard skip(UInt8(ascii: "\\"), text) else {
                throw failure(
                    index == text.count
                        ? "a string does not end" : "a control character in a string is not escaped")
            }
            try readEscape(text)
        }
        guard let string = escapedText.string else { throw notUTF8(first - 1) }
        return string
    }

    /// Reads what follows a backslash.
    private mutating func readEscape(_ text: Span<UInt8>) throws {
        let escape = current(text)
        index += 1
        if escape == UInt8(ascii: "u") { return try readScalar(try readCodeUnit(text), text) }
        let byte = EscapedText.byte(of: escape)
        guard byte != 0 else { throw failure("this escape does not exist", at: index - 2) }
        escapedText.append(byte)
    }

    /// Reads the second half of a surrogate pair, if this is the first one, and adds the character.
    @inline(never)
    private mutating func readScalar(_ unit: UInt32, _ text: Span<UInt8>) throws {
        let start = index - 6
        var code = unit
        if 0xD800...0xDBFF ~= unit {
            guard skip(UInt8(ascii: "\\"), text), skip(UInt8(ascii: "u"), text),
                case let low = try readCodeUnit(text), 0xDC00...0xDFFF ~= low
            else { throw failure("a surrogate has no partner", at: start) }
            code = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw failure("a surrogate has no partner", at: start) }
        for byte in scalar.utf8 { escapedText.append(byte) }
    }

    private mutating func readCodeUnit(_ text: Span<UInt8>) throws -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = current(text).hexadecimal else { throw failure("\\u needs four hexadecimal digits") }
            unit = unit << 4 | UInt32(digit)
            index += 1
        }
        return unit
    }
}
