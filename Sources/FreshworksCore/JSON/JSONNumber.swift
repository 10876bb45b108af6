public import Foundation

/// A number as JSON spells it: nothing is rounded, however large or precise it is.
///
/// Numbers are equal when their values are: `1`, `1.0`, `1e0` and `10e-1` are one number, and so are `0` and `-0`.
public struct JSONNumber: Sendable {
    @usableFromInline
    enum Storage: Sendable {
        /// A number that is spelled the way Swift spells this integer.
        case integer(Int64)
        /// A number with a fraction of one to seven digits and no exponent, as all its digits; never minus zero.
        case decimal(Int64, fraction: UInt8)
        /// Any other spelling, valid by the grammar of RFC 8259.
        case spelled(String)
    }

    @usableFromInline let storage: Storage

    @usableFromInline
    init(storage: Storage) { self.storage = storage }

    /// Makes a number from an integer.
    @inlinable
    public init(_ value: some FixedWidthInteger) {
        storage = Int64(exactly: value).map(Storage.integer) ?? .spelled(String(value))
    }

    /// Makes a number with the shortest spelling that reads back as this double; `nil` if it is infinite or not a number.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.init(spelling: "\(value)")
    }

    /// Makes a number from a decimal; `nil` if it is not a number.
    public init?(_ value: Decimal) {
        guard value.isFinite else { return nil }
        self.init(spelling: "\(value)")
    }

    /// Makes a number from its JSON spelling; `nil` if the text is not a number by the grammar of RFC 8259.
    public init?(spelling: String) {
        let text = Array(spelling.utf8)
        var scanner = JSONScanner()
        guard !text.isEmpty, let number = try? scanner.readNumber(text.span), scanner.index == text.count else {
            return nil
        }
        self = number
    }

    /// The number as JSON spells it.
    public var spelling: String {
        switch storage {
        case .integer(let value): String(value)
        case .decimal(let digits, let fraction): Self.spelling(of: digits, fraction: Int(fraction))
        case .spelled(let text): text
        }
    }

    private static func spelling(of digits: Int64, fraction: Int) -> String {
        let text = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, fraction + 1 - text.utf8.count)) + text
        return "\(digits < 0 ? "-" : "")\(padded.dropLast(fraction)).\(padded.suffix(fraction))"
    }

    /// The value as an integer: exact, or `nil` when it has a fraction or does not fit.
    @inlinable
    public var int64: Int64? {
        if case .integer(let value) = storage { return value }
        return spelledInt64
    }

    /// The nearest double, or `nil` when the value is beyond a double's range.
    public var double: Double? {
        switch storage {
        case .integer(let value): return Double(value)
        // Both are exact as doubles, so their quotient is rounded only once, to the nearest.
        case .decimal(let digits, let fraction) where digits.magnitude < 1 << 53:
            return Double(digits) / Self.powers[Int(fraction)]
        case .decimal, .spelled:
            guard let value = Double(spelling), value.isFinite else { return nil }
            return value
        }
    }

    private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7]

    /// The value as a decimal: exact, or `nil` when it needs more than 38 digits or is beyond a decimal's range.
    public var decimal: Decimal? {
        switch storage {
        case .integer(let value): return Decimal(value)
        case .decimal, .spelled:
            guard let parts = DecimalParts(spelling), parts.digits.count <= 38, (-128...127).contains(parts.exponent)
            else { return nil }
            let significand = parts.digits.reduce(Decimal(0)) { $0 * 10 + Decimal(Int($1 - UInt8(ascii: "0"))) }
            return Decimal(sign: parts.isNegative ? .minus : .plus, exponent: parts.exponent, significand: significand)
        }
    }

    @usableFromInline
    var spelledInt64: Int64? {
        switch storage {
        case .integer(let value): value
        case .decimal, .spelled: DecimalParts(spelling)?.int64
        }
    }
}

extension JSONNumber: Hashable {
    /// Whether both numbers have the same value, exactly.
    public static func == (left: Self, right: Self) -> Bool {
        switch (left.storage, right.storage) {
        case (.integer(let left), .integer(let right)): left == right
        default: left.identity == right.identity
        }
    }

    /// Hashes the value, not the spelling.
    public func hash(into hasher: inout Hasher) { hasher.combine(identity) }

    private enum Identity: Hashable {
        case integer(Int64)
        /// A number with a fraction of one to seven digits and no exponent, as all its digits; never minus zero.
        case decimal(Int64, fraction: UInt8)
        case parts(DecimalParts)
        /// Only for exponents of more than 17 digits, whose value no arithmetic here can hold.
        case spelling(String)
    }

    private var identity: Identity {
        switch storage {
        case .integer(let value): return .integer(value)
        case .decimal, .spelled:
            guard let parts = DecimalParts(spelling) else { return .spelling(spelling) }
            return parts.int64.map(Identity.integer) ?? .parts(parts)
        }
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// Makes a number from an integer.
    public init(integerLiteral value: Int64) { self.init(storage: .integer(value)) }

    /// The number as JSON spells it.
    public var description: String { spelling }
}
