import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Tickets in the sandbox's Freshdesk")
struct FreshdeskTicketTests {
    let desk = FreshdeskCaller()

    @Test("a ticket gets the next number, the defaults, an element around plain text and a contact for a new address")
    func create() async throws {
        let answer = try await desk.call(
            .post, "tickets",
            #"{"email":"ana@globex.example","name":"Ana","subject":"S","description":"1 < 2 & all","tags":["a","b"],"custom_fields":{"cf_seats":12}}"#
        )
        #expect(answer.status == 201)
        #expect(answer.headers["Location"] == "https://acme.freshdesk.com/api/v2/tickets/121")
        let ticket = try answer.json
        #expect(ticket["id"] == 121)
        #expect(ticket["status"] == 2)
        #expect(ticket["priority"] == 1)
        #expect(ticket["source"] == 2)
        #expect(ticket["description"] == "<div>1 < 2 & all</div>")
        #expect(ticket["requester_id"] == 70_042_000_001)
        #expect(ticket["company_id"] == 70_000_555_001)
        #expect(ticket["tags"] == ["a", "b"])
        #expect(
            ticket["custom_fields"]
                == [
                    "cf_region": .null, "cf_locked": false, "cf_seats": 12, "cf_renewal_on": .null,
                ])
        #expect(ticket["attachments"] == [])
        #expect(ticket["associated_tickets_list"] == [])
        #expect(ticket["created_at"] == "2025-06-02T12:00:00Z")
        #expect(ticket["spam"] == false)
        #expect(ticket["deleted"] == nil)
        #expect(ticket["email"] == nil)
        #expect(ticket["stats"] == nil)
        #expect(ticket["source_additional_info"] == nil)
        let contact = try await desk.call(.get, "contacts/70042000001").json
        #expect(contact["name"] == "Ana")
        #expect(contact["email"] == "ana@globex.example")
        let again = try await desk.call(
            .post, "tickets", #"{"email":"ANA@globex.example","subject":"S","description":"<p>x</p>"}"#)
        #expect(try again.json["requester_id"] == 70_042_000_001)
        #expect(try again.json["description"] == "<p>x</p>")
        #expect(try again.json["description_text"] == "x")
    }

    @Test("everything wrong with a ticket is told in one answer")
    func validation() async throws {
        let answer = try await desk.call(
            .post, "tickets",
            #"{"subject":" ","description":5,"priority":5,"status":"2","colour":1,"tags":"a","email":"nobody","responder_id":"1","custom_fields":{"cf_region":3,"cf_x":1}}"#
        )
        #expect(answer.status == 400)
        #expect(
            try Set(answer.complaints()) == [
                "colour invalid_field", "email invalid_value", "description datatype_mismatch",
                "status datatype_mismatch",
                "priority invalid_value", "responder_id datatype_mismatch", "custom_fields.cf_x invalid_field",
                "custom_fields.cf_region datatype_mismatch", "tags datatype_mismatch", "subject invalid_value",
            ])
        let one = try await desk.call(
            .post, "tickets", #"{"email":"a@b.example","subject":"S","description":"D","priority":9}"#)
        #expect(
            one.text
                == #"{"description":"Validation failed","errors":[{"field":"priority","message":"It should be one of these values: '1,2,3,4'","code":"invalid_value"}]}"#
        )
        let none = try await desk.call(.post, "tickets", "{}")
        #expect(
            none.text == #"{"description":"Validation failed","errors":["#
                + #"{"field":"description","message":"Mandatory attribute missing","code":"missing_field"},"#
                + #"{"field":"subject","message":"Mandatory attribute missing","code":"missing_field"},"#
                + #"{"field":"requester_id","message":"Mandatory attribute missing","code":"missing_field"}]}"#)
        #expect(try await desk.call(.post, "tickets?x=1", "{}").complaints().first == "x invalid_field")
    }

    @Test(
        "values that point nowhere or do not fit are refused",
        arguments: [
            (#""requester_id":1"#, "requester_id invalid_value"),
            (#""facebook_id":"f""#, "facebook_id invalid_value"), (#""phone":"+1""#, "name missing_field"),
            (#""requester_id":0"#, "requester_id datatype_mismatch"),
            (#""requester_id":1.5"#, "requester_id datatype_mismatch"),
            (#""email":"a@b.example","responder_id":70041000001"#, "responder_id invalid_value"),
            (#""email":"a@b.example","group_id":1"#, "group_id invalid_value"),
            (#""email":"a@b.example","status":8"#, "status invalid_value"),
            (#""email":"a@b.example","source":4"#, "source invalid_value"),
            (#""email":"a@b.example","type":"Question?""#, "type invalid_value"),
            (#""email":"a@b.example","priority":null"#, "priority invalid_value"),
            (#""email":"a@b.example","cc_emails":["x"]"#, "cc_emails invalid_value"),
            (#""email":"a@b.example","tags":[1]"#, "tags datatype_mismatch"),
            (#""email":"a@b.example","attachments":[]"#, "attachments invalid_field"),
            (#""email":"a@b.example","id":7"#, "id invalid_field"),
            (#""email":"a@b.example","due_by":"2025-07-01"}"#, ""),
            (#""email":"a@b.example","due_by":"2025-07-01""#, "due_by invalid_value"),
            (#""email":"a@b.example","due_by":"2025-07-01","fr_due_by":"2025-07-02""#, "fr_due_by invalid_value"),
            (#""email":"a@b.example","due_by":"2025-07-01","fr_due_by":"2025-06-01""#, "fr_due_by invalid_value"),
            (#""email":"a@b.example","parent_id":999"#, "parent_id invalid_value"),
            (
                #""email":"a@b.example","custom_fields":{"cf_renewal_on":"2025-07-01T00:00:00Z"}"#,
                "custom_fields.cf_renewal_on invalid_value"
            ),
            (
                #""email":"a@b.example","custom_fields":{"cf_locked":"true"}"#,
                "custom_fields.cf_locked datatype_mismatch"
            ),
        ])
    func refusals(member: String, complaint: String) async throws {
        let answer = try await desk.call(.post, "tickets", #"{"subject":"S","description":"D",\#(member)}"#)
        #expect(answer.status == 400)
        #expect(try complaint == "" ? answer.json["code"] == "invalid_json" : answer.complaints() == [complaint])
        #expect(try await desk.call(.get, "tickets/121").status == 404)
    }

    @Test("a body of another type is 415, one that is no JSON object 400 invalid_json")
    func bodies() async throws {
        let body = #"{"email":"a@b.example","subject":"S","description":"D"}"#
        for type in ["application/x-www-form-urlencoded", "text/plain", "application/jsonp", nil] {
            let answer = try await desk.call(.post, "tickets", body, type: type)
            #expect(answer.status == 415)
            #expect(try answer.keys == ["code", "message"])
        }
        #expect(try await desk.call(.post, "tickets", body, type: "Application/JSON; charset=UTF-8").status == 201)
        for text in ["{", "[]", "1", "{} x"] {
            let answer = try await desk.call(.post, "tickets", text)
            #expect(answer.status == 400)
            #expect(try answer.json["code"] == "invalid_json")
        }
        // Agents take no files.
        #expect(
            try await desk.call(.post, "agents", "--x--", type: "multipart/form-data; boundary=x").status == 415)
    }

    @Test("a view embeds what it is asked for and costs one more for each")
    func view() async throws {
        let plain = try await desk.call(.get, "tickets/120")
        #expect(plain.headers["X-RateLimit-Used-CurrentRequest"] == "1")
        #expect(try plain.json["source_additional_info"] == .null)
        #expect(try plain.json["requester"] == nil)
        let full = try await desk.call(.get, "tickets/120?include=requester,stats,company,conversations")
        #expect(full.headers["X-RateLimit-Used-CurrentRequest"] == "5")
        #expect(full.headers["X-RateLimit-Remaining"] == "694")
        #expect(
            try Set(full.json["requester"]?.objectValue?.keys ?? []) == ["id", "name", "email", "mobile", "phone"])
        #expect(
            try Set(full.json["stats"]?.objectValue?.keys ?? []) == [
                "agent_responded_at", "requester_responded_at", "first_responded_at", "status_updated_at",
                "reopened_at", "resolved_at", "closed_at", "pending_since",
            ])
        #expect(try full.json["conversations"] == [])
        let wrong = try await desk.call(.get, "tickets/120?include=sla_policy")
        #expect(wrong.status == 400)
        #expect(
            wrong.text
                == #"{"description":"Validation failed","errors":[{"field":"include","message":"It should be one of these values: 'conversations,requester,company,stats'","code":"invalid_value"}]}"#
        )
        for id in ["0", "999", "x", "N1200WQ12"] {
            let unknown = try await desk.call(.get, "tickets/\(id)")
            #expect(unknown.status == 404)
            #expect(unknown.text == "")
        }
    }

    @Test("an update changes what is sent: null clears, arrays replace, custom fields merge")
    func update() async throws {
        let id = try await desk.ticket()
        let first = try await desk.call(
            .put, "tickets/\(id)",
            #"{"responder_id":70040000022,"type":"Problem","tags":["a","b"],"custom_fields":{"cf_region":"EMEA","cf_seats":3}}"#
        )
        #expect(first.status == 200)
        #expect(try first.json["responder_id"] == 70_040_000_022)
        desk.clock.advance(by: .seconds(60))
        let second = try await desk.call(
            .put, "tickets/\(id)",
            #"{"responder_id":null,"tags":["c"],"custom_fields":{"cf_seats":null}}"#)
        let ticket = try second.json
        #expect(ticket["responder_id"] == .null)
        #expect(ticket["type"] == "Problem")
        #expect(ticket["tags"] == ["c"])
        #expect(ticket["custom_fields"]?["cf_region"] == "EMEA")
        #expect(ticket["custom_fields"]?["cf_seats"] == .null)
        #expect(ticket["updated_at"] == "2025-06-02T12:01:00Z")
        #expect(ticket["subject"] == "S")
        #expect(ticket["associated_tickets_list"] == nil)
        #expect(
            try await desk.call(.put, "tickets/\(id)", #"{"cc_emails":[]}"#).complaints() == ["cc_emails invalid_field"]
        )
        #expect(
            try await desk.call(.put, "tickets/\(id)", #"{"status":null}"#).complaints() == ["status invalid_value"])
        #expect(try await desk.call(.put, "tickets/\(id)", #"{"subject":null}"#).json["subject"] == .null)
        #expect(try await desk.call(.put, "tickets/999", "{}").status == 404)
    }

    @Test("the times of what happened follow the status")
    func stats() async throws {
        let id = try await desk.ticket()
        func stats(after status: Int) async throws -> JSONValue? {
            desk.clock.advance(by: .seconds(60))
            #expect(try await desk.call(.put, "tickets/\(id)", #"{"status":\#(status)}"#).status == 200)
            return try await desk.call(.get, "tickets/\(id)?include=stats").json["stats"]
        }
        let resolved = try await stats(after: 4)
        #expect(resolved?["resolved_at"] == "2025-06-02T12:01:00Z")
        #expect(resolved?["closed_at"] == .null)
        let closed = try await stats(after: 5)
        #expect(closed?["resolved_at"] == "2025-06-02T12:01:00Z")
        #expect(closed?["closed_at"] == "2025-06-02T12:02:00Z")
        let pending = try await stats(after: 3)
        #expect(pending?["reopened_at"] == "2025-06-02T12:03:00Z")
        #expect(pending?["pending_since"] == "2025-06-02T12:03:00Z")
        #expect(pending?["closed_at"] == .null)
    }

    @Test("due times are not there at once")
    func due() async throws {
        let id = try await desk.ticket()
        #expect(try await desk.call(.get, "tickets/\(id)").json["due_by"] == .null)
        desk.clock.advance(by: .seconds(5))
        #expect(try await desk.call(.get, "tickets/\(id)").json["due_by"] == "2025-06-05T12:00:00Z")
        let set = try await desk.call(
            .put, "tickets/\(id)", #"{"due_by":"2025-06-04T10:00:00+02:00","fr_due_by":"2025-06-03"}"#)
        #expect(try set.json["due_by"] == "2025-06-04T08:00:00Z")
        #expect(try set.json["fr_due_by"] == "2025-06-03T00:00:00Z")
    }

    @Test("a deleted ticket can be read and restored, not changed")
    func delete() async throws {
        let gone = try await desk.call(.delete, "tickets/120")
        #expect(gone.status == 204)
        #expect(gone.text == "")
        let put = try await desk.call(.put, "tickets/120", "{}")
        #expect(put.status == 405)
        #expect(put.text == #"{"message":"PUT method is not allowed. It should be one of these method(s): GET"}"#)
        let delete = try await desk.call(.delete, "tickets/120")
        #expect(delete.status == 405)
        #expect(delete.text == #"{"message":"DELETE method is not allowed. It should be one of these method(s): GET"}"#)
        #expect(try await desk.call(.post, "tickets/120/reply", #"{"body":"x"}"#).status == 405)
        #expect(try await desk.call(.get, "tickets/120").json["deleted"] == true)
        #expect(try await desk.call(.get, "tickets?per_page=1").ids() == [119])
        #expect(try await desk.call(.get, "tickets?filter=deleted").ids() == [120])
        #expect(try await desk.call(.put, "tickets/120/restore", "{}").json["code"] == "no_content_required")
        #expect(try await desk.call(.put, "tickets/120/restore").status == 204)
        #expect(try await desk.call(.get, "tickets/120").json["deleted"] == nil)
        let live = try await desk.call(.put, "tickets/120/restore")
        #expect(live.status == 404)
        #expect(live.text == "")
    }

    @Test("spam can be read, not changed, and is listed only when asked for")
    func spam() async throws {
        desk.sandbox.freshdesk.markAsSpam(ticket: 120)
        #expect(try await desk.call(.put, "tickets/120", "{}").status == 405)
        #expect(try await desk.call(.delete, "tickets/120").status == 405)
        #expect(try await desk.call(.get, "tickets/120").json["spam"] == true)
        #expect(try await desk.call(.get, "tickets?filter=spam").ids() == [120])
        #expect(try await desk.call(.get, "tickets?per_page=1").ids() == [119])
    }

    @Test("children and trackers know each other")
    func associations() async throws {
        let child = try await desk.call(
            .post, "tickets", #"{"requester_id":70041000001,"subject":"S","description":"D","parent_id":120}"#)
        #expect(try child.json["association_type"] == 2)
        #expect(try child.json["associated_tickets_list"] == [120])
        #expect(try await desk.call(.get, "tickets/120").json["associated_tickets_list"] == [121])
        let tracker = try await desk.call(
            .post, "tickets",
            #"{"requester_id":70041000001,"subject":"S","description":"D","related_ticket_ids":[118,119]}"#)
        #expect(try tracker.json["association_type"] == 3)
        #expect(try await desk.call(.get, "tickets/118").json["association_type"] == 4)
    }
}
