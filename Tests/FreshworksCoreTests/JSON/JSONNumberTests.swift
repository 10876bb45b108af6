import Foundation
import FreshworksCore
import Testing

@Suite("JSON numbers")
struct JSONNumberTests {
    private func number(_ spelling: String) throws -> JSONNumber { try #require(JSONNumber(spelling: spelling)) }

    @Test(
        "numbers of one value are equal and hash alike, however they are spelled",
        arguments: [
            ["1", "1.0", "1e0", "10e-1", "0.1e1", "1.000E+0"],
            ["0", "-0", "0.0", "0e5", "-0.00e-7", "0e99999999999999999999"],
            ["-1200", "-12e2", "-1.2e+3", "-1200.0"], ["12345678901234567890123", "1.2345678901234567890123e22"],
            ["9223372036854775807", "9223372036854775807.0", "922337203685477580.7e1"],
            ["0.5", "5e-1", "0.50", "50E-2"],
            ["1e400", "10e399", "0.1e401"], ["9223372036854775808", "9.223372036854775808e18"],
        ])
    func equal(spellings: [String]) throws {
        let numbers = try spellings.map(number)
        #expect(Set(numbers).count == 1)
        for left in numbers {
            for right in numbers { #expect(left == right) }
        }
        #expect(numbers.map(\.spelling) == spellings)
    }

    @Test(
        "numbers of different values are different, also where a double could not tell",
        arguments: [
            ("1", "2"), ("1", "-1"), ("9007199254740993", "9007199254740992"),
            ("12345678901234567890123", "12345678901234567890124"),
            ("0.1", "0.10000000000000000001"), ("1e400", "1e401"), ("1", "1.5"),
            ("9223372036854775807", "9223372036854775808"),
            ("1e18446744073709551616", "1"), ("10", "1"),
        ])
    func different(left: String, right: String) throws {
        #expect(try number(left) != number(right))
    }

    @Test(
        "the integer is exact or nothing",
        arguments: [
            ("67013469919", 67_013_469_919), ("7.0", 7), ("7e2", 700), ("-0", 0), ("1.5", nil), ("1e-1", nil),
            ("1e19", nil),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
            ("-9223372036854775809", nil),
            ("1e999999999999999999999", nil), ("0e999999999999999999999", 0),
        ] as [(String, Int64?)])
    func integers(spelling: String, value: Int64?) throws {
        #expect(try number(spelling).int64 == value)
    }

    @Test(
        "a short decimal number keeps its spelling and has the nearest double",
        arguments: [
            "0.5", "-0.5", "0.50", "1.0", "-12.25", "0.0000001", "-0.0000001", "0.1", "0.3", "1234567.1234567",
            "9007199254740.993",
            "-0.0", "0.0", "100.10", "12345678901.2345678",
        ])
    func shortDecimals(text: String) throws {
        // In the middle of a text and at its end.
        let row = try JSONValue(parsing: Data("[\(text),\(String(repeating: " ", count: 40))\(text)]".utf8))
        for number in try #require(row.arrayValue).compactMap(\.numberValue) {
            #expect(number.spelling == text)
            #expect(number.double == Double(text))
            #expect(number.decimal == Decimal(string: text))
            #expect(number.int64 == Double(text).flatMap { Int64(exactly: $0) })
            #expect(number == JSONNumber(spelling: text))
            #expect(number == JSONNumber(spelling: text + "e0"))
            #expect(number.hashValue == JSONNumber(spelling: text + "0")?.hashValue)
        }
    }

    @Test("doubles are the nearest, decimals exact, and both nothing beyond their range")
    func fractions() throws {
        #expect(try number("0.1").double == 0.1)
        #expect(try number("1e-400").double == 0)
        #expect(try number("1e400").double == nil)
        #expect(try number("-1250.50").decimal == Decimal(sign: .minus, exponent: -2, significand: 125_050))
        #expect(try number("12345678901234567890123").decimal == Decimal(string: "12345678901234567890123"))
        #expect(try number("1e400").decimal == nil)
        #expect(try number("1234567890123456789012345678901234567.89").decimal == nil)
        #expect(try number("7").decimal == 7)
    }

    @Test(
        "only a number by the grammar has a spelling",
        arguments: ["", " 1", "1 ", "01", "+1", "1.", "NaN", "1,5", "\"1\"", "[1]", "0x1", "١"])
    func refused(spelling: String) {
        #expect(JSONNumber(spelling: spelling) == nil)
    }

    @Test("Swift's numbers become JSON's, but for those that JSON cannot say")
    func fromSwift() {
        #expect(JSONNumber(1.5)?.spelling == "1.5")
        #expect(JSONNumber(1e20)?.spelling == "1e+20")
        #expect(JSONNumber(Double.leastNonzeroMagnitude)?.double == .leastNonzeroMagnitude)
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(Decimal(string: "10.25") ?? 0)?.spelling == "10.25")
        #expect(JSONNumber(Decimal.nan) == nil)
        #expect(JSONNumber(UInt64.max).spelling == "18446744073709551615")
    }

    @Test(
        "the value survives Foundation's encoder and decoder",
        arguments: [
            "0", "-7", "1.5", "0.1", "9223372036854775808", "12345678901234567890123", "1e300", "1e-200", "1250.50",
        ])
    func codable(spelling: String) throws {
        let data = try JSONEncoder().encode([number(spelling)])
        #expect(try JSONDecoder().decode([JSONNumber].self, from: data) == [number(spelling)])
        #expect(try JSONValue(parsing: data) == [.number(number(spelling))])
    }

    @Test("a fraction survives encoders that know no decimals")
    func propertyList() throws {
        let data = try PropertyListEncoder().encode([number("12.50")])
        #expect(try PropertyListDecoder().decode([JSONNumber].self, from: data) == [number("12.5")])
    }

    @Test("a number that Foundation cannot write is refused, not changed")
    func unencodable() throws {
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([number("1e400")]) }
    }
}
