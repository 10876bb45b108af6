import Foundation
import FreshworksCore
import Testing

private struct SampleUpdate: Encodable {
    var subject: Patch<String> = .unchanged
    var responderID: Patch<Int64> = .unchanged
    var isVIP: Patch<Bool> = .unchanged
    var dueBy: Patch<Date> = .unchanged
    var customFields: Patch<CustomFields> = .unchanged
    var status: SampleStatus?
    var url: String?

    enum CodingKeys: String, CodingKey {
        case subject
        case responderID = "responder_id"
        case isVIP = "vip"
        case dueBy = "due_by"
        case customFields = "custom_fields"
        case status, url
    }
}

@Suite("Patches and request bodies")
struct PatchTests {
    private func body(_ value: some Encodable) throws -> String {
        try String(decoding: JSONBody.encode(value), as: UTF8.self)
    }

    @Test("unchanged is left out, clear is null, set is the value")
    func wire() throws {
        #expect(try body(SampleUpdate()) == "{}")
        #expect(
            try body(SampleUpdate(subject: .clear, responderID: .clear)) == #"{"responder_id":null,"subject":null}"#)
        #expect(try body(SampleUpdate(responderID: .set(7))) == #"{"responder_id":7}"#)
        #expect(
            try body(
                SampleUpdate(
                    dueBy: .set(Date(timeIntervalSince1970: 1_714_550_400)), customFields: .set(["cf_a": 1.50])))
                == #"{"custom_fields":{"cf_a":1.5},"due_by":"2024-05-01T08:00:00Z"}"#)
    }

    @Test("literals set")
    func literals() throws {
        let update = SampleUpdate(subject: "Printer", responderID: 9, isVIP: true, status: .open, url: "https://a/b")
        #expect(
            try body(update) == #"{"responder_id":9,"status":2,"subject":"Printer","url":"https://a/b","vip":true}"#)
        #expect(Patch<String>.set("x") == "x")
        #expect(Patch<String>.clear != .unchanged)
    }

    @Test("an unchanged patch where it cannot be left out is refused")
    func misplaced() throws {
        #expect(throws: FreshworksError.self) { try JSONBody.encode([Patch<String>.unchanged]) }
        #expect(try body([Patch<String>.clear, "x"]) == #"[null,"x"]"#)
    }

    @Test("what JSON cannot say is refused by its place, without its value")
    func unencodable() {
        let error = #expect(throws: FreshworksError.self) { try JSONBody.encode(["rate": ["value": Double.infinity]]) }
        #expect(error?.code == .invalidArgument)
        #expect(error?.message == "rate.value cannot be written as JSON")
    }

    @Test("big integers and exact decimals reach the body as they are")
    func numbers() throws {
        let value = try JSONValue(parsing: Data("[12345678901234567890123,1250.10,9007199254740993]".utf8))
        #expect(try body(value) == "[12345678901234567890123,1250.1,9007199254740993]")
    }
}
