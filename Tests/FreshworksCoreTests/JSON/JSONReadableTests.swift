import Foundation
import FreshworksCore
import Testing

@Suite("Reading values")
struct JSONReadableTests {
    @Test("integers are read from numbers of integer value and from digits")
    func integers() {
        #expect(Int64(json: 7) == 7)
        #expect(Int64(json: 7.0) == 7)
        #expect(Int64(json: "67013469919") == 67_013_469_919)
        #expect(Int(json: "-5") == -5)
        #expect(Int64(json: 7.5) == nil)
        #expect(Int64(json: "7.5") == nil)
        #expect(Int64(json: "") == nil)
        #expect(Int64(json: true) == nil)
        #expect(Int64(json: .null) == nil)
        #expect(Int(json: .number(JSONNumber(UInt64.max))) == nil)
    }

    @Test("fractions and amounts are read from numbers and from strings that spell one")
    func fractions() {
        #expect(Double(json: 1.5) == 1.5)
        #expect(Double(json: "12.50") == 12.5)
        #expect(Double(json: "nan") == nil)
        #expect(Double(json: "0x1p3") == nil)
        #expect(Decimal(json: "1250.10") == Decimal(sign: .plus, exponent: -2, significand: 125_010))
        #expect(Decimal(json: 3) == 3)
        #expect(Decimal(json: .null) == nil)
    }

    @Test("strings are read from strings and from numbers as they are spelled")
    func strings() throws {
        #expect(String(json: "x") == "x")
        #expect(try String(json: JSONValue(parsing: Data("12.50".utf8))) == "12.50")
        #expect(String(json: true) == nil)
        #expect(String(json: .null) == nil)
        #expect(String(json: []) == nil)
    }

    @Test("booleans are read from booleans, from 1 and 0, and from the texts that spell these")
    func booleans() {
        #expect(Bool(json: true) == true)
        #expect(Bool(json: "false") == false)
        #expect(Bool(json: 1) == true)
        #expect(Bool(json: 0.0) == false)
        #expect(Bool(json: "1") == true)
        #expect(Bool(json: "0") == false)
        for other: JSONValue in [2, 0.5, -1, "yes", "", .null, [], [:]] { #expect(Bool(json: other) == nil) }
    }

    @Test("dates are read from timestamps, and from seconds or milliseconds since 1970")
    func dates() {
        let date = Date(timeIntervalSince1970: 1_714_550_400)
        #expect(Date(json: "2024-05-01T08:00:00Z") == date)
        #expect(Date(json: 1_714_550_400) == date)
        #expect(Date(json: 1_714_550_400_000) == date)
        #expect(Date(json: "") == nil)
        #expect(Date(json: "yesterday") == nil)
        #expect(Date(json: .null) == nil)
    }

    @Test("URLs are read from strings")
    func urls() {
        #expect(URL(json: "https://acme.freshdesk.com/a") == URL(string: "https://acme.freshdesk.com/a"))
        #expect(URL(json: "") == nil)
        #expect(URL(json: 1) == nil)
    }

    @Test("lists and dictionaries inside a record leave nothing out: what cannot be read makes the whole unreadable")
    func collections() {
        let json: JSONObject = [
            "tags": ["a", .null, 5, "b"], "odd": ["a", [], "b"], "ids": [1, "2"], "wrong": [1, "2", "x"],
            "map": ["a": 1, "c": .null], "broken": ["a": 1, "b": "x"],
        ]
        #expect(json["tags"] == ["a", "5", "b"] as [String])
        #expect((json["odd"] as [String]?) == nil)
        #expect(json["ids"] == [1, 2] as [Int64])
        #expect((json["wrong"] as [Int64]?) == nil)
        #expect(json["map"] == ["a": 1] as [String: Int])
        #expect((json["broken"] as [String: Int]?) == nil)
        #expect(json["tags"] == [JSONValue]?(["a", .null, 5, "b"]))
        #expect((json["absent"] as [String]?) == nil)
    }

    @Test(
        "a list that is one text: addresses are told apart, another text is a list of one",
        arguments: [
            ("one@x.example, two@x.example", ["one@x.example", "two@x.example"]),
            ("one@x.example;two@x.example;", ["one@x.example", "two@x.example"]),
            ("one@x.example", ["one@x.example"]),
            (
                #""Reis, Ana" <ana@x.example>,Ivo <ivo@x.example>"#,
                [#""Reis, Ana" <ana@x.example>"#, "Ivo <ivo@x.example>"]
            ),
            (#""a\", b" <a@x.example>, b@x.example"#, [#""a\", b" <a@x.example>"#, "b@x.example"]),
            ("ana@x.example (home, or work), ivo@x.example", ["ana@x.example (home, or work)", "ivo@x.example"]),
            // Not only addresses, or not to the end.
            ("login, billing", ["login, billing"]), ("see a@x.example, please", ["see a@x.example, please"]),
            (#""Reis, a@x.example, b@x.example"#, [#""Reis, a@x.example, b@x.example"#]), ("", []),
        ])
    func textualLists(text: String, list: [String]) {
        #expect([String](json: .string(text)) == list)
    }

    @Test("a list of ids that is one id is a list of one, and another kind is none")
    func scalarLists() {
        #expect([Int64](json: 70) == [70])
        #expect([Int64](json: "70") == [70])
        #expect([Int64](json: "70,71") == nil)
        #expect([String](json: ["a": "b"]) == nil)
        #expect([String](json: true) == nil)
        #expect([String](json: .null) == nil)
    }

    @Test("open enums keep what they do not know, and read what their raw value reads")
    func openEnums() throws {
        #expect(SampleStatus(json: 2) == .open)
        #expect(SampleStatus(json: "2") == .open)
        #expect(SampleStatus(json: 999)?.rawValue == 999)
        #expect(SampleStatus(json: "x") == nil)
        #expect(try JSONEncoder().encode([SampleStatus.open]) == Data("[2]".utf8))
        #expect(try JSONDecoder().decode([SampleStatus].self, from: Data("[7]".utf8)) == [SampleStatus(rawValue: 7)])
    }

    @Test("custom fields read, change and write a plain object")
    func customFields() throws {
        var fields: CustomFields = ["cf_plan": "gold", "cf_seats": 12, "cf_none": .null]
        #expect(fields["cf_plan"] == "gold")
        #expect((fields["cf_seats"] as Int?) == 12)
        #expect((fields["cf_none"] as String?) == nil)
        #expect(fields["cf_none"] == .null)
        fields["cf_seats"] = nil
        fields["cf_more"] = ["a"]
        #expect(fields.names == ["cf_plan", "cf_none", "cf_more"])
        let data = try JSONBody.encode(fields)
        #expect(String(decoding: data, as: UTF8.self) == #"{"cf_more":["a"],"cf_none":null,"cf_plan":"gold"}"#)
        #expect(try JSONDecoder().decode(CustomFields.self, from: data) == fields)
    }
}
