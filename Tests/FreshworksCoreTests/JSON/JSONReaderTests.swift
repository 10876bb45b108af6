import Foundation
import FreshworksCore
import Testing

@Suite("JSON reader")
struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue { try JSONValue(parsing: Data(text.utf8)) }

    private func failure(_ bytes: [UInt8]) -> String? {
        do {
            _ = try JSONValue(parsing: Data(bytes))
            return nil
        } catch {
            return (error as? FreshworksError)?.message
        }
    }

    @Test(
        "a valid text gives its value",
        arguments: [
            ("null", .null), (" true ", true), ("false", false), ("\"\"", ""), ("0", 0), ("-12", -12), ("[]", []),
            ("{}", [:]),
            ("\t[\r\n1 , 2 ]\n", [1, 2]), ("[[],[[]],{}]", [[], [[]], [:]]), ("{\"\":{\"\":null}}", ["": ["": .null]]),
            ("{ \"a\" : 1 , \"b\" : [ ] }", ["a": 1, "b": []]), ("1.5e3", 1500), ("1E-2", 0.01), ("0e+1", 0),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u0041\u00e9\uD83D\uDE00\u0000""#, "Aé😀\u{0}"),
            ("\"é日😀\u{7f}\u{2028}\"", "é日😀\u{7f}\u{2028}"),
            (#""12345678\n1234567812345678é""#, "12345678\n1234567812345678é"),
        ] as [(String, JSONValue)])
    func valid(text: String, value: JSONValue) throws {
        #expect(try read(text) == value)
    }

    @Test(
        "an invalid text is refused with the byte and the reason",
        arguments: [
            ("", "byte 0: the text ends too early"), ("  ", "byte 2: the text ends too early"),
            ("[", "byte 1: the text ends too early"), ("[1", "byte 2: a comma or a closing bracket is expected"),
            ("[1 2]", "byte 3: a comma or a closing bracket is expected"),
            ("[1}", "byte 2: a comma or a closing bracket is expected"),
            ("[,1]", "byte 1: a value is expected"), ("]", "byte 0: a value is expected"),
            ("[1]x", "byte 3: the text should end here"),
            ("1 2", "byte 2: the text should end here"), ("nul", "byte 0: a value is expected"),
            ("nulL", "byte 0: a value is expected"),
            ("truex", "byte 4: the text should end here"), ("NaN", "byte 0: a value is expected"),
            ("'a'", "byte 0: a value is expected"),
            ("+1", "byte 0: a value is expected"), ("-", "byte 1: a digit is expected"),
            ("01", "byte 1: the text should end here"),
            ("-01", "byte 2: the text should end here"), ("1.", "byte 2: a digit is expected"),
            (".5", "byte 0: a value is expected"),
            ("1e", "byte 2: a digit is expected"), ("1e+", "byte 3: a digit is expected"),
            ("0x10", "byte 1: the text should end here"),
            ("-Infinity", "byte 1: a digit is expected"), ("{", "byte 1: a key in quotes is expected"),
            ("{a:1}", "byte 1: a key in quotes is expected"), ("{1:1}", "byte 1: a key in quotes is expected"),
            ("{\"a\"}", "byte 4: a colon is expected"), ("{\"a\" 1}", "byte 5: a colon is expected"),
            ("{\"a\":}", "byte 5: a value is expected"),
            ("{\"a\":1", "byte 6: a comma or a closing bracket is expected"),
            ("{\"a\":1 \"b\":2}", "byte 7: a comma or a closing bracket is expected"),
            ("\"abc", "byte 4: a string does not end"),
            ("\"", "byte 1: a string does not end"), ("\"abc\\", "byte 4: this escape does not exist"),
            ("\"a\nb\"", "byte 2: a control character in a string is not escaped"),
            ("\"\u{0}\"", "byte 1: a control character in a string is not escaped"),
            ("\"\\a\"", "byte 1: this escape does not exist"),
            ("\"\\u12g4\"", "byte 5: \\u needs four hexadecimal digits"),
            ("\"\\ud83d\"", "byte 1: a surrogate has no partner"),
            ("\"\\ud83d\\n\"", "byte 1: a surrogate has no partner"),
            ("\"x\\ude00\"", "byte 2: a surrogate has no partner"),
            ("\"\\ud83d\\u0041\"", "byte 1: a surrogate has no partner"),
            ("[1]//", "byte 3: the text should end here"), ("[1] /* */", "byte 4: the text should end here"),
        ])
    func invalid(text: String, reason: String) {
        #expect(failure(Array(text.utf8)) == "not readable as JSON at \(reason)")
    }

    @Test(
        "a string that is not UTF-8 is refused where it begins",
        arguments: [
            [0xFF], [0x80], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0x5C, 0x6E, 0xFF],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        #expect(
            failure([0x20, quote] + bytes + [quote])
                == "not readable as JSON at byte 1: the string that begins here is not UTF-8")
        let member = Array("{\"".utf8) + bytes + Array("\":1}".utf8)
        #expect(failure(member) == "not readable as JSON at byte 1: the string that begins here is not UTF-8")
    }

    @Test("every prefix of a text is refused, and none is read beyond its end")
    func prefixes() {
        let text = Array(
            #"{"id":12,"name":"Zoë \ud83d\ude00","rows":[{"a":true,"b":null},{"a":false,"b":-1.5e3}]}"#.utf8)
        for count in text.indices { #expect(failure(Array(text[..<count])) != nil) }
        #expect(failure(text) == nil)
    }

    @Test("a failure carries its code and no excerpt of the text")
    func noExcerpt() {
        let error = #expect(throws: FreshworksError.self) { try read("[\"s3cret\" \"s3cret\"]") }
        #expect(error?.code.rawValue == "unreadable_response")
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test("a key that occurs twice has its last value, at its first place")
    func duplicateKeys() throws {
        let value = try read(#"[{"a":1,"b":2,"a":{"c":3}},{"a":1,"b":2,"a":4},{"a":1,"b":2}]"#)
        #expect(value.description == #"[{"a":{"c":3},"b":2},{"a":4,"b":2},{"a":1,"b":2}]"#)
    }

    @Test("rows that differ in keys, order, nesting and escapes of keys are each read as they are")
    func unevenRows() throws {
        let text = #"""
            [{"id":1,"sub":{"x":1,"y":2},"z":0},{"id":2,"sub":{"x":1},"z":0},{"id":3},{},{"id":4,"z":0},\#
            {"z":0,"id":5,"sub":{"y":1,"x":2}},{"id":6,"sub":{"x":1,"y":2},"z":0,"more":[{"x":1},{"x":2}]},{"id":7,"sub":[{"x":1,"y":2}],"z":0},\#
            {"id":8,"a\"b":1,"a\\":2,"a":3,"ab":4},{"id":9,"a\"b":1,"a\\":2,"a":3,"ab":4},{"i":1,"id":2,"idd":3},{"id":10,"sub":null,"z":0}]
            """#
        #expect(try read(text).description == text)
    }

    @Test("a row takes no key from the rows before it")
    func noForeignKeys() throws {
        let short = try read(#"[{"a":1,"b":2},{"a":3},{"a":4,"b":5},{"a":6},{"a":7,"b":8,"c":9},{"a":10}]"#)
        let keys = try #require(short.arrayValue).compactMap { $0.objectValue?.keys }
        #expect(keys == [["a", "b"], ["a"], ["a", "b"], ["a"], ["a", "b", "c"], ["a"]])
        #expect(short.arrayValue?.map { $0["b"]?.int64Value } == [2, nil, 5, nil, 8, nil])
        let crossed = #"[{"aa":1,"z":2},{"bb":3,"y":4},{"aa":5,"y":6},{"bb":7,"z":8}]"#
        #expect(try read(crossed).description == crossed)
    }

    @Test("small rows do not keep the room that a big row before them made the reader expect")
    func noWastedRoom() throws {
        let big = (0..<1000).map { "\"k\($0)\":0" }.joined(separator: ",")
        let rows = try read("[{\"k0\":1},{\(big)},{\"k0\":1},{\"k0\":1,\"x\":2},{\"k0\":1}]").arrayValue
        for row in try #require(rows) {
            let values = try #require(row.objectValue).values
            #expect(values.capacity <= 2 * values.count + 8)
        }
    }

    @Test("a key is found whether the text escapes it or not")
    func escapedKeys() throws {
        let rows = try read(#"[{"é":1,"b":2},{"\u00e9":3,"\u0062":4},{"é":5,"b":6}]"#)
        #expect(rows == [["é": 1, "b": 2], ["é": 3, "b": 4], ["é": 5, "b": 6]])
        #expect(try read(#"[{"a\"b":1},{"a\"b":2},{"a\u0022b":3}]"#) == [["a\"b": 1], ["a\"b": 2], ["a\"b": 3]])
    }

    @Test("a key guessed from the row before is not read over the quote that ends the real one")
    func guessedKeyWithQuote() {
        #expect(
            failure(Array(#"[{"a\"b":1},{"a"b":2}]"#.utf8)) == "not readable as JSON at byte 16: a colon is expected")
    }

    @Test("a thousand different shapes at one place are read as they are")
    func manyShapes() throws {
        let rows = (0..<1000).map { #"{"id":\#($0),"k\#($0 % 97)":{"x\#($0 % 13)":\#($0)},"tail":[]}"# }
        let text = "[" + rows.joined(separator: ",") + "]"
        #expect(try read(text).description == text)
    }

    // MARK: - What Foundation reads otherwise

    @Test("trailing commas are refused", arguments: ["[1,]", "{\"a\":1,}", "[1, ]"])
    func trailingComma(text: String) throws {
        #expect(failure(Array(text.utf8)) != nil)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }

    @Test("a byte order mark is skipped, once and only a whole one")
    func byteOrderMark() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)
        #expect(try JSONValue(parsing: Data(bytes)) == [1])
        #expect(failure([0xEF, 0xBB, 0xBF] + bytes) == "not readable as JSON at byte 3: a value is expected")
        #expect(failure([0xEF, 0xBB] + Array("[1]".utf8)) == "not readable as JSON at byte 2: a value is expected")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }

    @Test("UTF-16 is refused")
    func utf16() {
        let bytes: [UInt8] = "[1]".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(failure(bytes) == "not readable as JSON at byte 1: a value is expected")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }

    @Test("a number beyond a double is kept")
    func hugeNumber() throws {
        #expect(try read("[1e400]").description == "[1e400]")
        #expect(try read("1e400").doubleValue == nil)
        #expect(throws: (any Error).self) { try JSONSerialization.jsonObject(with: Data("[1e400]".utf8)) }
    }

    @Test("the spelling of minus zero is kept, its value is zero")
    func minusZero() throws {
        #expect(try read("-0").description == "-0")
        #expect(try read("-0") == 0)
        #expect(try read("-0").int64Value == 0)
    }

    @Test("keys that are canonically equal but differ in bytes are two keys")
    func canonicalKeys() throws {
        let value = try read("{\"\\u00e9\":1,\"e\\u0301\":2}")
        #expect(value.objectValue?.count == 2)
        #expect(value["\u{e9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        let theirs =
            try JSONSerialization.jsonObject(with: Data("{\"\\u00e9\":1,\"e\\u0301\":2}".utf8)) as? [String: Any]
        #expect(theirs?.count == 1)
    }

    @Test("nesting ends at the limit, which is Foundation's unless told otherwise")
    func depth() throws {
        func nested(_ depth: Int) -> Data {
            Data(
                (String(repeating: "[{\"a\":", count: depth / 2) + "0" + String(repeating: "}]", count: depth / 2)).utf8
            )
        }
        #expect(throws: Never.self) { try JSONValue(parsing: nested(512)) }
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: nested(512)) }
        #expect(throws: FreshworksError.self) { try JSONValue(parsing: nested(514)) }
        #expect(throws: (any Error).self) { try JSONSerialization.jsonObject(with: nested(514)) }
        #expect(throws: Never.self) { try JSONValue(parsing: nested(64), depthLimit: 64) }
        let error = #expect(throws: FreshworksError.self) { try JSONValue(parsing: nested(66), depthLimit: 64) }
        #expect(error?.message == "not readable as JSON at byte 192: arrays and objects are nested deeper than 64")
        // Depth, not the number of brackets.
        #expect(try read("[" + String(repeating: "[],", count: 1000) + "0]").arrayValue?.count == 1001)
    }
}
