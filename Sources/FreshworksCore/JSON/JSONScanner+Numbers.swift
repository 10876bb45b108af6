extension JSONScanner {
    /// Reads a number and keeps its spelling.
    @inline(__always)
    mutating func readNumber(_ text: Span<UInt8>) throws -> JSONNumber {
        let isNegative = text[index] == UInt8(ascii: "-")
        let start = isNegative ? index + 1 : index
        // Up to sixteen digits and a fraction of up to seven are within these bytes.
        guard start + 32 <= text.count else { return try readAnyNumber(text) }
        let head = Digits(text.word(at: start))
        var end = start + head.count
        var value = head.value
        if head.count == 8 {
            let tail = Digits(text.word(at: end))
            guard tail.count < 8 else { return try readAnyNumber(text) }
            value = value &* Digits.power(tail.count) &+ tail.value
            end += tail.count
        }
        // No digit, a zero before others, a minus before zero.
        guard head.count > 0, text[start] != UInt8(ascii: "0") || end == start + 1 && !isNegative else {
            return try readAnyNumber(text)
        }
        var fraction = 0
        var stop = text[end]
        if stop == UInt8(ascii: ".") {
            let digits = Digits(text.word(at: end + 1))
            fraction = digits.count
            guard 1...7 ~= fraction, end - start <= 11 else { return try readAnyNumber(text) }
            value = value &* Digits.power(fraction) &+ digits.value
            end += 1 + fraction
            stop = text[end]
        }
        guard stop | 0x20 != UInt8(ascii: "e") else { return try readAnyNumber(text) }
        index = end
        let signed = isNegative ? -Int64(truncatingIfNeeded: value) : Int64(truncatingIfNeeded: value)
        return JSONNumber(storage: fraction == 0 ? .integer(signed) : .decimal(signed, fraction: UInt8(fraction)))
    }

    /// Reads a number of any length, byte for byte.
    @inline(never)
    private mutating func readAnyNumber(_ text: Span<UInt8>) throws -> JSONNumber {
        let start = index
        let isNegative = skip(UInt8(ascii: "-"), text)
        let digits = index
        var value: Int64 = 0
        if !skip(UInt8(ascii: "0"), text) {
            try skipDigits(text) { value = value &* 10 &+ Int64($0) }
        }
        let isShort = index - digits <= 18
        var isInteger = true
        if skip(UInt8(ascii: "."), text) {
            isInteger = false
            try skipDigits(text) { _ in }
        }
        if current(text) | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            index += 1
            if !skip(UInt8(ascii: "+"), text) { _ = skip(UInt8(ascii: "-"), text) }
            try skipDigits(text) { _ in }
        }
        if isInteger, isShort, !(isNegative && value == 0) {
            return JSONNumber(storage: .integer(isNegative ? -value : value))
        }
        return JSONNumber(storage: .spelled(String(checking: text.extracting(start..<index)) ?? ""))
    }

    @inline(__always)
    private mutating func skipDigits(_ text: Span<UInt8>, _ body: (UInt8) -> Void) throws {
        let start = index
        while case let digit = current(text) &- UInt8(ascii: "0"), digit < 10 {
            body(digit)
            index += 1
        }
        guard index > start else { throw failure("a digit is expected") }
    }
}

/// The decimal digits at the start of eight bytes.
private struct Digits {
    let count: Int
    let value: UInt64

    @inline(__always)
    init(_ word: UInt64) {
        let digits = word ^ (.ones &* 0x30)
        let others = ((digits & ~.highs) &+ (.ones &* 0x76) | digits) & .highs
        count = others == 0 ? 8 : others.unmarkedBytes
        // Moved to the end, with zeros before them; no digit leaves nothing.
        let aligned = digits << UInt64(64 - 8 * count)
        // Pairs, then fours, then all eight in one.
        let pairs = aligned &* 10 &+ (aligned >> 8)
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        value = (low &+ high) >> 32
    }

    /// A power of ten, up to the seventh.
    @inline(__always)
    static func power(_ exponent: Int) -> UInt64 {
        (exponent & 4 != 0 ? 10_000 : 1) &* (exponent & 2 != 0 ? 100 : 1) &* (exponent & 1 != 0 ? 10 : 1)
    }
}
