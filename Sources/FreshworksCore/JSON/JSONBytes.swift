/// Bytes of a text as the reader takes them: eight at a time, and every read is checked against the end.
extension Span where Element == UInt8 {
    /// Eight bytes; the first one is in the lowest place.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Sixteen bytes.
    @inline(__always)
    func block(at offset: Int) -> SIMD16<UInt8> {
        bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    }

    /// Four bytes; the first one is in the lowest place.
    @inline(__always)
    func halfWord(at offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// Whether the bytes at one place, which may reach beyond the end, are the bytes at another.
    @inline(__always)
    func hasSame(_ length: Int, at offset: Int, as other: Int) -> Bool {
        guard length <= count - offset else { return false }
        guard length >= 8 else { return hasSameFew(length, at: offset, as: other) }
        var step = 0
        while step + 8 < length {
            guard word(at: offset + step) == word(at: other + step) else { return false }
            step += 8
        }
        return word(at: offset + length - 8) == word(at: other + length - 8)
    }

    /// The same for less than eight bytes that are not beyond the end.
    @inline(__always)
    private func hasSameFew(_ length: Int, at offset: Int, as other: Int) -> Bool {
        guard length >= 4 else { return (0..<length).allSatisfy { self[offset + $0] == self[other + $0] } }
        return halfWord(at: offset) == halfWord(at: other)
            && halfWord(at: offset + length - 4) == halfWord(at: other + length - 4)
    }
}

/// What is asked of eight bytes at once. The answers are in the highest bits of the bytes.
extension UInt64 {
    static let highs: UInt64 = 0x8080_8080_8080_8080
    static let ones: UInt64 = 0x0101_0101_0101_0101

    /// How many bytes come before the first mark.
    @inline(__always)
    var unmarkedBytes: Int { trailingZeroBitCount / 8 }
}

extension SIMD16<UInt8> {
    /// How many bytes come before the first quote, backslash or control character; 16 if there is none.
    @inline(__always)
    var plainCount: Int {
        // Compared with vectors: comparisons with scalars, and `<`, are loops over the bytes.
        let stops =
            (self .== SIMD16<UInt8>(repeating: 0x22)) .| (self .== SIMD16<UInt8>(repeating: 0x5C))
            .| ((self & SIMD16<UInt8>(repeating: 0xE0)) .== SIMD16<UInt8>(repeating: 0))
        let words = unsafeBitCast(stops, to: SIMD2<UInt64>.self)
        if words[0] != 0 { return UInt64(littleEndian: words[0]).unmarkedBytes }
        return words[1] != 0 ? 8 + UInt64(littleEndian: words[1]).unmarkedBytes : 16
    }
}
