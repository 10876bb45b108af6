import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Contacts in the sandbox's Freshdesk")
struct FreshdeskContactTests {
    let desk = FreshdeskCaller()

    @Test("a contact belongs to the company of its address")
    func create() async throws {
        let answer = try await desk.call(
            .post, "contacts",
            #"{"name":"Zoe","email":"zoe@globex.example","tags":["vip"],"custom_fields":{"department":"Ops"},"other_companies":[{"company_id":70000555002,"view_all_tickets":true}]}"#
        )
        #expect(answer.status == 201)
        #expect(answer.headers["Location"] == "https://acme.freshdesk.com/api/v2/contacts/70042000001")
        let contact = try answer.json
        #expect(contact["id"] == 70_042_000_001)
        #expect(contact["active"] == false)
        #expect(contact["deleted"] == false)
        #expect(contact["company_id"] == 70_000_555_001)
        #expect(contact["view_all_tickets"] == false)
        #expect(contact["other_companies"] == [["company_id": 70_000_555_002, "view_all_tickets": true]])
        #expect(contact["tags"] == ["vip"])
        #expect(contact["custom_fields"] == ["department": "Ops"])
        #expect(contact["avatar"] == .null)
        #expect(contact["contact_type"] == "contact")
        #expect(contact["created_at"] == "2025-06-02T12:00:00Z")
        #expect(try await desk.call(.get, "contacts/70042000001").text == answer.text)
    }

    @Test(
        "wrong contacts are refused",
        arguments: [
            ("{}", ["name missing_field", "email missing_field"]),
            (#"{"name":"Z"}"#, ["email missing_field"]),
            (#"{"name":"","phone":"1"}"#, ["name invalid_value"]),
            (#"{"name":"Z","phone":1,"mobile":"2"}"#, ["phone datatype_mismatch"]),
            (#"{"name":"Z","email":"z","mobile":"2"}"#, ["email invalid_value"]),
            (#"{"name":"Z","mobile":"2","company_id":5}"#, ["company_id invalid_value"]),
            (#"{"name":"Z","mobile":"2","active":true}"#, ["active invalid_field"]),
            (#"{"name":"Z","mobile":"2","custom_fields":{"x":1}}"#, ["custom_fields.x invalid_field"]),
            (#"{"name":"Z","mobile":"2","other_companies":[{"id":1}]}"#, ["other_companies.id invalid_field"]),
            (#"{"name":"Z","mobile":"2","avatar":null}"#, ["avatar invalid_field"]),
        ])
    func refusals(body: String, complaints: [String]) async throws {
        let answer = try await desk.call(.post, "contacts", body)
        #expect(answer.status == 400)
        #expect(try answer.complaints() == complaints)
    }

    @Test("a duplicate names the user who has the value, who may be an agent")
    func duplicates() async throws {
        let answer = try await desk.call(.post, "contacts", #"{"name":"Z","email":"ana.reis@acme.example"}"#)
        #expect(answer.status == 409)
        #expect(
            answer.text
                == #"{"description":"Validation failed","errors":[{"field":"email","additional_info":{"user_id":70040000021},"message":"It should be a unique value","code":"duplicate_value"}]}"#
        )
        #expect(try await desk.call(.get, "contacts/70040000021").status == 404)
        _ = try await desk.call(.post, "contacts", #"{"name":"Z","unique_external_id":"1"}"#)
        let second = try await desk.call(.post, "contacts", #"{"name":"Y","unique_external_id":"1"}"#)
        #expect(second.status == 409)
        #expect(try second.complaints() == ["unique_external_id duplicate_value"])
        // Its own value is no duplicate.
        #expect(try await desk.call(.put, "contacts/70042000001", #"{"unique_external_id":"1"}"#).status == 200)
    }

    @Test("the list is alphabetical, lacks tags, and can be filtered")
    func list() async throws {
        let all = try await desk.call(.get, "contacts?per_page=100").json.arrayValue ?? []
        let names = all.compactMap { $0["name"]?.stringValue }
        #expect(names.count == 50)
        #expect(names == names.sorted())
        #expect(all.allSatisfy { $0.objectValue?.keys.contains("tags") == false })
        _ = try await desk.call(
            .post, "contacts",
            #"{"name":"Zoe","email":"zoe@globex.example","mobile":"+1","other_companies":[{"company_id":70000555002}]}"#
        )
        for query in ["email=ZOE@globex.example", "mobile=%2B1", "company_id=70000555001&mobile=%2B1"] {
            let rows = try await desk.call(.get, "contacts?" + query)
            #expect(try rows.ids() == [70_042_000_001])
            #expect(try rows.json.arrayValue?.first?["other_companies"] == [70_000_555_002])
        }
        #expect(try await desk.call(.get, "contacts?email=nobody@globex.example").text == "[]")
        #expect(try await desk.call(.get, "contacts?contact_type=visitor").text == "[]")
        #expect(try await desk.call(.get, "contacts?_updated_since=2025-06-02T12:00:00Z").ids() == [70_042_000_001])
        #expect(try await desk.call(.get, "contacts?_updated_since=x").complaints() == ["_updated_since invalid_value"])
        #expect(try await desk.call(.get, "contacts?state=verified&per_page=100").ids().count == 25)
        #expect(try await desk.call(.get, "contacts?state=active").complaints() == ["state invalid_value"])
        #expect(try await desk.call(.get, "contacts?order_by=name").complaints() == ["order_by invalid_field"])
    }

    @Test("an update changes what is sent; null clears, and something must be left to reach the contact by")
    func update() async throws {
        let answer = try await desk.call(
            .put, "contacts/70041000001", #"{"company_id":null,"job_title":"Lead","tags":["a"]}"#)
        #expect(answer.status == 200)
        #expect(try answer.json["job_title"] == "Lead")
        #expect(try answer.json["tags"] == ["a"])
        let cleared = try await desk.call(.put, "contacts/70041000001", #"{"job_title":null,"tags":[]}"#)
        #expect(try cleared.json["job_title"] == .null)
        #expect(try cleared.json["tags"] == [])
        #expect(
            try await desk.call(.put, "contacts/70041000001", #"{"email":null,"phone":null}"#).complaints()
                == ["email missing_field"])
        #expect(try await desk.call(.put, "contacts/70041000001", #"{"email":null}"#).json["email"] == .null)
    }

    @Test("a deleted or blocked contact can be read, not changed")
    func frozen() async throws {
        #expect(try await desk.call(.delete, "contacts/70041000001").status == 204)
        desk.sandbox.freshdesk.block(contact: 70_041_000_002)
        for id in [70_041_000_001, 70_041_000_002] {
            let put = try await desk.call(.put, "contacts/\(id)", "{}")
            #expect(put.status == 405)
            #expect(put.text == #"{"message":"PUT method is not allowed. It should be one of these method(s): GET"}"#)
            #expect(try await desk.call(.delete, "contacts/\(id)").status == 405)
        }
        #expect(try await desk.call(.get, "contacts/70041000001").json["deleted"] == true)
        #expect(try await desk.call(.get, "contacts?state=deleted").ids() == [70_041_000_001])
        #expect(try await desk.call(.get, "contacts?state=blocked").ids() == [70_041_000_002])
        #expect(try await desk.call(.get, "contacts?per_page=100").ids().count == 48)
    }

    @Test("a contact's name is told in two parts as well, which follow it")
    func names() async throws {
        let made = try await desk.call(.post, "contacts", #"{"name":"Zoe van Dam","mobile":"1"}"#).json
        #expect(made.text("first_name") == "Zoe")
        #expect(made.text("last_name") == "van Dam")
        let id = try #require(made["id"]?.int64Value)
        let renamed = try await desk.call(.put, "contacts/\(id)", #"{"name":"Cher"}"#).json
        #expect(renamed.text("first_name") == "Cher")
        #expect(renamed["last_name"] == .null)
        let row = try await desk.call(.get, "contacts?mobile=1").json.arrayValue?.first
        #expect(row?.text("first_name") == "Cher")
    }
}
