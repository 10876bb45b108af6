/// Reads the tokens of JSON (RFC 8259) from bytes that the caller keeps alive, and checks them.
struct JSONScanner {
    private let bytes: UnsafeRawBufferPointer
    private(set) var index = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next byte; 0, which begins no token, at the end.
    var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

    var isAtEnd: Bool { index == bytes.count }

    // Not inlined and boxed: the error is a large struct, which would cost each level of nesting half a kilobyte of stack.
    @inline(never)
    func failure(_ reason: String, at offset: Int? = nil) -> any Error {
        FreshworksError(.unreadableResponse, "not readable as JSON at byte \(offset ?? index): \(reason)")
    }

    mutating func skipWhitespace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    /// Steps over this byte if it comes next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }

    /// Steps over a word that must come next.
    mutating func expect(_ word: StaticString) throws {
        let end = index + word.utf8CodeUnitCount
        let expected = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard end <= bytes.count, UnsafeRawBufferPointer(rebasing: bytes[index..<end]).hasBytes(of: expected) else {
            throw failure("a value is expected")
        }
        index = end
    }

    /// Steps over a quoted key if it comes next with exactly these bytes, which must need no escape.
    mutating func skip(key: UnsafeRawBufferPointer) -> Bool {
        let end = index + key.count + 2
        guard end <= bytes.count, bytes[index] == UInt8(ascii: "\""), bytes[end - 1] == UInt8(ascii: "\""),
            UnsafeRawBufferPointer(rebasing: bytes[index + 1..<end - 1]).hasBytes(of: key)
        else { return false }
        index = end
        return true
    }
}

// MARK: - Strings

extension JSONScanner {
    /// Reads a string, from quote to quote.
    mutating func readString() throws -> String {
        let start = index
        index += 1
        skipPlain()
        guard current != UInt8(ascii: "\"") else {
            let text = try text(start + 1..<index, start)
            index += 1
            return text
        }
        var text = Array(bytes[start + 1..<index])
        while !skip(UInt8(ascii: "\"")) {
            guard skip(UInt8(ascii: "\\")) else {
                throw failure(isAtEnd ? "a string does not end" : "a control character in a string is not escaped")
            }
            try readEscape(into: &text)
            let plain = index
            skipPlain()
            text.append(contentsOf: bytes[plain..<index])
        }
        guard let string = String(validating: text, as: UTF8.self) else { throw notUTF8(start) }
        return string
    }

    private func text(_ range: Range<Int>, _ start: Int) throws -> String {
        guard let text = String(validating: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self) else {
            throw notUTF8(start)
        }
        return text
    }

    private func notUTF8(_ start: Int) -> any Error {
        failure("the string that begins here is not UTF-8", at: start)
    }

    /// Moves to the next quote, backslash or control character, eight bytes at a time.
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            // The lowest set bit is exact: it marks the first byte that is zero in one of the first two, or below 0x20.
            let stops =
                ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word) & highs
            guard stops == 0 else {
                index += stops.trailingZeroBitCount / 8
                return
            }
            index += 8
        }
        while index < bytes.count, bytes[index] >= 0x20, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    }

    /// Reads what follows a backslash.
    private mutating func readEscape(into text: inout [UInt8]) throws {
        let escape = current
        index += 1
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            let start = index - 2
            var code = UInt32(try readCodeUnit())
            if 0xD800...0xDBFF ~= code {
                guard skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")), case let low = try readCodeUnit(),
                    0xDC00...0xDFFF ~= low
                else { throw failure("a surrogate has no partner", at: start) }
                code = 0x10000 + (code - 0xD800) << 10 + (UInt32(low) - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw failure("a surrogate has no partner", at: start) }
            text.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
        default: throw failure("this escape does not exist", at: index - 2)
        }
    }

    private mutating func readCodeUnit() throws -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(current)).hexDigitValue else {
                throw failure("\\u needs four hexadecimal digits")
            }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }
}

// MARK: - Numbers

extension JSONScanner {
    /// Reads a number and keeps its spelling.
    mutating func readNumber() throws -> JSONNumber {
        let start = index
        let isNegative = skip(UInt8(ascii: "-"))
        let digits = index
        var value: Int64 = 0
        if !skip(UInt8(ascii: "0")) {
            try skipDigits { value = value &* 10 &+ Int64($0) }
        }
        let isShort = index - digits <= 18
        var isInteger = true
        if skip(UInt8(ascii: ".")) {
            isInteger = false
            try skipDigits { _ in }
        }
        if current | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            index += 1
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try skipDigits { _ in }
        }
        if isInteger, isShort, !(isNegative && value == 0) {
            return JSONNumber(storage: .integer(isNegative ? -value : value))
        }
        return JSONNumber(storage: .spelled(String(decoding: bytes[start..<index], as: UTF8.self)))
    }

    private mutating func skipDigits(_ body: (UInt8) -> Void) throws {
        let start = index
        while case let digit = current &- UInt8(ascii: "0"), digit < 10 {
            body(digit)
            index += 1
        }
        guard index > start else { throw failure("a digit is expected") }
    }
}
