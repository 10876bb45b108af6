import Foundation
import FreshworksCore
import Testing

@Suite("JSON objects")
struct JSONObjectTests {
    @Test("keys keep their order; setting replaces in place, adds at the end, and nil removes")
    func editing() {
        var object: JSONObject = ["b": 1, "a": 2]
        object["c"] = 3
        object["b"] = .null
        object["a"] = nil
        object["absent"] = nil
        #expect(object.description == #"{"b":null,"c":3}"#)
        #expect(object.keys == ["b", "c"])
        #expect(object.count == 2)
        #expect(object["b"] == .null)
        #expect(object["a"] == nil)
    }

    @Test("editing a row does not change the rows that share its keys")
    func valueSemantics() throws {
        let rows = try #require(try JSONValue(parsing: Data(#"[{"a":1,"b":2},{"a":3,"b":4}]"#.utf8)).arrayValue)
        var first = try #require(rows[0].objectValue)
        first["c"] = 5
        first["a"] = nil
        #expect(first == ["c": 5, "b": 2])
        #expect(rows == [["a": 1, "b": 2], ["a": 3, "b": 4]])
    }

    @Test("every key of a big object is found, and no other", arguments: [0, 1, 8, 9, 16, 17, 33, 5000])
    func bigObjects(count: Int) {
        let object = JSONObject((0..<count).map { ("key\($0)", JSONValue.number(JSONNumber($0))) })
        #expect(object.count == count)
        #expect((0..<count).allSatisfy { object["key\($0)"] == .number(JSONNumber($0)) })
        #expect(object["key\(count)"] == nil)
        #expect(object["key"] == nil)
        #expect(object[""] == nil)
    }

    @Test("a literal with a repeated key keeps the last value")
    func repeatedKey() {
        let object: JSONObject = ["a": 1, "b": 2, "a": 3]
        #expect(object.description == #"{"a":3,"b":2}"#)
    }

    @Test("equality ignores the order of keys, and so does the hash")
    func equality() {
        let one: JSONObject = ["a": 1, "b": ["x": 1.0, "y": []]]
        let same: JSONObject = ["b": ["y": [], "x": 1], "a": 1e0]
        #expect(one == same)
        #expect(one.hashValue == same.hashValue)
        #expect(one != ["a": 1])
        #expect(one != ["a": 1, "c": ["x": 1.0, "y": []]])
        #expect(one != ["a": 2, "b": ["x": 1.0, "y": []]])
        let null: JSONObject = ["a": .null]
        #expect(null != ["b": .null])
    }

    @Test("iteration gives keys and values in order")
    func iteration() {
        let object: JSONObject = ["z": 1, "a": 2]
        #expect(object.map { "\($0.key)=\($0.value)" } == ["z=1", "a=2"])
    }

    @Test("require names the key and the kind it should have")
    func require() throws {
        let object: JSONObject = ["id": "seven", "n": .null, "ok": 5]
        #expect(try object.require("ok") as Int64 == 5)
        func message<T: JSONReadable>(_ key: String, _ type: T.Type) -> String? {
            do { _ = try object.require(key) as T; return nil } catch { return (error as? FreshworksError)?.message }
        }
        #expect(message("id", Int64.self) == "id is missing or not an integer")
        #expect(message("n", String.self) == "n is missing or not a string")
        #expect(message("x", Bool.self) == "x is missing or not true or false")
        #expect(message("x", JSONObject.self) == "x is missing or not an object")
        #expect(message("x", Double.self) == "x is missing or not a number")
        #expect(message("x", Date.self) == "x is missing or not readable as Date")
    }

    @Test("a path leads through objects and ends at nil where there is no way")
    func paths() {
        let value: JSONValue = ["a": ["b": ["c": 1]], "list": [1]]
        #expect(value.value(at: ["a", "b", "c"]) == 1)
        #expect(value.value(at: []) == value)
        #expect(value.value(at: ["a", "x"]) == nil)
        #expect(value.value(at: ["list", "0"]) == nil)
        #expect(value["a"]?["b"]?["c"]?.int64Value == 1)
    }

    @Test("any value survives Foundation's encoder and decoder")
    func codable() throws {
        let value: JSONValue = [
            "s": "x\n/é", "n": 12, "d": 1.25, "t": true, "f": false, "z": .null, "a": [1, "2", .null, [:], []],
            "o": ["k": []],
        ]
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
        #expect(try JSONDecoder().decode(JSONObject.self, from: JSONEncoder().encode(value)) == value.objectValue)
        #expect(throws: (any Error).self) { try JSONDecoder().decode(JSONObject.self, from: Data("[1]".utf8)) }
    }
}
