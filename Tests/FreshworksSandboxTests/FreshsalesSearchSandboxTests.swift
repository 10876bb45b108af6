import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("The searches of the Freshsales sandbox")
struct FreshsalesSearchSandboxTests {
    let caller = SandboxCaller(Sandbox.Options(clock: ManualClock()))

    private func ids(_ path: String, _ rules: String, in list: String) async throws -> [JSONValue] {
        let answer = try await caller.freshsales(.post, "filtered_search/\(path)", #"{"filter_rule":[\#(rules)]}"#)
        #expect(answer.status == 200)
        return (try answer.json[list]?.arrayValue ?? []).compactMap { $0["id"] }
    }

    @Test("conditions all have to hold, and compare ids as numbers or texts")
    func conditions() async throws {
        _ = try await caller.freshsales(
            .post, "contacts",
            #"{"email":"one@mail.example","tags":["vip"],"owner_id":70010000002,"custom_field":{"cf_region":"North"}}"#)
        _ = try await caller.freshsales(
            .post, "contacts", #"{"email":"two@mail.example","tags":["old"],"owner_id":70010000002}"#)
        let one = JSONValue.number(70_200_500_001)
        let two = JSONValue.number(70_200_500_002)
        let owner = #"{"attribute":"owner_id","operator":"is_in","value":["70010000002"]}"#
        #expect(try await ids("contact", owner, in: "contacts") == [one, two])
        for (rule, found) in [
            (#"{"attribute":"contact_email.email","operator":"is_in","value":"TWO@mail.example"}"#, [two]),
            (#"{"attribute":"contact_email.email","operator":"equals","value":"one@mail.example"}"#, [one]),
            (#"{"attribute":"tags","operator":"is_in","value":["vip"]}"#, [one]),
            (#"{"attribute":"cf_region","operator":"is_in","value":["North"]}"#, [one]),
            (#"{"attribute":"updated_at","operator":"is_after","value":"2025-06-02T12:00:00Z"}"#, []),
            (#"{"attribute":"updated_at","operator":"is_after","value":"2025-06-02T11:59:59Z"}"#, [one, two]),
            (#"{"attribute":"updated_at","operator":"is_before","value":"2025-06-02T12:00:00Z"}"#, []),
            (#"{"attribute":"updated_at","operator":"is_before","value":"2025-06-02T12:00:01Z"}"#, [one, two]),
        ] {
            #expect(try await ids("contact", owner + "," + rule, in: "contacts") == found)
        }
        _ = try await caller.freshsales(.delete, "contacts/70200500001")
        #expect(try await ids("contact", owner, in: "contacts") == [two])
        let deleted = #",{"attribute":"deleted","operator":"is","value":1}"#
        #expect(try await ids("contact", owner + deleted, in: "contacts") == [one])
    }

    @Test("rows are thin unless something is included or details are asked for, and pages are not counted")
    func thin() async throws {
        let rule = #""filter_rule":[{"attribute":"owner_id","operator":"is_in","value":[70010000001]}]"#
        let plain = try await caller.freshsales(.post, "filtered_search/deal?per_page=3", "{\(rule)}").json
        let row = try #require(plain["deals"]?.arrayValue?.first)
        for key in ["custom_field", "owner_id", "deal_stage_id", "deal_pipeline_id"] { #expect(row[key] == nil) }
        #expect(plain["deals"]?.arrayValue?.count == 3)
        #expect(plain["meta"]?["total"]?.int64Value ?? 0 > 3)
        #expect(plain["meta"]?["total_pages"] == nil)
        let detailed = try await caller.freshsales(.post, "filtered_search/deal", #"{"detail":true,\#(rule)}"#).json
        #expect(detailed["deals"]?.arrayValue?.first?["custom_field"] == [:])
        let included = try await caller.freshsales(.post, "filtered_search/deal?include=owner", "{\(rule)}").json
        #expect(included["deals"]?.arrayValue?.first?["owner_id"] == 70_010_000_001)
        #expect(included["users"]?.arrayValue?.map { $0["id"] } == [70_010_000_001])
        let contacts = try await caller.freshsales(.post, "filtered_search/contact", "{\(rule)}").json
        #expect(contacts["contacts"]?.arrayValue?.first?["partial"] == true)
        // Pages, order and includes may stand in the body, too.
        let body = #"{"page":2,"per_page":2,"sort":"amount","sort_type":"desc","include":"owner",\#(rule)}"#
        let second = try await caller.freshsales(.post, "filtered_search/deal", body).json
        #expect(second["deals"]?.arrayValue?.count == 2)
        #expect(second["users"] != nil)
        let past = try await caller.freshsales(.post, "filtered_search/deal?page=99", "{\(rule)}").json
        #expect(past["deals"] == [])
    }

    @Test(
        "what is not documented is refused",
        arguments: [
            (#"{}"#, "The type for filter_rule is invalid."),
            (#"{"filter_rule":[]}"#, "The type for filter_rule is invalid."),
            (
                #"{"filter_rule":[{"attribute":"shoes","operator":"is_in","value":1}]}"#,
                "The attribute shoes is invalid."
            ),
            (
                #"{"filter_rule":[{"attribute":"city","operator":"contains","value":"L"}]}"#,
                "The operator contains is invalid."
            ),
            (
                #"{"filter_rule":[{"attribute":"created_at","operator":"is_after","value":"soon"}]}"#,
                "The value for created_at is invalid."
            ),
        ])
    func refusals(body: String, message: String) async throws {
        let answer = try await caller.freshsales(.post, "filtered_search/contact", body)
        #expect(answer.status == 400)
        #expect(answer.text == #"{"errors":{"code":400,"message":["\#(message)"]}}"#)
        #expect(try await caller.freshsales(.post, "filtered_search/shoe", body).status == 404)
    }

    @Test("a lookup nests its lists twice, compares exactly, and wants the field on each kind of record")
    func lookup() async throws {
        _ = try await caller.freshsales(.post, "contacts", #"{"email":"one@mail.example","mobile_number":"+33"}"#)
        _ = try await caller.freshsales(.post, "sales_accounts", #"{"name":"Acme"}"#)
        let mail = try await caller.freshsales("lookup?q=one%40mail.example&f=email&entities=contact").json
        #expect(mail.value(at: ["contacts", "contacts"])?.arrayValue?.map { $0["id"] } == [70_200_500_001])
        #expect(mail.value(at: ["contacts", "contacts"])?.arrayValue?.first?["custom_field"] != nil)
        let none = try await caller.freshsales("lookup?q=one&f=email&entities=contact").json
        #expect(none.value(at: ["contacts", "contacts"]) == [])
        let names = try await caller.freshsales("lookup?q=acme&f=name&entities=contact,sales_account,deal").json
        #expect(
            names.value(at: ["sales_accounts", "sales_accounts"])?.arrayValue?.map { $0["id"] } == [70_200_500_002])
        #expect(names.value(at: ["deals", "deals"]) == [])
        let number = try await caller.freshsales("lookup?q=%2B33&f=mobile_number&entities=contact").json
        #expect(number.value(at: ["contacts", "contacts"])?.arrayValue?.count == 1)
        let region = try await caller.freshsales("lookup?q=South&f=cf_region&entities=contact&include=owner").json
        #expect(region.value(at: ["contacts", "contacts"])?.arrayValue?.count == 10)
        #expect(region.value(at: ["contacts", "users"]) != nil)
        for query in [
            "q=x&f=email&entities=contact,deal", "q=x&f=shoes&entities=contact", "q=x&f=name&entities=shoe",
            "q=&f=name&entities=contact", "q=x&entities=contact",
        ] { #expect(try await caller.freshsales("lookup?" + query).status == 400) }
    }

    @Test("a search over all kinds answers a bare list of hits whose ids are texts")
    func search() async throws {
        _ = try await caller.freshsales(.post, "sales_accounts", #"{"name":"Zebra Works","owner_id":70010000002}"#)
        _ = try await caller.freshsales(
            .post, "deals", #"{"name":"Zebra renewal","amount":5,"sales_account_id":70200500001}"#)
        _ = try await caller.freshsales(
            .post, "contacts",
            #"{"email":"z@mail.example","last_name":"Zebra","sales_accounts":[{"id":70200500001,"is_primary":true}]}"#)
        let hits = try await caller.freshsales("search?q=zebra&include=contact,sales_account,deal,user").json
        #expect(hits.arrayValue?.map { $0["id"] } == ["70200500003", "70200500001", "70200500002"])
        #expect(hits.arrayValue?.map { $0["type"] } == ["contact", "sales_account", "deal"])
        let contact = try #require(hits.arrayValue?.first)
        #expect(contact["record_type_id"] == 71_000_000_001)
        #expect(contact["company_name"] == "Zebra Works")
        #expect(hits.arrayValue?[1]["owner"]?["id"] == 70_010_000_002)
        #expect(hits.arrayValue?[2]["stage_name"] == "New")
        #expect(try await caller.freshsales("search?q=zebra&include=deal").json.arrayValue?.count == 1)
        #expect(try await caller.freshsales("search?q=tools&include=sales_account").json.arrayValue?.count == 10)
        #expect(
            try await caller.freshsales("search?q=tools&include=sales_account&per_page=100").json.arrayValue?.count
                == 29)
        #expect(try await caller.freshsales("search?include=deal").status == 400)
        let people = try await caller.freshsales("search?q=acme.example&include=user").json
        #expect(people.arrayValue?.first?["type"] == "user")
    }
}
