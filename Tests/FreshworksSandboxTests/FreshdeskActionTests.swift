import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

/// Requests typed out by hand, so that the sandbox is judged by the documentation and not by the client.
@Suite("Actions in the sandbox's Freshdesk")
struct FreshdeskActionTests {
    let desk = FreshdeskCaller { $0.agents = 3 }

    @Test(
        "what an action does not know, or lacks, is refused with every field",
        arguments: [
            ("POST", "tickets/bulk_update", #"{"ids":[1]}"#, ["ids invalid_field", "bulk_action missing_field"]),
            ("POST", "tickets/bulk_update", #"{"bulk_action":{"ids":[1]}}"#, ["properties missing_field"]),
            (
                "POST", "tickets/bulk_update", #"{"bulk_action":{"ids":[1],"properties":{"status":8,"subject":"x"}}}"#,
                ["bulk_action.properties.status invalid_value", "bulk_action.properties.subject invalid_field"]
            ),
            (
                "POST", "tickets/bulk_update", #"{"bulk_action":{"ids":[1],"properties":{"internal_agent_id":5}}}"#,
                ["status missing_field"]
            ),
            ("POST", "tickets/bulk_delete", #"{"bulk_action":{}}"#, ["bulk_action.ids missing_field"]),
            (
                "PUT", "tickets/merge", #"{"ticket_ids":[1],"convert_recipients_to_cc":true}"#,
                ["convert_recipients_to_cc invalid_field", "primary_id missing_field"]
            ),
            (
                "POST", "tickets/outbound_email", #"{"email":"a@b.example","source":1,"requester_id":5}"#,
                [
                    "source invalid_field", "requester_id invalid_field", "subject missing_field",
                    "email_config_id missing_field",
                ]
            ),
            ("POST", "tickets/1/watch", "{}", ["user_id missing_field"]),
            ("POST", "tickets/1/watch", #"{"user_id":5}"#, ["user_id invalid_value"]),
            ("PATCH", "tickets/1/accesses", #"{"user_ids":[5]}"#, ["user_ids[0] datatype_mismatch"]),
            ("POST", "tickets/1/forward", #"{"body":"x","to_emails":["y"]}"#, ["to_emails invalid_value"]),
            (
                "POST", "tickets/1/satisfaction_ratings", #"{"ratings":{"default_question":5}}"#,
                ["ratings.default_question invalid_value"]
            ),
            ("POST", "tickets/1/time_entries", #"{"time_spent":"90"}"#, ["time_spent invalid_value"]),
            ("POST", "tickets/1/time_entries", #"{"start_time":"2099-01-01T00:00:00Z"}"#, ["start_time invalid_value"]),
            (
                "POST", "contacts/merge", #"{"primary_contact_id":70041000001,"secondary_contact_ids":[5]}"#,
                ["secondary_contact_ids invalid_value"]
            ),
            (
                "POST", "contacts/export", #"{"fields":{"default_fields":["name"]}}"#,
                ["fields.custom_fields missing_field"]
            ),
            ("PUT", "contacts/70041000001/make_agent", #"{"agent_type":1}"#, ["agent_type invalid_field"]),
            ("GET", "contacts/autocomplete", nil, ["term missing_field"]),
            ("GET", "companies/autocomplete?term=x", nil, ["term invalid_field"]),
        ] as [(String, String, String?, [String])])
    func refusals(method: String, path: String, body: String?, complaints: [String]) async throws {
        let answer = try await desk.call(TransportRequest.Method(rawValue: method), path, body)
        #expect(answer.status == 400)
        #expect(try answer.complaints() == complaints)
    }

    @Test("unknown records, and those in another state, are 404 without a body")
    func nothing() async throws {
        for (method, path) in [
            ("GET", "jobs/5"), ("GET", "tickets/999/watchers"), ("GET", "tickets/1/summary"),
            ("GET", "tickets/archived/1"),
            ("GET", "tickets/1/prime_association"), ("PUT", "contacts/70041000001/restore"),
            ("GET", "contacts/export/5"),
            ("GET", "contacts/imports/5"), ("DELETE", "contacts/5/hard_delete"), ("GET", "agents/5/availability"),
            ("DELETE", "time_entries/5"),
        ] {
            let answer = try await desk.call(TransportRequest.Method(rawValue: method), path)
            #expect(answer.status == 404, "\(path)")
            #expect(answer.text == "")
        }
        let early = try await desk.call(.delete, "contacts/70041000001/hard_delete")
        #expect(early.status == 400)
        #expect(early.text == "")
    }

    @Test("a job's id is a text or a number, as the call has it, and the job is done when it is asked for again")
    func jobs() async throws {
        let bulk = try await desk.call(.post, "tickets/bulk_delete", #"{"bulk_action":{"ids":[1,2]}}"#)
        #expect(bulk.status == 202)
        let id = try #require(try bulk.json["job_id"]?.stringValue)
        #expect(try bulk.json["href"] == .string("https://acme.freshdesk.com/api/v2/jobs/\(id)"))
        #expect(try await desk.call(.get, "jobs/\(id)").json["status"] == "IN PROGRESS")
        #expect(try await desk.call(.get, "jobs/\(id)").json["status"] == "COMPLETED")
        let agents = try await desk.call(
            .post, "agents/bulk", #"{"agents":[{"email":"a@acme.example","ticket_scope":1}]}"#)
        #expect(try agents.json["job_id"]?.int64Value != nil)
        #expect(try await desk.call(.get, "tickets/1").json["deleted"] == true)
    }

    @Test("an action without payload takes no body, and a frozen ticket none of them")
    func bodies() async throws {
        for path in ["tickets/1/unwatch", "contacts/70041000001/send_invite"] {
            let answer = try await desk.call(.put, path, "{}")
            #expect(answer.status == 400)
            #expect(try answer.json["code"] == "no_content_required")
            #expect(try await desk.call(.put, path).status == 204)
        }
        _ = try await desk.call(.delete, "tickets/1")
        for (method, path, body) in [
            (TransportRequest.Method.post, "tickets/1/forward", #"{"body":"x","to_emails":["a@b.example"]}"#),
            (.put, "tickets/1/summary", #"{"body":"x"}"#), (.post, "tickets/1/time_entries", "{}"),
        ] {
            let answer = try await desk.call(method, path, body)
            #expect(answer.status == 405)
            #expect(answer.headers["Allow"] == "GET")
        }
    }
}
