/// Powers modulo an odd number, by Montgomery's method: for checking signatures, whose numbers are no secrets.
///
/// The toolchain on Linux has no such arithmetic of its own. Nothing here is hardened against side channels, so no private key
/// of anybody's may ever get here.
package struct OddModulus: Sendable {
    /// The number, least significant word first.
    private let words: [UInt64]
    /// What makes the lowest word of a product vanish: -1 / number, modulo 2^64.
    private let inverse: UInt64
    /// R² modulo the number, where R is the power of two behind the highest word.
    private let square: [UInt64]
    /// The number's length.
    package let bitCount: Int

    /// The number's length in bytes.
    package var byteCount: Int { (bitCount + 7) / 8 }

    /// - Parameter bytes: The number, most significant byte first.
    /// - Returns: `nil` for an even number and for 1.
    package init?(_ bytes: some BidirectionalCollection<UInt8>) {
        let bytes = bytes.drop { $0 == 0 }
        guard let low = bytes.suffix(1).first, low & 1 == 1 else { return nil }
        let words = Self.words(bytes, count: (bytes.count + 7) / 8)
        guard words != [1], let high = words.last else { return nil }
        self.words = words
        bitCount = words.count * 64 - high.leadingZeroBitCount
        // Newton's iteration doubles the correct bits: 3, 6, 12, 24, 48, 96.
        var inverse = words[0]
        for _ in 0..<6 { inverse = inverse &* (2 &- words[0] &* inverse) }
        self.inverse = 0 &- inverse
        var value = [UInt64](repeating: 0, count: words.count)
        value[0] = 1
        for _ in 0..<(words.count * 128) { Self.double(&value, modulo: words) }
        square = value
    }

    /// A number to some power, as many bytes as the modulus has.
    /// - Parameters:
    ///   - base: Most significant byte first.
    ///   - exponent: Most significant byte first; without any bit set the result is 1.
    /// - Returns: `nil` when the base is not less than the modulus.
    package func power(_ base: some BidirectionalCollection<UInt8>, _ exponent: some Collection<UInt8>) -> [UInt8]? {
        let significant = base.drop { $0 == 0 }
        guard significant.count <= words.count * 8 else { return nil }
        let number = Self.words(significant, count: words.count)
        guard Self.isLess(number, words) else { return nil }
        let factor = product(number, square)
        var one = [UInt64](repeating: 0, count: words.count)
        one[0] = 1
        var result = product(one, square)
        for byte in exponent {
            for bit in stride(from: 7, through: 0, by: -1) {
                result = product(result, result)
                if byte >> UInt8(bit) & 1 == 1 { result = product(result, factor) }
            }
        }
        return Self.bytes(product(result, one)).suffix(byteCount)
    }

    /// a · b / R modulo the number.
    private func product(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
        let count = words.count
        var sum = [UInt64](repeating: 0, count: count + 2)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                words.withUnsafeBufferPointer { n in
                    sum.withUnsafeMutableBufferPointer { sum in
                        for i in 0..<count {
                            let digit = a[i]
                            var carry: UInt64 = 0
                            var j = 0
                            while j < count {
                                let wide = digit.multipliedFullWidth(by: b[j])
                                let (low, one) = wide.low.addingReportingOverflow(sum[j])
                                let (all, two) = low.addingReportingOverflow(carry)
                                sum[j] = all
                                carry = wide.high &+ (one ? 1 : 0) &+ (two ? 1 : 0)
                                j &+= 1
                            }
                            let (top, over) = sum[count].addingReportingOverflow(carry)
                            sum[count] = top
                            sum[count + 1] = over ? 1 : 0
                            let factor = sum[0] &* inverse
                            let first = factor.multipliedFullWidth(by: n[0])
                            carry = first.high &+ (first.low.addingReportingOverflow(sum[0]).overflow ? 1 : 0)
                            j = 1
                            while j < count {
                                let wide = factor.multipliedFullWidth(by: n[j])
                                let (low, one) = wide.low.addingReportingOverflow(sum[j])
                                let (all, two) = low.addingReportingOverflow(carry)
                                sum[j - 1] = all
                                carry = wide.high &+ (one ? 1 : 0) &+ (two ? 1 : 0)
                                j &+= 1
                            }
                            let (last, more) = sum[count].addingReportingOverflow(carry)
                            sum[count - 1] = last
                            sum[count] = sum[count + 1] &+ (more ? 1 : 0)
                        }
                    }
                }
            }
        }
        var result = Array(sum.prefix(count))
        if sum[count] > 0 || !Self.isLess(result, words) { Self.subtract(words, from: &result) }
        return result
    }

    private static func double(_ value: inout [UInt64], modulo words: [UInt64]) {
        var carry: UInt64 = 0
        for index in value.indices {
            let next = value[index] >> 63
            value[index] = value[index] << 1 | carry
            carry = next
        }
        if carry > 0 || !isLess(value, words) { subtract(words, from: &value) }
    }

    private static func subtract(_ words: [UInt64], from value: inout [UInt64]) {
        var borrow = false
        for index in value.indices {
            let (part, one) = value[index].subtractingReportingOverflow(words[index])
            let (rest, two) = part.subtractingReportingOverflow(borrow ? 1 : 0)
            value[index] = rest
            borrow = one || two
        }
    }

    private static func isLess(_ a: [UInt64], _ b: [UInt64]) -> Bool {
        for index in a.indices.reversed() where a[index] != b[index] { return a[index] < b[index] }
        return false
    }

    private static func words(_ bytes: some BidirectionalCollection<UInt8>, count: Int) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: count)
        for (index, byte) in bytes.reversed().enumerated() { words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8) }
        return words
    }

    private static func bytes(_ words: [UInt64]) -> [UInt8] {
        words.reversed().flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) } }
    }
}
