import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Calls for many records in the Freshsales sandbox")
struct FreshsalesBulkSandboxTests {
    let caller = SandboxCaller(Sandbox.Options(clock: ManualClock()))

    @Test("a bulk upsert is a job, which is under way at first, and reports single failures in a text")
    func upsert() async throws {
        let answer = try await caller.freshsales(
            .post, "contacts/bulk_upsert",
            #"{"contacts":[{"id":"70050001001","data":{"city":"Oslo"}},"#
                + #"{"emails":"new@mail.example","data":{"first_name":"Noa"}},{"emails":"x@mail.example","data":{"email":""}},"#
                + #"{"shoes":1,"data":{}}]}"#)
        #expect(answer.status == 202)
        let address = try #require(try answer.json.text("job_status_url"))
        #expect(address.hasPrefix("https://acme.myfreshworks.com/crm/sales/api/job_statuses/"))
        let path = "job_statuses/" + (address.split(separator: "/").last ?? "")
        #expect(try await caller.freshsales(path).json.text("status") == "INPROGRESS")
        let job = try await caller.freshsales(path).json
        #expect(job.text("status") == "SUCCESS")
        let data = try JSONValue(parsing: Data(try #require(job.text("data")).utf8))
        #expect(data["record_status"]?.description == #"{"succeeded":2,"failed":2}"#)
        #expect(
            data["detailed_failure_report"]?.arrayValue?.first?.description
                == #"{"emails":"x@mail.example","message":"Email is invalid"}"#)
        #expect(try await caller.freshsales("contacts/70050001001").json["contact"]?.text("city") == "Oslo")
        let found = try await caller.freshsales("lookup?q=new%40mail.example&f=email&entities=contact").json
        #expect(found.value(at: ["contacts", "contacts"])?.arrayValue?.first?.text("first_name") == "Noa")
        #expect(try await caller.freshsales("job_statuses/none").status == 404)
    }

    @Test("more than a hundred, and bodies of another shape, are refused")
    func refusals() async throws {
        let many = Array(repeating: #"{"id":1,"data":{}}"#, count: 101).joined(separator: ",")
        for (path, body) in [
            ("contacts/bulk_upsert", #"{"contacts":[\#(many)]}"#), ("contacts/bulk_upsert", #"{"contacts":[]}"#),
            ("deals/bulk_upsert", #"{"contacts":[{"id":1,"data":{}}]}"#),
            ("deals/bulk_destroy", #"{"selected_ids":[]}"#),
            ("deals/bulk_destroy", #"{"selected_ids":["x"]}"#),
            ("contacts/bulk_assign_owner", #"{"selected_ids":[1]}"#),
            ("contacts/bulk_assign_owner", #"{"selected_ids":[1],"owner_id":1}"#),
        ] { #expect(try await caller.freshsales(.post, path, body).status == 400) }
        #expect(try await caller.freshsales(.post, "deals/bulk_assign_owner", "{}").status == 404)
    }

    @Test("records are moved to the bin, with what belongs to accounts if asked, and given to an owner")
    func ids() async throws {
        let assigned = try await caller.freshsales(
            .post, "contacts/bulk_assign_owner", #"{"selected_ids":[70050001001,"70050001002"],"owner_id":70010000003}"#
        )
        #expect(assigned.status == 200)
        #expect(try assigned.json.text("message") != nil)
        for id in [70_050_001_001, 70_050_001_002] {
            #expect(try await caller.freshsales("contacts/\(id)").json["contact"]?["owner_id"] == 70_010_000_003)
        }
        func isDeleted(_ path: String, _ root: String) async throws -> Bool {
            try await caller.freshsales(path).json[root]?["is_deleted"] == true
        }
        let one = #"{"selected_ids":[70060001001]}"#
        #expect(try await caller.freshsales(.post, "sales_accounts/bulk_destroy", one).status == 200)
        #expect(try await isDeleted("sales_accounts/70060001001", "sales_account"))
        #expect(try await isDeleted("contacts/70050001001", "contact") == false)
        let all = #"{"selected_ids":[70060001001],"delete_associated_contacts_deals":true}"#
        #expect(try await caller.freshsales(.post, "sales_accounts/bulk_destroy", all).status == 200)
        #expect(try await isDeleted("contacts/70050001001", "contact"))
        #expect(try await isDeleted("deals/70070001001", "deal"))
        #expect(try await isDeleted("deals/70070001002", "deal") == false)
    }
}
