import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Companies, groups and roles in the sandbox's Freshdesk")
struct FreshdeskDirectoryTests {
    let desk = FreshdeskCaller { $0.agents = 3 }

    @Test("a company is created, read, changed, listed and deleted for good")
    func company() async throws {
        let answer = try await desk.call(
            .post, "companies",
            #"{"name":"Hooli","domains":["hooli.example"],"health_score":"Happy","renewal_date":"2026-01-31","note":null}"#
        )
        #expect(answer.status == 201)
        #expect(answer.headers["Location"] == "https://acme.freshdesk.com/api/v2/companies/70000555003")
        let company = try answer.json
        #expect(company["id"] == 70_000_555_003)
        #expect(company["domains"] == ["hooli.example"])
        #expect(company["renewal_date"] == "2026-01-31T00:00:00Z")
        #expect(company["account_tier"] == .null)
        #expect(company["created_at"] == "2025-06-02T12:00:00Z")
        #expect(try await desk.call(.get, "companies/70000555003").text == answer.text)
        desk.clock.advance(by: .seconds(60))
        let changed = try await desk.call(
            .put, "companies/70000555003", #"{"domains":[],"health_score":null,"renewal_date":null}"#)
        #expect(changed.status == 200)
        #expect(try changed.json["domains"] == [])
        #expect(try changed.json["health_score"] == .null)
        #expect(try changed.json["renewal_date"] == .null)
        #expect(try changed.json["name"] == "Hooli")
        #expect(try changed.json["updated_at"] == "2025-06-02T12:01:00Z")
        let names = try await desk.call(.get, "companies").json.arrayValue?.map { $0["name"]?.stringValue }
        #expect(names == ["Globex", "Hooli", "Initech"])
        let gone = try await desk.call(.delete, "companies/70000555003")
        #expect(gone.status == 204)
        #expect(gone.text == "")
        for method in [TransportRequest.Method.get, .put, .delete] {
            let answer = try await desk.call(method, "companies/70000555003")
            #expect(answer.status == 404)
            #expect(answer.text == "")
        }
    }

    @Test(
        "wrong companies are refused",
        arguments: [
            ("{}", 400, ["name missing_field"]), (#"{"name":""}"#, 400, ["name invalid_value"]),
            (#"{"name":"A","id":1}"#, 400, ["id invalid_field"]),
            (#"{"name":"A","domains":"a.example"}"#, 400, ["domains datatype_mismatch"]),
            (#"{"name":"A","health_score":"Sad"}"#, 400, ["health_score invalid_value"]),
            (#"{"name":"A","renewal_date":"2026-01-31T00:00:00Z"}"#, 400, ["renewal_date invalid_value"]),
            (#"{"name":"A","custom_fields":{"x":1}}"#, 400, ["custom_fields.x invalid_field"]),
            (#"{"name":"globex"}"#, 409, ["name duplicate_value"]),
        ])
    func refusals(body: String, status: Int, complaints: [String]) async throws {
        let answer = try await desk.call(.post, "companies", body)
        #expect(answer.status == status)
        #expect(try answer.complaints() == complaints)
        #expect(!answer.text.contains("user_id"))
    }

    @Test("a list shows what changed since a time, a page at a time, and knows no other parameter")
    func list() async throws {
        desk.clock.advance(by: .seconds(60))
        _ = try await desk.call(.put, "companies/70000555002", #"{"note":"x"}"#)
        #expect(try await desk.call(.get, "companies?updated_since=2025-06-02T12:01:00Z").ids() == [70_000_555_002])
        #expect(try await desk.call(.get, "companies?updated_since=2025-06-02T12:01:01Z").ids() == [])
        let first = try await desk.call(.get, "companies?per_page=1")
        #expect(try first.ids() == [70_000_555_001])
        #expect(
            first.headers["Link"] == #"<https://acme.freshdesk.com/api/v2/companies?per_page=1&page=2>; rel="next""#)
        for (query, complaint) in [
            ("_updated_since=2025-06-02", "_updated_since invalid_field"), ("name=x", "name invalid_field"),
            ("updated_since=x", "updated_since invalid_value"), ("per_page=101", "per_page invalid_value"),
        ] {
            #expect(try await desk.call(.get, "companies?\(query)").complaints() == [complaint])
        }
    }

    @Test("contacts belong to a company by its domains, and to none when it is gone")
    func companyOfContact() async throws {
        _ = try await desk.call(.post, "companies", #"{"name":"Hooli","domains":["hooli.example"]}"#)
        let contact = try await desk.call(.post, "contacts", #"{"name":"Zoe","email":"Zoe@Hooli.example"}"#).json
        #expect(contact["company_id"] == 70_000_555_003)
        #expect(contact["email"] == "zoe@hooli.example")
        let ticket = try await desk.ticket("zoe@hooli.example")
        #expect(try await desk.call(.get, "tickets/\(ticket)").json["company_id"] == 70_000_555_003)
        _ = try await desk.call(.delete, "companies/70000555003")
        let left = try await desk.call(.get, "contacts/70042000001").json
        #expect(left["company_id"] == .null)
        #expect(left["view_all_tickets"] == .null)
        #expect(try await desk.call(.get, "tickets/\(ticket)").json["company_id"] == .null)
    }

    @Test("a group and its members tell of each other")
    func group() async throws {
        let answer = try await desk.call(
            .post, "groups", #"{"name":"Night","agent_ids":[70040000022,70040000023],"escalate_to":70040000021}"#)
        #expect(answer.status == 201)
        let group = try answer.json
        #expect(group["id"] == 70_000_010_003)
        #expect(group["agent_ids"] == [70_040_000_022, 70_040_000_023])
        #expect(group["auto_ticket_assign"] == 0)
        #expect(group["unassigned_for"] == "30m")
        #expect(group["group_type"] == "support_agent_group")
        #expect(group["business_hour_id"] == .null)
        let member = try await desk.call(.get, "agents/70040000022").json["group_ids"]
        #expect(member == [70_000_010_001, 70_000_010_003])
        _ = try await desk.call(.put, "agents/70040000023", #"{"group_ids":[]}"#)
        #expect(try await desk.call(.get, "groups/70000010003").json["agent_ids"] == [70_040_000_022])
        let emptied = try await desk.call(.put, "groups/70000010003", #"{"agent_ids":[],"escalate_to":null}"#)
        #expect(try emptied.json["agent_ids"] == [])
        #expect(try emptied.json["escalate_to"] == .null)
        let id = try await desk.ticket()
        _ = try await desk.call(.put, "tickets/\(id)", #"{"group_id":70000010003}"#)
        #expect(try await desk.call(.delete, "groups/70000010003").status == 204)
        #expect(try await desk.call(.get, "tickets/\(id)").json["group_id"] == .null)
        #expect(try await desk.call(.get, "groups").ids() == [70_000_010_002, 70_000_010_001])
    }

    @Test(
        "wrong groups are refused",
        arguments: [
            ("{}", ["name missing_field"]), (#"{"name":"Billing"}"#, ["name duplicate_value"]),
            (#"{"name":"A","agent_ids":[1]}"#, ["agent_ids invalid_value"]),
            (#"{"name":"A","escalate_to":1}"#, ["escalate_to invalid_value"]),
            (#"{"name":"A","auto_ticket_assign":2}"#, ["auto_ticket_assign invalid_value"]),
            (#"{"name":"A","unassigned_for":"5m"}"#, ["unassigned_for invalid_value"]),
            (#"{"name":"A","business_hour_id":1}"#, ["business_hour_id invalid_field"]),
        ])
    func groupRefusals(body: String, complaints: [String]) async throws {
        #expect(try await desk.call(.post, "groups", body).complaints() == complaints)
    }

    @Test("a group's type is set once")
    func groupType() async throws {
        let field = try await desk.call(.post, "groups", #"{"name":"A","group_type":"field_agent_group"}"#)
        #expect(try field.json["group_type"] == "field_agent_group")
        let change = try await desk.call(.put, "groups/70000010003", #"{"group_type":"support_agent_group"}"#)
        #expect(try change.complaints() == ["group_type invalid_field"])
    }

    @Test("roles can only be read, and groups and roles only by administrators")
    func roles() async throws {
        let names = try await desk.call(.get, "roles").json.arrayValue?.map { $0["name"]?.stringValue }
        #expect(
            names == [
                "Account Administrator", "Administrator", "Agent", "Supervisor", "Ticket Collaborator",
                "Analytics Collaborator",
            ])
        let role = try await desk.call(.get, "roles/70000379706").json
        #expect(role["name"] == "Account Administrator")
        #expect(role["default"] == true)
        for method in [TransportRequest.Method.post, .put, .delete] {
            let path = method == .post ? "roles" : "roles/70000379706"
            #expect(try await desk.call(method, path, "{}").status == 405)
        }
        for path in ["roles", "roles/70000379706", "groups", "groups/70000010001"] {
            let answer = try await desk.call(.get, path, key: desk.sandbox.freshdesk.agentKey)
            #expect(answer.status == 403)
            #expect(try answer.json["code"] == "access_denied")
        }
        #expect(try await desk.call(.get, "companies", key: desk.sandbox.freshdesk.agentKey).status == 200)
    }
}
