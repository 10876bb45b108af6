import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Agents in the sandbox's Freshdesk")
struct FreshdeskAgentTests {
    let desk = FreshdeskCaller { $0.agents = 3 }

    @Test("an agent is created with the defaults and nests what belongs to the person")
    func create() async throws {
        let answer = try await desk.call(
            .post, "agents",
            #"{"email":"ivo@acme.example","ticket_scope":2,"name":"Ivo","agent_type":3,"group_ids":[70000010001]}"#)
        #expect(answer.status == 201)
        #expect(answer.headers["Location"] == "https://acme.freshdesk.com/api/v2/agents/70042000001")
        let agent = try answer.json
        #expect(agent["id"] == 70_042_000_001)
        #expect(agent["type"] == "collaborator")
        #expect(agent["agent_type"] == nil)
        #expect(agent["email"] == nil)
        #expect(agent["ticket_scope"] == 2)
        #expect(agent["occasional"] == false)
        #expect(agent["focus_mode"] == true)
        #expect(agent["group_ids"] == [70_000_010_001])
        #expect(agent["role_ids"] == [70_000_379_708])
        #expect(agent["contact"]?["email"] == "ivo@acme.example")
        #expect(agent["contact"]?["name"] == "Ivo")
        #expect(agent["contact"]?["active"] == false)
        #expect(agent["contact"]?["language"] == "en")
        // Which only the answer to a creation has.
        #expect(agent["contribution_group_ids"] == [])
        var rest = try #require(agent.objectValue)
        rest["contribution_group_ids"] = nil
        #expect(try await desk.call(.get, "agents/70042000001").json == .object(rest))
    }

    @Test(
        "wrong agents are refused",
        arguments: [
            ("{}", ["email missing_field", "ticket_scope missing_field"]),
            (#"{"email":"x","ticket_scope":4}"#, ["email invalid_value", "ticket_scope invalid_value"]),
            (#"{"email":"x@y.example","ticket_scope":"1"}"#, ["ticket_scope datatype_mismatch"]),
            (#"{"email":"x@y.example","ticket_scope":1,"type":"support_agent"}"#, ["type invalid_field"]),
            (#"{"email":"x@y.example","ticket_scope":1,"role_ids":[]}"#, ["role_ids invalid_value"]),
            (#"{"email":"x@y.example","ticket_scope":1,"group_ids":[5]}"#, ["group_ids invalid_value"]),
            (#"{"email":"x@y.example","ticket_scope":1,"occasional":1}"#, ["occasional datatype_mismatch"]),
        ])
    func refusals(body: String, complaints: [String]) async throws {
        let answer = try await desk.call(.post, "agents", body)
        #expect(answer.status == 400)
        #expect(try answer.complaints() == complaints)
    }

    @Test("an address belongs to one user")
    func duplicate() async throws {
        let answer = try await desk.call(.post, "agents", #"{"email":"Sam.Cole@acme.example","ticket_scope":1}"#)
        #expect(answer.status == 409)
        #expect(
            answer.text
                == #"{"description":"Validation failed","errors":[{"field":"email","additional_info":{"user_id":70040000022},"message":"It should be a unique value","code":"duplicate_value"}]}"#
        )
    }

    @Test("the list is alphabetical, lacks memberships, and can be filtered")
    func list() async throws {
        let answer = try await desk.call(.get, "agents")
        let rows = try answer.json.arrayValue ?? []
        #expect(rows.map { $0["contact"]?["name"] } == ["Ana Reis", "Ines Moreau", "Sam Cole"])
        for key in ["group_ids", "role_ids", "skill_ids"] {
            #expect(rows.allSatisfy { $0.objectValue?.keys.contains(key) == false })
        }
        #expect(try await desk.call(.get, "agents?email=SAM.cole@acme.example").ids() == [70_040_000_022])
        #expect(try await desk.call(.get, "agents?email=nobody@acme.example").text == "[]")
        #expect(try await desk.call(.get, "agents?state=occasional").text == "[]")
        _ = try await desk.call(.put, "agents/70040000023", #"{"occasional":true}"#)
        #expect(try await desk.call(.get, "agents?state=occasional").ids() == [70_040_000_023])
        #expect(try await desk.call(.get, "agents?state=fulltime").ids() == [70_040_000_021, 70_040_000_022])
        #expect(try await desk.call(.get, "agents?state=part").complaints() == ["state invalid_value"])
        #expect(try await desk.call(.get, "agents?name=Sam").complaints() == ["name invalid_field"])
        let page = try await desk.call(.get, "agents?per_page=2")
        #expect(page.headers["Link"] == #"<https://acme.freshdesk.com/api/v2/agents?per_page=2&page=2>; rel="next""#)
    }

    @Test("an update changes what is sent; the person's data and one's own rights are out of reach")
    func update() async throws {
        let answer = try await desk.call(
            .put, "agents/70040000022", #"{"signature":null,"ticket_scope":3,"skill_ids":[70000020001]}"#)
        #expect(answer.status == 200)
        #expect(try answer.json["signature"] == .null)
        #expect(try answer.json["ticket_scope"] == 3)
        #expect(try answer.json["skill_ids"] == [70_000_020_001])
        #expect(try answer.json["group_ids"] == [70_000_010_001])
        for key in ["name", "phone", "mobile", "job_title"] {
            #expect(
                try await desk.call(.put, "agents/70040000022", #"{"\#(key)":"x"}"#).complaints()
                    == ["\(key) invalid_field"])
        }
        let own = try await desk.call(.put, "agents/70040000021", #"{"ticket_scope":2}"#)
        #expect(own.status == 403)
        #expect(try own.json["code"] == "inaccessible_field")
        #expect(try await desk.call(.put, "agents/70041000001", "{}").status == 404)
    }

    @Test("a deleted agent is a contact with the same id, and his tickets are nobody's")
    func delete() async throws {
        let id = try await desk.ticket()
        _ = try await desk.call(.put, "tickets/\(id)", #"{"responder_id":70040000022}"#)
        #expect(try await desk.call(.get, "contacts/70040000022").status == 404)
        let key = desk.sandbox.freshdesk.agentKey
        #expect(try await desk.call(.delete, "agents/70040000022").status == 204)
        #expect(try await desk.call(.get, "agents/70040000022").status == 404)
        let contact = try await desk.call(.get, "contacts/70040000022")
        #expect(contact.status == 200)
        #expect(try contact.json["email"] == "sam.cole@acme.example")
        #expect(try await desk.call(.get, "tickets/\(id)").json["responder_id"] == .null)
        #expect(try await desk.call(.get, "agents/me", key: key).status == 401)
    }

    @Test("who is no administrator sees nobody but himself")
    func rights() async throws {
        let key = desk.sandbox.freshdesk.agentKey
        let me = try await desk.call(.get, "agents/me", key: key)
        #expect(me.status == 200)
        #expect(try me.json["id"] == 70_040_000_022)
        let calls: [(TransportRequest.Method, String, String?)] = [
            (.get, "agents", nil), (.get, "agents/70040000022", nil), (.post, "agents", "{}"),
            (.put, "agents/70040000022", "{}"), (.delete, "agents/70040000023", nil),
        ]
        for (method, path, body) in calls {
            let answer = try await desk.call(method, path, body, key: key)
            #expect(answer.status == 403)
            #expect(
                answer.text == #"{"code":"access_denied","message":"You are not authorized to perform this action."}"#)
        }
        #expect(try await desk.call(.get, "tickets/120", key: key).status == 200)
        _ = try await desk.call(.put, "agents/70040000022", #"{"role_ids":[70000379706]}"#)
        #expect(try await desk.call(.get, "agents", key: key).status == 200)
    }

    @Test("without a seat nobody becomes a full-time agent")
    func seats() async throws {
        let desk = FreshdeskCaller {
            $0.agents = 3
            $0.freshdeskSeats = 3
        }
        let full = try await desk.call(.post, "agents", #"{"email":"a@acme.example","ticket_scope":1}"#)
        #expect(full.status == 403)
        #expect(try full.keys == ["code", "message"])
        #expect(try full.json["code"] == "max_agents_reached")
        let occasional = try await desk.call(
            .post, "agents", #"{"email":"a@acme.example","ticket_scope":1,"occasional":true}"#)
        #expect(occasional.status == 201)
        #expect(try await desk.call(.put, "agents/70042000001", #"{"occasional":false}"#).status == 403)
        #expect(try await desk.call(.delete, "agents/70040000023").status == 204)
        #expect(try await desk.call(.put, "agents/70042000001", #"{"occasional":false}"#).status == 200)
    }
}
