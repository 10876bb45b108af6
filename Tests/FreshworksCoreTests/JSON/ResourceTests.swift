import Foundation
import FreshworksCore
import Testing

struct SampleTicket: Resource {
    let json: JSONObject
    let id: Int64
    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
    var subject: String? { json["subject"] }
    var description: String? { json["description"] }
    var status: SampleStatus? { json["status"] }
    var dueBy: Date? { json["due_by"] }
    var tags: [String] { json["tags"] ?? [] }
    var isSpam: Bool { json["spam"] ?? false }
    var customFields: CustomFields { json["custom_fields"] ?? [:] }
    var attachments: [SampleAttachment]? { json["attachments"] }
    var requester: SampleAttachment? { json["requester"] }
}

struct SampleAttachment: Resource, JSONReadable {
    let json: JSONObject
    let id: Int64
    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
}

struct SampleStatus: OpenEnum {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    static let open = Self(rawValue: 2)
}

@Suite("Resources")
struct ResourceTests {
    let source = """
        {"id":7,"subject":"Printer","description":"Smoke","status":99,"due_by":"2024-05-01T10:00:00+02:00","tags":["a","b"],\
        "spam":null,"custom_fields":{"cf_b":1.50,"cf_a":"x"},"attachments":[{"id":1},{"name":"no id"}],"requester":{"id":"12"},\
        "surprise":12345678901234567890123}
        """

    func ticket() throws -> SampleTicket {
        try JSONValue(parsing: Data(source.utf8)).record()
    }

    @Test("accessors read what the record holds, and unknown enum values are kept")
    func accessors() throws {
        let ticket = try ticket()
        #expect(ticket.id == 7)
        #expect(ticket.subject == "Printer")
        #expect(ticket.status == SampleStatus(rawValue: 99))
        #expect(ticket.dueBy == Date(timeIntervalSince1970: 1_714_550_400))
        #expect(ticket.tags == ["a", "b"])
        #expect(!ticket.isSpam)
        #expect(ticket.requester?.id == 12)
        #expect(ticket.customFields["cf_b"] == 1.5)
        #expect(ticket.customFields.names == ["cf_b", "cf_a"])
    }

    @Test("unknown keys, key order and number spelling survive our own reader and writer")
    func roundTrip() throws {
        #expect(try String(decoding: JSONValue.object(ticket().json).serialized(), as: UTF8.self) == source)
    }

    @Test("the value survives Foundation's encoder and decoder, as the plain object")
    func codable() throws {
        let data = try JSONEncoder().encode(ticket())
        #expect(try JSONDecoder().decode(SampleTicket.self, from: data) == ticket())
        #expect(try JSONValue(parsing: data) == JSONValue(parsing: Data(source.utf8)))
    }

    @Test("print, interpolation and dump show type and id, no customer data")
    func debugText() throws {
        let ticket = try ticket()
        var dumped = ""
        dump(ticket, to: &dumped)
        #expect("\(ticket)" == "SampleTicket(id: 7)")
        #expect(String(reflecting: ticket) == "SampleTicket(id: 7)")
        #expect(dumped == "▿ SampleTicket(id: 7)\n  - id: \"7\"\n")
        #expect("\([ticket])" == "[SampleTicket(id: 7)]")
    }

    @Test("equality is that of the objects, whatever the order of their keys")
    func equality() throws {
        let one = try SampleTicket(json: ["id": 1, "subject": "x"])
        let same = try SampleTicket(json: ["subject": "x", "id": 1.0])
        let other = try SampleTicket(json: ["id": 1, "subject": "y"])
        #expect(one == same)
        #expect(one.hashValue == same.hashValue)
        #expect(one != other)
    }

    @Test("a list of records inside a record leaves none out: one that cannot be read makes it unreadable")
    func nested() throws {
        #expect(try ticket().attachments == nil)
        #expect(try ticket().json["attachments"] == [["id": 1], ["name": "no id"]])
        let whole = try SampleTicket(json: ["id": 1, "attachments": [["id": 1], ["id": "2"]]])
        #expect(whole.attachments?.map(\.id) == [1, 2])
    }

    @Test("a list with one unreadable row is an error that names index and key")
    func unreadableRow() throws {
        var rows = (0..<20).map { JSONValue.object(["id": .number(JSONNumber($0))]) }
        rows[17] = ["subject": "no id"]
        let page: JSONValue = ["tickets": .array(rows)]
        let error = #expect(throws: FreshworksError.self) { try page.records(SampleTicket.self, at: ["tickets"]) }
        #expect(error?.message == "row 17: id is missing or not an integer")
        #expect(error?.code.rawValue == "unreadable_response")
    }

    @Test("a row that is no object is an error too")
    func scalarRow() {
        let page: JSONValue = [["id": 1], .null]
        let error = #expect(throws: FreshworksError.self) { try page.records(SampleTicket.self) }
        #expect(error?.message == "row 1: not an object")
    }

    @Test("a list or record that is not where it should be is an error that names the place")
    func missingPlace() {
        let page: JSONValue = ["meta": ["total": 1]]
        #expect(throws: FreshworksError.self) { try page.records(SampleTicket.self, at: ["meta", "total"]) }
        let error = #expect(throws: FreshworksError.self) {
            try page.record(SampleTicket.self, at: ["meta", "ticket"])
        }
        #expect(error?.message == "meta.ticket is missing or not an object")
        #expect(throws: FreshworksError.self) { try page.records(SampleTicket.self) }
    }

    @Test("a whole list is read in order")
    func list() throws {
        let page: JSONValue = ["data": ["tickets": [["id": 3], ["id": "4"]]]]
        #expect(try page.records(SampleTicket.self, at: ["data", "tickets"]).map(\.id) == [3, 4])
    }
}
