import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Conversations in the sandbox's Freshdesk")
struct FreshdeskConversationTests {
    let desk = FreshdeskCaller()

    @Test("a reply is answered with its own keys and sets the first response")
    func reply() async throws {
        let id = try await desk.ticket("ana@globex.example")
        desk.clock.advance(by: .seconds(60))
        let answer = try await desk.call(
            .post, "tickets/\(id)/reply", #"{"body":"Hello","cc_emails":["b@globex.example"]}"#)
        #expect(answer.status == 201)
        #expect(answer.headers["Location"] == "https://acme.freshdesk.com/api/v2/conversations/70105000001")
        #expect(
            try answer.keys == [
                "id", "ticket_id", "user_id", "body", "body_text", "structured_body", "support_email", "from_email",
                "cc_emails", "bcc_emails", "replied_to", "attachments", "created_at", "updated_at",
            ])
        let reply = try answer.json
        #expect(reply["id"] == 70_105_000_001)
        #expect(reply["user_id"] == 70_040_000_021)
        #expect(reply["body"] == "<div>Hello</div>")
        #expect(reply["body_text"] == "Hello")
        #expect(reply["from_email"] == "support@acme.freshdesk.com")
        #expect(reply["replied_to"] == ["ana@globex.example"])
        #expect(reply["cc_emails"] == ["b@globex.example"])
        desk.clock.advance(by: .seconds(60))
        _ = try await desk.call(.post, "tickets/\(id)/reply", #"{"body":"Again","user_id":70040000022}"#)
        let stats = try await desk.call(.get, "tickets/\(id)?include=stats").json["stats"]
        #expect(stats?["first_responded_at"] == "2025-06-02T12:01:00Z")
        #expect(stats?["agent_responded_at"] == "2025-06-02T12:02:00Z")
    }

    @Test("a note is private by default, can be public or the customer's, and is no response")
    func note() async throws {
        let id = try await desk.ticket()
        let answer = try await desk.call(
            .post, "tickets/\(id)/notes", #"{"body":"<p>n</p>","notify_emails":["sam.cole@acme.example"]}"#)
        #expect(answer.status == 201)
        #expect(
            try answer.keys == [
                "id", "ticket_id", "user_id", "body", "body_text", "structured_body", "support_email", "incoming",
                "private", "notified_to", "attachments", "created_at", "updated_at",
            ])
        #expect(try answer.json["private"] == true)
        #expect(try answer.json["incoming"] == false)
        #expect(try answer.json["notified_to"] == ["sam.cole@acme.example"])
        let other = try await desk.call(
            .post, "tickets/\(id)/notes",
            #"{"body":"x","private":false,"incoming":true,"user_id":70041000001}"#)
        #expect(try other.json["private"] == false)
        #expect(try other.json["incoming"] == true)
        #expect(try other.json["user_id"] == 70_041_000_001)
        let rows = try await desk.call(.get, "tickets/\(id)/conversations").json.arrayValue ?? []
        #expect(rows.map { $0["source"] } == [2, 2])
        #expect(rows.map { $0["category"] } == [2, 3])
        #expect(rows.map { $0["bcc_emails"] } == [.null, .null])
        #expect(
            try await desk.call(.get, "tickets/\(id)?include=stats").json["stats"]?["first_responded_at"] == .null)
    }

    @Test(
        "wrong replies and notes are refused",
        arguments: [
            ("reply", "{}", "body missing_field"), ("reply", #"{"body":""}"#, "body invalid_value"),
            ("reply", #"{"body":"x","private":true}"#, "private invalid_field"),
            ("reply", #"{"body":"x","user_id":70041000001}"#, "user_id invalid_value"),
            ("reply", #"{"body":"x","cc_emails":"a@b.example"}"#, "cc_emails datatype_mismatch"),
            ("reply", #"{"body":"x","from_email":"me"}"#, "from_email invalid_value"),
            ("notes", "{}", "body missing_field"),
            ("notes", #"{"body":"x","cc_emails":[]}"#, "cc_emails invalid_field"),
            ("notes", #"{"body":"x","private":"true"}"#, "private datatype_mismatch"),
            ("notes", #"{"body":1}"#, "body datatype_mismatch"),
        ])
    func refusals(action: String, body: String, complaint: String) async throws {
        let answer = try await desk.call(.post, "tickets/120/\(action)", body)
        #expect(answer.status == 400)
        #expect(try answer.complaints() == [complaint])
        #expect(try await desk.call(.post, "tickets/999/\(action)", body).status == 404)
    }

    @Test("a structured body stands in for the HTML")
    func structured() async throws {
        let answer = try await desk.call(
            .post, "tickets/120/reply",
            #"{"structured_body":{"body_contents":[{"type":"text","data":{"content":"Hi"}}]}}"#)
        #expect(answer.status == 201)
        #expect(try answer.json["body_text"] == "Hi")
    }

    @Test("notes can be edited, replies cannot, both can be deleted")
    func changes() async throws {
        let note = try #require(
            try await desk.call(.post, "tickets/120/notes", #"{"body":"x"}"#).json["id"]?.int64Value)
        let reply = try #require(
            try await desk.call(.post, "tickets/120/reply", #"{"body":"x"}"#).json["id"]?.int64Value)
        desk.clock.advance(by: .seconds(60))
        let edited = try await desk.call(.put, "conversations/\(note)", #"{"body":"y"}"#)
        #expect(edited.status == 200)
        #expect(try edited.json["body"] == "<div>y</div>")
        #expect(try edited.json["notified_to"] == [])
        #expect(
            try await desk.call(.put, "conversations/\(note)", #"{"private":false}"#).complaints()
                == ["private invalid_field"])
        #expect(try await desk.call(.put, "conversations/\(reply)", #"{"body":"y"}"#).status == 405)
        #expect(try await desk.call(.get, "conversations/\(note)").status == 405)
        let rows = try await desk.call(.get, "tickets/120/conversations").json.arrayValue ?? []
        #expect(rows.map { $0["last_edited_at"] } == ["2025-06-02T12:01:00Z", .null])
        #expect(rows.map { $0["last_edited_user_id"] } == [70_040_000_021, .null])
        for id in [note, reply] {
            #expect(try await desk.call(.delete, "conversations/\(id)").status == 204)
            #expect(try await desk.call(.delete, "conversations/\(id)").status == 404)
        }
        #expect(try await desk.call(.get, "tickets/120/conversations").text == "[]")
    }

    @Test("the list is paged, oldest first, and a view embeds the oldest ten")
    func pages() async throws {
        for number in 1...31 {
            _ = try await desk.call(.post, "tickets/120/notes", #"{"body":"\#(number)"}"#)
        }
        let first = try await desk.call(.get, "tickets/120/conversations")
        #expect(
            first.headers["Link"]
                == #"<https://acme.freshdesk.com/api/v2/tickets/120/conversations?page=2>; rel="next""#)
        #expect(try first.ids().first == 70_105_000_001)
        let second = try await desk.call(.get, "tickets/120/conversations?page=2")
        #expect(try second.ids() == [70_105_000_031])
        #expect(second.headers["Link"] == nil)
        let view = try await desk.call(.get, "tickets/120?include=conversations")
        #expect(view.headers["X-RateLimit-Used-CurrentRequest"] == "2")
        let embedded = try view.json["conversations"]?.arrayValue ?? []
        #expect(embedded.map { $0["id"]?.int64Value } == (70_105_000_001...70_105_000_010).map { $0 })
        #expect(try await desk.call(.get, "tickets/120/conversations?order_by=id").status == 400)
    }

    @Test("a list tells how the delivery of each conversation went")
    func delivery() async throws {
        let reply = try await desk.call(.post, "tickets/120/reply", #"{"body":"x"}"#)
        #expect(try !reply.keys.contains("delivery_details"))
        _ = try await desk.call(.post, "tickets/120/notes", #"{"body":"y"}"#)
        let rows = try await desk.call(.get, "tickets/120/conversations").json.arrayValue ?? []
        #expect(rows.count == 2)
        for row in rows { #expect(row["delivery_details"] == ["failed_emails": [], "pending_emails": []]) }
    }
}
