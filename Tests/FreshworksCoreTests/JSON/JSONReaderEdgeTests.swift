import Foundation
import FreshworksCore
import Testing

/// Where the reader goes from many bytes at a time to single ones, and from what it expects to what is there.
@Suite("JSON reader, where its ways part")
struct JSONReaderEdgeTests {
    private static let space = String(repeating: " ", count: 64)

    /// What a text is read as: its value written again, or the reason why not.
    private func outcome(_ text: some Sequence<UInt8>) -> String {
        do {
            return try JSONValue(parsing: Data(text)).description
        } catch {
            return (error as? FreshworksError)?.message ?? "another error"
        }
    }

    private func read(_ text: String) throws -> JSONValue { try JSONValue(parsing: Data(text.utf8)) }

    // MARK: - Far from the end of the text, and near to it

    @Test(
        "a number is read alike at the end of the text and before it, and nothing of it is lost", arguments: ["", "-"])
    func numbers(sign: String) {
        let digits = "12345678901234567890123456"
        let fractions = [""] + (1...20).map { "." + digits.suffix($0) } + [".0", ".00", ".50", ".0000001", ".00000000"]
        for number in (1...26).map({ digits.prefix($0) }) + ["0", "10", "100000000", "9999999999999999", "999999999"] {
            for fraction in fractions {
                for tail in ["", "e5", "E-17", "e+0"] {
                    let text = sign + number + fraction + tail
                    #expect(outcome(text.utf8) == text)
                    #expect(outcome((text + Self.space).utf8) == text)
                    #expect(outcome("[\(text),\(text)]".utf8) == "[\(text),\(text)]")
                }
            }
        }
    }

    @Test(
        "what is no number is refused alike at the end of the text and before it",
        arguments: [
            "-", "01", "-01", "00", "00.5", "1.", "-1.", "12345678.", "1.e5", "1e", "1e+", "12345678901234567e", "-.5",
            "--1",
        ])
    func noNumbers(text: String) {
        let near = outcome("[\(text)]".utf8)
        #expect(near.hasPrefix("not readable as JSON at byte "))
        #expect(outcome("[\(text)]\(Self.space)".utf8) == near)
    }

    @Test(
        "a string is read alike at the end of the text and before it, wherever its escapes, its faults and its end are")
    func strings() {
        let insides: [[UInt8]] =
            [
                "", "\\n", "\\\"", "\\/", "\\\\", "\\b\\f\\r\\t", "\\u0041", "\\u0000", "\\u007f", "\\u0080", "\\u00E9",
                "\\u65e5", "\\ud83d\\ude00", "\\ud83d", "\\ud83d\\u0041", "\\ude00", "\\u12", "\\u00g1", "\\u008",
                "\\x",
                "é", "日本", "😀", "\u{1f}", "\n", "\u{7f}",
            ].map { Array($0.utf8) } + [
                [0xC3], [0xFF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0x5C, 0xFF], [0x5C, 0x75, 0xFF],
            ]
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        for inside in insides {
            for before in 0...36 {
                for after in [0, 1, 15, 16, 17] {
                    let text = [0x22] + letters.prefix(before) + inside + letters.prefix(after) + [0x22]
                    let far = outcome(text + Array(Self.space.utf8))
                    #expect(outcome(text) == far, "\(String(decoding: text, as: UTF8.self))")
                    // In the middle of other strings, too.
                    let twice = outcome([0x5B] + text + [0x2C] + text + [0x5D])
                    if far.hasPrefix("not readable") {
                        #expect(twice.hasPrefix("not readable"))
                    } else {
                        #expect(twice == "[\(far),\(far)]")
                    }
                }
            }
        }
    }

    @Test("long strings with an escape every few bytes are put together whole")
    func manyEscapes() throws {
        for gap in [0, 1, 5, 15, 16, 17, 31, 100, 700] {
            let plain = String(repeating: "x", count: gap)
            let text = String(repeating: plain + #"\n\u003c\"é"#, count: 300)
            let whole = JSONValue.string(String(repeating: plain + "\n<\"é", count: 300))
            #expect(try read("[\"\(text)\", \"end\"]") == [whole, "end"])
        }
    }

    // MARK: - What is expected, and what is there

    @Test("a string that repeats the one before it, begins like it or goes on after it is read as it is")
    func repeatedStrings() throws {
        let texts = [
            "same", "same", "sam", "same\\n", "same", "same", "a text of more than sixteen bytes", "same",
            "a text of more than sixteen bytes", "a text of more than sixteen bytes and more", "é", "é", "", "", "a",
            "a",
        ]
        let rows = texts.map { #"{"a":"\#($0)","b":["\#($0)","\#($0)"]}"# }.joined(separator: ",")
        #expect(try read("[\(rows)]").description == "[\(rows)]")
        // More misses than the reader puts up with, and then the same again.
        let changing = (0..<10).map { #"{"a":"\#($0)"}"# } + Array(repeating: #"{"a":"9"}"#, count: 5)
        let text = "[\(changing.joined(separator: ","))]"
        #expect(try read(text).description == text)
    }

    @Test("rows with the same keys are read alike, however each is spaced")
    func spacing() throws {
        let row = #"{"id":1,"":2,"name":{"a":"x"}}"#
        let spellings = [
            row, row, #"{ "id":1,"":2,"name":{"a":"x"}}"#, #"{"id" :1 ,"" : 2, "name":{ "a" :"x" }}"#, row,
            "{\n  \"id\": 1,\n  \"\": 2,\n  \"name\": {\n    \"a\": \"x\"\n  }\n}",
            "{\n  \"id\": 1,\n  \"\": 2,\n  \"name\": {\n    \"a\": \"x\"\n  }\n}", row,
            "{\"id\":   1,\"\":\t2,\"name\":{\"a\":\"x\"}}",
        ]
        let rows = try read("[\(spellings.joined(separator: ","))]").arrayValue
        #expect(rows?.count == spellings.count)
        #expect(rows?.allSatisfy { $0.description == row } == true)
    }

    @Test("a fault after a key that was expected is found where it is")
    func faultsAfterExpectedKeys() {
        let row = #"{"id":1,"name":2}"#
        for (second, reason) in [
            (#"{"id":1,"name":}"#, "byte 34: a value is expected"),
            (#"{"id":1,"name"2}"#, "byte 33: a colon is expected"),
            (#"{"id":1 "name":2}"#, "byte 27: a comma or a closing bracket is expected"),
            (#"{"id":1,}"#, "byte 27: a key in quotes is expected"),
            (#"{,"id":1}"#, "byte 20: a key in quotes is expected"),
            (#"{"id":1,"name":2"#, "byte 35: a comma or a closing bracket is expected"),
            (#"{"id":1,,"name":2}"#, "byte 27: a key in quotes is expected"),
        ] {
            #expect(outcome("[\(row),\(second)]".utf8) == "not readable as JSON at \(reason)")
        }
    }

    @Test("more keys, first keys and shapes than are remembered are read as they are")
    func beyondTheLimits() throws {
        let manyFirst = (0..<300).map { #"{"k\#($0)":{"id":\#($0)}}"# }
        let manyNext = (0..<300).map { #"{"id":1,"k\#($0 % 150)":2,"tail":3}"# }
        let long = "{" + (0..<1500).map { #""k\#($0)":\#($0)"# }.joined(separator: ",") + "}"
        let many = (0..<200).map { row in
            "{" + (0..<100).map { #""r\#(row)k\#($0)":null"# }.joined(separator: ",") + "}"
        }
        for rows in [manyFirst + manyFirst, manyNext + manyNext, [long, long, long], many + many] {
            let text = "[\(rows.joined(separator: ","))]"
            #expect(try read(text).description == text)
        }
    }

    @Test("a key that occurs twice counts once, also where its object looked like the one before")
    func duplicatesAfterKnownKeys() throws {
        let text =
            #"[{"a":1,"b":{"x":1}},{"a":1,"b":{"x":1},"a":2},{"a":1,"b":{"x":1},"a":3,"c":4,"b":5},{"a":1,"a":2}]"#
        #expect(
            try read(text).description
                == #"[{"a":1,"b":{"x":1}},{"a":2,"b":{"x":1}},{"a":3,"b":5,"c":4},{"a":2}]"#)
        // The same in many keys, which are found by hash.
        let keys = (0..<40).map { #""k\#($0)":\#($0)"# }.joined(separator: ",")
        let row = try read(#"[{\#(keys)},{\#(keys),"k7":"new","k39":"last"}]"#).arrayValue?.last?.objectValue
        #expect(row?.count == 40)
        #expect(row?["k7"] == "new")
        #expect(row?["k39"] == "last")
    }

    @Test("rows with the same keys share them, also when keys are left out between")
    func sharedKeys() throws {
        let rows = (0..<1000).map { $0 % 3 == 0 ? #"{"id":1,"a":2,"b":3}"# : #"{"id":1,"b":3}"# }
        let value = try read("[\(rows.joined(separator: ","))]")
        let objects = try #require(value.arrayValue).compactMap(\.objectValue)
        // The keys are one array in memory.
        let addresses = objects.map { $0.keys.withUnsafeBufferPointer { $0.baseAddress } }
        #expect(Set(addresses).count == 2)
    }
}
