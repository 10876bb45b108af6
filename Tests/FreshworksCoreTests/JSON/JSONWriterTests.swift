import Foundation
import FreshworksCore
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
    @Test(
        "compact text comes back from reading and writing byte for byte",
        arguments: [
            #"{"b":1,"a":[true,false,null,{}],"c":{"z":"","y":[]}}"#,
            "[1.0,1,1e0,1E+10,-0,0.10,12345678901234567890123,1e400,-0.0]",
            #""\"\\\b\t\n\f\r\u0000\u001b\u001f/é😀""#, "\"\u{7f}\u{2028}</script>\"", "-1", "[]", "\"\"",
        ])
    func roundTrip(text: String) throws {
        #expect(try String(decoding: JSONValue(parsing: Data(text.utf8)).serialized(), as: UTF8.self) == text)
    }

    @Test("needless escapes and white space are not kept")
    func compacts() throws {
        let value = try JSONValue(parsing: Data(#" { "a\/b" : "\u00e9\u001F" } "#.utf8))
        #expect(String(decoding: value.serialized(), as: UTF8.self) == "{\"a/b\":\"é\\u001f\"}")
    }

    @Test("literals write what they say")
    func literals() {
        let value: JSONValue = [
            "n": 1, "d": 2.5, "s": "x", "b": true, "a": [.null, -3], "i": .number(JSONNumber(UInt64.max)),
        ]
        #expect(value.description == #"{"n":1,"d":2.5,"s":"x","b":true,"a":[null,-3],"i":18446744073709551615}"#)
    }
}
