import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

/// Our reader against Foundation's: the same value, or a refusal on both sides.
@Suite("JSON against JSONSerialization")
struct JSONDifferentialTests {
    /// How often five thousand are compared, of which each second one is a mutation: `FRESHWORKS_ROUNDS`, or 20 times.
    private static let rounds = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap { UInt64($0) } ?? 20

    @Test("seeded documents and mutations are read alike", arguments: 0..<rounds)
    func readsAlike(seed: UInt64) async throws {
        let (accepted, complaints) = try await HeavyWork.run { Self.compare(seed: seed) }
        #expect(complaints == [])
        // Both kinds must occur often enough for the comparison to mean something.
        #expect((2500...4800).contains(accepted))
    }

    @Test(
        "what many mutations found is read alike",
        arguments: ["[5152258305605240.77278425940871328715551]", "[-1234567890123456789012345678901234567890.5e-3]"])
    func found(document: String) {
        #expect(Self.compare(Array(document.utf8)) == (true, true))
    }

    private static func compare(seed: UInt64) -> (accepted: Int, complaints: [String]) {
        var generator = DocumentGenerator(seed: seed)
        var accepted = 0
        var complaints: [String] = []
        for round in 0..<5000 {
            let document = round % 2 == 0 ? generator.document() : generator.mutation()
            let (isAccepted, isFine) = compare(document)
            if isAccepted { accepted += 1 }
            if !isFine {
                complaints.append("seed \(seed), round \(round): \(String(decoding: document, as: UTF8.self))")
            }
        }
        return (accepted, complaints)
    }

    private static func compare(_ document: [UInt8]) -> (isAccepted: Bool, isFine: Bool) {
        let ours = try? JSONValue(parsing: Data(document))
        let theirs = try? JSONSerialization.jsonObject(with: Data(document), options: .fragmentsAllowed)
        let isFine =
            switch (ours, theirs) {
            case (nil, nil): true
            case (let ours?, let theirs?) where isSame(ours, theirs): true
            default: isDeliberate(document, ours, theirs)
            }
        guard let ours else { return (false, isFine) }
        return (true, isFine && (try? JSONValue(parsing: ours.serialized())) == ours)
    }

    /// The part of the closed list of differences that random documents meet; `JSONReaderTests` has a test for each of its rows.
    private static func isDeliberate(_ document: [UInt8], _ ours: JSONValue?, _ theirs: Any?) -> Bool {
        guard let theirs else { return ours.map(hasHugeNumber) ?? false }
        if ours != nil { return false }
        // Foundation takes a NUL near the start for UTF-16 or UTF-32, and accepts a comma before a closing bracket.
        if document.prefix(4).contains(0) { return true }
        let text = String(decoding: document, as: UTF8.self).replacing(/,([ \n\r\t]*[\]}])/) { $0.output.1 }
        return (try? JSONValue(parsing: Data(text.utf8))).map { isSame($0, theirs) } ?? false
    }

    private static func hasHugeNumber(_ value: JSONValue) -> Bool {
        switch value {
        case .number(let number): number.double == nil
        case .array(let elements): elements.contains(where: hasHugeNumber)
        case .object(let object): object.values.contains(where: hasHugeNumber)
        default: false
        }
    }

    private static func isSame(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch ours {
        case .null: return theirs is NSNull
        case .string(let text): return (theirs as? String).map { $0.utf8.elementsEqual(text.utf8) } ?? false
        case .array(let elements):
            guard let other = theirs as? [Any], other.count == elements.count else { return false }
            return zip(elements, other).allSatisfy(isSame)
        case .object(let object):
            guard let other = theirs as? [String: Any], other.count == object.count else { return false }
            return object.allSatisfy { key, value in other[key].map { isSame(value, $0) } ?? false }
        case .bool(let value):
            guard let other = theirs as? NSNumber, isBoolean(other) else { return false }
            return other.boolValue == value
        case .number(let number):
            guard let other = theirs as? NSNumber, !isBoolean(other) else { return false }
            // Foundation keeps some numbers of 17 digits and more as decimals, whose `doubleValue` is off by one place.
            if number.double == other.doubleValue || number.decimal == other.decimalValue { return true }
            // It drops digits behind the 38th: then it is asked for the same spelling.
            let digits = number.spelling.prefix { $0 != "e" && $0 != "E" }.count { $0.isNumber }
            return digits > 38 && Decimal(string: number.spelling) == other.decimalValue
        }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}

/// Random JSON, and random damage to it.
private struct DocumentGenerator {
    private var random: SeededGenerator
    private var out: [UInt8] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Without the care for evenness of the library's ranges, which without the optimizer takes most of the time.
    private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    mutating func document() -> [UInt8] {
        out = []
        if below(3) == 0 { appendRows(depth: 0) } else { appendValue(depth: 0) }
        if out.count > 2048 { return document() }
        return out
    }

    mutating func mutation() -> [UInt8] {
        var bytes = document()
        for _ in 0...below(3) {
            let position = below(bytes.count + 1)
            switch below(5) {
            case 0: bytes.insert(Self.alphabet[below(Self.alphabet.count)], at: position)
            case 1: bytes.insert(UInt8(below(256)), at: position)
            case 2 where position < bytes.count: bytes.remove(at: position)
            case 3 where position < bytes.count: bytes[position] = Self.alphabet[below(Self.alphabet.count)]
            default: bytes.removeSubrange(position..<min(bytes.count, position + below(4)))
            }
        }
        return bytes
    }

    private static let alphabet =
        Array(#"{}[]:,"\/0123456789.eE+-truefalsn u"#.utf8) + [0x09, 0x0A, 0x1F, 0x7F, 0xC3, 0xA9]

    private static let snippets = [
        "a", "id", "cf_x", "é", "日本", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u00e9", "\\ud83d\\ude00",
        "\\u0000",
        "\\ud83d", "\\udE00", "\\u12", "\\x", "longer text that takes more than eight bytes", " ", "{", "]", ",",
    ]

    private static let numbers = [
        "0", "-0", "1", "-1", "12", "1.0", "1.50", "1e3", "1E+2", "-2.5e-3", "67013469919", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "18446744073709551615", "0.1", "1e-7", "123456789.125", "01",
        "1.", ".5",
        "+1", "1e", "-", "1e400", "0e99",
    ]

    private mutating func appendValue(depth: Int) {
        appendSpace()
        switch below(depth > 5 ? 6 : 10) {
        case 0: append("null")
        case 1: append("true")
        case 2: append("false")
        case 3: append(number())
        case 4, 5: appendString()
        case 6, 7:
            append("[")
            for index in 0..<below(5) {
                if index > 0 { append(",") }
                appendValue(depth: depth + 1)
            }
            append("]")
        default:
            append("{")
            for index in 0..<below(6) {
                if index > 0 { append(",") }
                appendSpace()
                appendString()
                appendSpace()
                append(":")
                appendValue(depth: depth + 1)
            }
            append("}")
        }
        appendSpace()
    }

    /// Rows with nearly the same keys, below which are rows again: what the guessing of keys has to survive.
    private mutating func appendRows(depth: Int) {
        append("[")
        for row in 0..<below(8) {
            if row > 0 { append(",") }
            append("{")
            var isFirst = true
            for key in ["id", "name", "tags", "é", "a\\\"b", "owner", "x", "y", "z", "last"] where below(12) != 0 {
                if !isFirst { append(",") }
                isFirst = false
                append("\"\(key)\":")
                if depth < 2, below(6) == 0 { appendRows(depth: depth + 1) } else { appendValue(depth: 5) }
            }
            append("}")
        }
        append("]")
    }

    /// Most numbers are valid; the invalid ones stand at the end of the list.
    private mutating func number() -> String {
        if below(3) == 0 { return digits() + (below(2) == 0 ? "." + digits() : "") }
        return below(30) == 0 ? Self.numbers[below(Self.numbers.count)] : Self.numbers[below(18)]
    }

    /// Up to eighteen digits, the first of which is no zero: Foundation rounds numbers of more than 38.
    private mutating func digits() -> String {
        (0...below(18)).map { "\($0 == 0 ? 1 + below(9) : below(10))" }.joined()
    }

    private mutating func appendString() {
        append("\"")
        for _ in 0..<below(4) {
            let isValid = below(30) != 0
            append(Self.snippets[isValid ? below(14) : below(Self.snippets.count)])
        }
        append("\"")
    }

    private mutating func appendSpace() {
        if below(8) == 0 { append([" ", "\n", "\t", "\r", "  "][below(5)]) }
    }

    private mutating func append(_ text: String) { out.append(contentsOf: text.utf8) }
}
