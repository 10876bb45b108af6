/// A decimal number taken apart so that equal values have equal parts: no zero leads or trails the digits, and zero has none.
struct DecimalParts: Hashable {
    let isNegative: Bool
    /// ASCII digits.
    let digits: [UInt8]
    /// The power of ten of the last digit.
    let exponent: Int

    /// Takes apart a spelling that is valid JSON; `nil` when its exponent has more than 17 digits.
    init?(_ spelling: String) {
        var digits: [UInt8] = []
        var exponent = 0
        var hasPoint = false
        let mantissa = spelling.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        for byte in mantissa {
            switch byte {
            case UInt8(ascii: "-"): continue
            case UInt8(ascii: "."): hasPoint = true
            default:
                if hasPoint { exponent -= 1 }
                if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte) }
            }
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        guard !digits.isEmpty else {
            (self.isNegative, self.digits, self.exponent) = (false, [], 0)
            return
        }
        if mantissa.endIndex != spelling.utf8.endIndex {
            let text = spelling.utf8[mantissa.endIndex...].dropFirst()
            guard let power = Int(Substring(text)), power.magnitude < 100_000_000_000_000_000 else { return nil }
            exponent += power
        }
        self.isNegative = spelling.utf8.first == UInt8(ascii: "-")
        self.digits = digits
        self.exponent = exponent
    }

    /// The value, if it is an integer that fits.
    var int64: Int64? {
        guard !digits.isEmpty else { return 0 }
        guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
        let zeros = repeatElement(UInt8(ascii: "0"), count: exponent)
        return Int64((isNegative ? "-" : "") + String(decoding: digits + zeros, as: UTF8.self))
    }
}
