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

    @Test("booleans are read from booleans and their names only")
    func booleans() {
        #expect(Bool(json: true) == true)
        #expect(Bool(json: "false") == false)
        #expect(Bool(json: 1) == nil)
        #expect(Bool(json: "yes") == nil)
        #expect(Bool(json: .null) == nil)
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

    @Test("lists and dictionaries inside a record leave out what cannot be read")
    func collections() {
        let json: JSONObject = [
            "tags": ["a", .null, 5, [], "b"], "ids": [1, "2", "x"], "map": ["a": 1, "b": "x"], "no": "a,b",
        ]
        #expect(json["tags"] == ["a", "5", "b"] as [String])
        #expect(json["ids"] == [1, 2] as [Int64])
        #expect(json["map"] == ["a": 1] as [String: Int])
        #expect((json["no"] as [String]?) == nil)
        #expect(json["tags"] == [JSONValue]?(["a", .null, 5, [], "b"]))
        let empty: [String] = json["absent"] ?? []
        #expect(empty.isEmpty)
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
