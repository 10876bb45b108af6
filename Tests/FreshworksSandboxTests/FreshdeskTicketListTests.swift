import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Lists of tickets in the sandbox's Freshdesk")
struct FreshdeskTicketListTests {
    let desk = FreshdeskCaller()

    @Test("rows have no attachments and no description unless it is asked for")
    func rows() async throws {
        let row = try #require(try await desk.call(.get, "tickets?per_page=1").json.arrayValue?.first?.objectValue)
        for key in ["attachments", "associated_tickets_list", "description", "description_text", "stats", "requester"] {
            #expect(!row.keys.contains(key), "\(key)")
        }
        let more = try await desk.call(.get, "tickets?per_page=1&include=description,stats,requester")
        let full = try #require(try more.json.arrayValue?.first?.objectValue)
        for key in ["description", "description_text", "stats", "requester"] { #expect(full.keys.contains(key)) }
        #expect(!full.keys.contains("attachments"))
    }

    @Test(
        "each embed of a list costs two",
        arguments: [
            ("", "1"), ("?include=stats", "3"), ("?include=stats,requester", "5"),
            ("?include=stats,requester,description", "7"), ("?include=company", "3"),
            ("?include=company,stats,requester,description", "9"),
        ])
    func costs(query: String, cost: String) async throws {
        let answer = try await desk.call(.get, "tickets" + query)
        #expect(answer.status == 200)
        #expect(answer.headers["X-RateLimit-Used-CurrentRequest"] == cost)
        #expect(answer.headers["X-RateLimit-Remaining"] == String(700 - (Int(cost) ?? 0)))
    }

    @Test("a list is about one requester, however he is named")
    func requester() async throws {
        let id = try await desk.ticket("ana+x@mail.example")
        for query in ["requester_id=70042000001", "email=ana%2Bx@mail.example"] {
            #expect(try await desk.call(.get, "tickets?" + query).ids() == [id])
        }
        _ = try await desk.call(.put, "contacts/70042000001", #"{"unique_external_id":"crm-1"}"#)
        #expect(try await desk.call(.get, "tickets?unique_external_id=crm-1").ids() == [id])
        let unknown = try await desk.call(.get, "tickets?email=nobody@mail.example")
        #expect(unknown.status == 400)
        #expect(
            unknown.text
                == #"{"description":"Validation failed","errors":[{"field":"email","message":"There is no contact matching the given email","code":"invalid_value"}]}"#
        )
        #expect(try await desk.call(.get, "tickets?requester_id=5").complaints() == ["requester_id invalid_value"])
        #expect(try await desk.call(.get, "tickets?requester_id=x").complaints() == ["requester_id datatype_mismatch"])
        #expect(
            try await desk.call(.get, "tickets?requester_id=70042000001&email=ana%2Bx@mail.example").complaints()
                == ["email invalid_field"])
    }

    @Test("a list is about one company")
    func company() async throws {
        let rows = try await desk.call(.get, "tickets?company_id=70000555002&per_page=100").json.arrayValue ?? []
        #expect(rows.count > 5)
        #expect(rows.allSatisfy { $0["company_id"] == 70_000_555_002 })
        #expect(try await desk.call(.get, "tickets?company_id=7").complaints() == ["company_id invalid_value"])
    }

    @Test("the filters of the help desk")
    func filters() async throws {
        let id = try await desk.ticket()
        _ = try await desk.call(.put, "tickets/\(id)", #"{"responder_id":70040000022}"#)
        let open = try await desk.call(.get, "tickets?filter=new_and_my_open&per_page=100")
        let rows = try open.json.arrayValue ?? []
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0["status"] == 2 })
        #expect(rows.allSatisfy { $0["responder_id"] == .null || $0["responder_id"] == 70_040_000_021 })
        let hers = try await desk.call(
            .get, "tickets?filter=new_and_my_open&per_page=100", key: desk.sandbox.freshdesk.agentKey)
        #expect(try hers.ids().first == id)
        #expect(try await desk.call(.get, "tickets?filter=watching").text == "[]")
        #expect(try await desk.call(.get, "tickets?filter=all_tickets").complaints() == ["filter invalid_value"])
    }

    @Test(
        "what the list does not know is refused", arguments: ["status=2", "group_id=1", "query=x", "created_since=x"])
    func unknown(query: String) async throws {
        let name = query.prefix { $0 != "=" }
        #expect(try await desk.call(.get, "tickets?" + query).complaints() == ["\(name) invalid_field"])
    }

    @Test("the list ends with page 300")
    func ceiling() async throws {
        #expect(try await desk.call(.get, "tickets?page=300").status == 200)
        #expect(try await desk.call(.get, "tickets?page=301").complaints() == ["page invalid_value"])
        #expect(try await desk.call(.get, "contacts?page=301").status == 200)
    }

    @Test("a ticket of a list has its company embedded when that is asked for")
    func embeddedCompany() async throws {
        let ids = [try await desk.ticket("new@initech.example"), try await desk.ticket("new@mail.example")]
        let answer = try await desk.call(.get, "tickets?include=company&per_page=2")
        #expect(answer.status == 200)
        #expect(answer.headers["X-RateLimit-Used-CurrentRequest"] == "3")
        #expect(try answer.ids() == ids.reversed())
        let companies: [JSONValue] = try (answer.json.arrayValue ?? []).map { $0["company"] ?? .bool(false) }
        #expect(companies == [.null, ["id": 70_000_555_002, "name": "Initech"]])
    }
}
