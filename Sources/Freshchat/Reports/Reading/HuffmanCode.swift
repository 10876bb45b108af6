/// A prefix code of DEFLATE, given by the lengths of its words (RFC 1951 §3.2.2).
struct HuffmanCode: Sendable {
    /// Words of up to this many bits are found at once.
    private static let fastBits = 9
    static let longest = 15

    /// For each possible run of bits the symbol and, in the lowest four bits, the length of its word; 0 for longer ones.
    private var fast = [UInt16](repeating: 0, count: 1 << fastBits)
    /// How many words there are of each length.
    private var counts = [Int](repeating: 0, count: longest + 1)
    /// The symbols in the order of their words.
    private var symbols: [UInt16] = []

    /// A code without words.
    static let none = HuffmanCode()

    private init() {}

    /// - Parameters:
    ///   - lengths: Of the word of each symbol; 0 for none.
    ///   - mustBeComplete: Whether every run of bits has to mean something. A single word of one bit is let through otherwise,
    ///     as other readers do.
    init?(_ lengths: ArraySlice<UInt8>, mustBeComplete: Bool = false) {
        for length in lengths { counts[Int(length)] += 1 }
        let used = lengths.count - counts[0]
        counts[0] = 0
        var left = 1
        for length in 1...Self.longest {
            left = left * 2 - counts[length]
            guard left >= 0 else { return nil }
        }
        if left > 0, used > 0 {
            guard !mustBeComplete, used == counts[1] else { return nil }
        }
        var offsets = [Int](repeating: 0, count: Self.longest + 2)
        var next = [Int](repeating: 0, count: Self.longest + 2)
        for length in 1...Self.longest {
            offsets[length + 1] = offsets[length] + counts[length]
            next[length + 1] = (next[length] + counts[length]) << 1
        }
        symbols = [UInt16](repeating: 0, count: used)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let length = Int(length)
            symbols[offsets[length]] = UInt16(symbol)
            offsets[length] += 1
            let word = next[length]
            next[length] += 1
            guard length <= Self.fastBits else { continue }
            // Bits come lowest first, words highest first.
            var reversed = 0
            for bit in 0..<length where word >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
            for index in stride(from: reversed, to: fast.count, by: 1 << length) {
                fast[index] = UInt16(symbol) << 4 | UInt16(length)
            }
        }
    }

    /// The next symbol.
    @inline(__always)
    func symbol(_ bits: inout BitReader<some ByteSource>) throws -> Int {
        try bits.fill(Self.longest)
        let entry = fast[Int(bits.peek & ((1 << Self.fastBits) - 1))]
        let length = Int(entry & 15)
        if length > 0, length <= bits.count {
            bits.drop(length)
            return Int(entry >> 4)
        }
        return try longSymbol(&bits)
    }

    private func longSymbol(_ bits: inout BitReader<some ByteSource>) throws -> Int {
        var (word, first, index) = (0, 0, 0)
        for length in 1...Self.longest {
            word |= Int(try bits.take(1))
            if word - counts[length] < first { return Int(symbols[index + word - first]) }
            index += counts[length]
            first = (first + counts[length]) << 1
            word <<= 1
        }
        throw FreshworksError.damaged("a word of its code means nothing")
    }
}

/// Bits of a source, lowest first.
struct BitReader<Source: ByteSource>: Sendable {
    private var source: Source
    private var buffer: [UInt8] = []
    private var next = 0
    /// The bits that are there already.
    private(set) var peek: UInt64 = 0
    /// How many they are.
    private(set) var count = 0

    init(_ source: Source) { self.source = source }

    /// Gets so many bits, up to 48, or all that are left.
    @inline(__always)
    mutating func fill(_ wanted: Int) throws {
        while count < wanted {
            if next == buffer.count {
                buffer = try source.read(upTo: 1 << 16)
                next = 0
                if buffer.isEmpty { return }
            }
            peek |= UInt64(buffer[next]) << UInt64(count)
            next += 1
            count += 8
        }
    }

    /// Drops bits that are there.
    @inline(__always)
    mutating func drop(_ number: Int) {
        peek >>= UInt64(number)
        count -= number
    }

    /// The next bits as a number.
    @inline(__always)
    mutating func take(_ number: Int) throws -> UInt64 {
        try fill(number)
        guard count >= number else { throw FreshworksError.damaged("it ends too early") }
        let value = peek & ((1 << UInt64(number)) - 1)
        drop(number)
        return value
    }

    /// Leaves out what is left of a byte.
    mutating func alignToByte() { drop(count % 8) }

    /// Up to so many bytes, once aligned.
    mutating func bytes(upTo number: Int) throws -> [UInt8] {
        var result: [UInt8] = []
        while count >= 8, result.count < number { result.append(UInt8(try take(8))) }
        if result.count < number, next == buffer.count {
            buffer = try source.read(upTo: 1 << 16)
            next = 0
        }
        let end = min(buffer.count, next + number - result.count)
        result += buffer[next..<end]
        next = end
        return result
    }
}
