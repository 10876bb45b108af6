import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Freshsales records in the sandbox")
struct FreshsalesRecordSandboxTests {
    let clock: ManualClock
    let caller: SandboxCaller

    init() {
        clock = ManualClock()
        caller = SandboxCaller(Sandbox.Options(clock: clock))
    }

    @Test("a contact is created, read, changed, deleted into the bin and forgotten")
    func contact() async throws {
        let created = try await caller.freshsales(
            .post, "contacts?include=sales_accounts,owner",
            #"{"contact":{"first_name":"Ines","last_name":"Moreau","email":"ines@example.com","#
                + #""mobile_number":"+33600000001","tags":["vip"],"custom_field":{"cf_region":"South"},"#
                + #""owner_id":70010000002,"sales_accounts":[{"id":70060001001,"is_primary":true}],"#
                + #""lead_score":99,"id":1,"colour":"red"}}"#)
        #expect(created.status == 201)
        let contact = try #require(try created.json["contact"])
        let id = try #require(contact["id"]?.int64Value)
        #expect(id == 70_200_500_001)
        #expect(contact.text("display_name") == "Ines Moreau")
        // Read-only and unknown keys are ignored.
        #expect(contact["lead_score"] == 0)
        #expect(contact["colour"] == nil)
        #expect(contact.text("created_at") == "2025-06-02T17:30:00+05:30")
        #expect(contact["mcr_id"]?.int64Value == 1_450_000_000_000_500_001)
        #expect(contact.text("open_deals_amount") == "0.0")
        let emails = try #require(contact["emails"]?.arrayValue)
        #expect(emails.map { $0.text("value") } == ["ines@example.com"])
        #expect(emails[0]["is_primary"] == true)
        let account = try #require(contact["sales_accounts"]?.arrayValue?.first)
        #expect(account["partial"] == true)
        #expect(account["id"] == 70_060_001_001)
        #expect(account["is_primary"] == true)
        #expect(try created.json.value(at: ["users"])?.arrayValue?.map { $0["id"] } == [70_010_000_002])

        let read = try await caller.freshsales("contacts/\(id)")
        #expect(read.status == 200)
        #expect(try read.json.objectValue?.keys == ["contact"])
        #expect(try read.json["contact"]?["owner_id"] == 70_010_000_002)
        #expect(try read.json["contact"]?["sales_account_id"] == 70_060_001_001)
        #expect(try read.json["contact"]?["sales_accounts"] == nil)
        #expect(
            try read.json.value(at: ["contact", "links", "notes"])
                == "/crm/sales/contacts/70200500001/notes?include=creater")

        clock.advance(by: .seconds(5))
        let changed = try await caller.freshsales(
            .put, "contacts/\(id)",
            #"{"contact":{"job_title":"Buyer","mobile_number":null,"tags":[],"custom_field":{"cf_size":3}}}"#)
        #expect(changed.status == 200)
        let after = try #require(try changed.json["contact"])
        #expect(after.text("email") == "ines@example.com")
        #expect(after["mobile_number"] == .null)
        #expect(after["tags"] == [])
        #expect(after["custom_field"]?.description == #"{"cf_region":"South","cf_size":3}"#)
        #expect(after.text("updated_at") == "2025-06-02T17:30:05+05:30")

        let deleted = try await caller.freshsales(.delete, "contacts/\(id)")
        #expect(deleted.status == 204)
        #expect(deleted.text.isEmpty)
        #expect(try await caller.freshsales("contacts/\(id)").json["contact"]?["is_deleted"] == true)
        let bin = try await caller.freshsales("contacts/view/70000000104?per_page=100").json["contacts"]?.arrayValue
        #expect(bin?.contains { $0["id"]?.int64Value == id } == true)
        #expect(try await caller.freshsales(.delete, "contacts/\(id)/forget").status == 204)
        for answer in [
            try await caller.freshsales("contacts/\(id)"), try await caller.freshsales(.put, "contacts/\(id)", "{}"),
            try await caller.freshsales(.delete, "contacts/\(id)"), try await caller.freshsales("deals/1"),
            try await caller.freshsales("sales_accounts/x"),
        ] {
            #expect(answer.status == 404)
            #expect(answer.text == #"{"errors":{"code":404,"message":["The record does not exist."]}}"#)
        }
    }

    @Test("unwrapped attributes are taken, a list of addresses has a primary one")
    func spellings() async throws {
        let bare = try await caller.freshsales(.post, "contacts", #"{"emails":"bare@example.com"}"#)
        #expect(bare.status == 201)
        #expect(try bare.json["contact"]?.text("display_name") == "bare@example.com")
        let listed = try await caller.freshsales(
            .post, "contacts",
            #"{"contact":{"emails":[{"value":"a@example.com","is_primary":false},"#
                + #"{"value":"b@example.com","is_primary":true}]}}"#)
        let contact = try #require(try listed.json["contact"])
        #expect(contact.text("email") == "b@example.com")
        #expect(contact.texts("emails", "value") == ["a@example.com", "b@example.com"])
        let id = try #require(contact["id"]?.int64Value)
        let more = try await caller.freshsales(
            .put, "contacts/\(id)",
            #"{"contact":{"emails":[{"value":"a@example.com","_destroy":true},"#
                + #"{"value":"c@example.com","is_primary":true}],"phone_numbers":[{"value":"+33600000002"}]}}"#)
        let changed = try #require(try more.json["contact"])
        #expect(changed.texts("emails", "value") == ["b@example.com", "c@example.com"])
        #expect(changed["emails"]?.arrayValue?.map { $0["is_primary"] } == [false, true])
        #expect(changed.text("email") == "c@example.com")
        #expect(changed.texts("phone_numbers", "value") == ["+33600000002"])
        let plain = try await caller.freshsales(.put, "contacts/\(id)", #"{"email":"d@example.com"}"#).json
        #expect(plain["contact"]?.texts("emails", "value") == ["b@example.com", "d@example.com"])
        let cleared = try await caller.freshsales(.put, "contacts/\(id)", #"{"email":null}"#).json
        #expect(cleared["contact"]?["email"] == .null)
        #expect(cleared["contact"]?["emails"] == [])
        #expect(try await caller.freshsales(.post, "contacts", #"{"mobile_number":"+33600000001"}"#).status == 201)
    }

    @Test(
        "a record that the documentation does not allow is refused",
        arguments: [
            ("contacts", "", "The body is not a JSON object."), ("contacts", "[1]", "The body is not a JSON object."),
            ("contacts", #"{"contact":"Ines"}"#, "The type for contact is invalid."),
            ("contacts", #"{"contact":{"first_name":"Ines"}}"#, "Email or mobile number is required"),
            ("contacts", #"{"contact":{"email":"","mobile_number":"+33"}}"#, "Email is invalid"),
            ("contacts", #"{"contact":{"email":"a@b.c","tags":"vip"}}"#, "The type for tags is invalid."),
            ("contacts", #"{"contact":{"email":"a@b.c","owner_id":"7"}}"#, "The type for owner_id is invalid."),
            ("contacts", #"{"contact":{"email":"a@b.c","owner_id":7}}"#, "The value for owner_id is invalid."),
            ("contacts", #"{"contact":{"email":"a@b.c","custom_field":[]}}"#, "The type for custom_field is invalid."),
            (
                "contacts", #"{"contact":{"email":"a@b.c","sales_accounts":70060001001}}"#,
                "The type for sales_accounts is invalid."
            ),
            (
                "contacts", #"{"contact":{"email":"a@b.c","sales_accounts":[{"id":70060001001}]}}"#,
                "The type for sales_accounts is invalid."
            ),
            (
                "contacts", #"{"contact":{"email":"a@b.c","sales_accounts":[{"id":5,"is_primary":true}]}}"#,
                "The value for sales_accounts is invalid."
            ),
            ("sales_accounts", "{}", "Name can't be blank"),
            ("sales_accounts", #"{"sales_account":{"name":" "}}"#, "Name can't be blank"),
            ("deals", #"{"deal":{"amount":5}}"#, "Name can't be blank"),
            ("deals", #"{"deal":{"name":"x"}}"#, "Amount can't be blank"),
            ("deals", #"{"deal":{"name":"x","amount":"5.0"}}"#, "The type for amount is invalid."),
            ("deals", #"{"deal":{"name":"x","amount":5,"probability":101}}"#, "The type for probability is invalid."),
            (
                "deals", #"{"deal":{"name":"x","amount":5,"expected_close":"31.12.2025"}}"#,
                "The type for expected_close is invalid."
            ),
            (
                "deals",
                #"{"deal":{"name":"x","amount":5,"deal_stage_id":70000000405,"deal_pipeline_id":70000000301}}"#,
                "The deal stage does not belong to the pipeline."
            ),
        ])
    func refusals(path: String, body: String, message: String) async throws {
        let answer = try await caller.freshsales(.post, path, body)
        #expect(answer.status == 400)
        #expect(answer.text == #"{"errors":{"code":400,"message":["\#(message)"]}}"#)
    }

    @Test("addresses and account names are unique among what is not deleted")
    func duplicates() async throws {
        let contact = #"{"contact":{"email":"INES@example.com"}}"#
        _ = try await caller.freshsales(.post, "contacts", #"{"contact":{"email":"ines@example.com"}}"#)
        let second = try await caller.freshsales(.post, "contacts", contact)
        #expect(second.status == 400)
        #expect(second.text == #"{"errors":{"code":400,"message":["Email is not unique"],"error_code":3002}}"#)
        #expect(try await caller.freshsales(.put, "contacts/70050001001", contact).status == 400)
        _ = try await caller.freshsales(.delete, "contacts/70200500001")
        #expect(try await caller.freshsales(.post, "contacts", contact).status == 201)
        _ = try await caller.freshsales(.post, "sales_accounts", #"{"sales_account":{"name":"Acme"}}"#)
        let account = try await caller.freshsales(.post, "sales_accounts", #"{"sales_account":{"name":"acme"}}"#)
        #expect(account.text == #"{"errors":{"code":400,"message":["Name has already been taken"]}}"#)
    }

    @Test("an upsert changes what it finds with 200 and creates what it does not find with 201")
    func upsert() async throws {
        let body = #"{"unique_identifier":{"emails":"new@example.com"},"contact":{"first_name":"Noa"}}"#
        let created = try await caller.freshsales(.post, "contacts/upsert", body)
        #expect(created.status == 201)
        #expect(try created.json["contact"]?.text("email") == "new@example.com")
        let updated = try await caller.freshsales(
            .post, "contacts/upsert",
            #"{"unique_identifier":{"emails":"NEW@example.com"},"contact":{"last_name":"Berg"}}"#)
        #expect(updated.status == 200)
        #expect(try updated.json["contact"]?.text("display_name") == "Noa Berg")
        #expect(try updated.json["contact"]?["id"] == created.json["contact"]?["id"])
        let byID = try await caller.freshsales(
            .post, "contacts/upsert",
            #"{"unique_identifier":{"id":70050001002},"contact":{"external_id":"crm-77"}}"#)
        #expect(byID.status == 200)
        let byOwnKey = try await caller.freshsales(
            .post, "contacts/upsert",
            #"{"unique_identifier":{"external_id":"crm-77"},"contact":{"city":"Oslo"}}"#)
        #expect(try byOwnKey.json["contact"]?["id"] == 70_050_001_002)
        for body in [
            #"{"contact":{"first_name":"Noa"}}"#, #"{"unique_identifier":{},"contact":{}}"#,
            #"{"unique_identifier":{"city":"Oslo"},"contact":{}}"#,
            #"{"unique_identifier":{"emails":"x@example.com"}}"#,
        ] {
            #expect(try await caller.freshsales(.post, "contacts/upsert", body).status == 400)
        }
    }

    @Test("a clone has a new id and no unique values but those it is given")
    func clone() async throws {
        let plain = try await caller.freshsales(
            .post, "contacts/70050001001/clone", #"{"contact":{"mobile_number":"+33600000009"}}"#)
        #expect(plain.status == 201)
        let copy = try #require(try plain.json["contact"])
        #expect(copy["id"] == 70_200_500_001)
        #expect(copy.text("job_title") == "Buyer")
        #expect(copy["email"] == .null)
        let named = try await caller.freshsales(
            .post, "contacts/70050001001/clone", #"{"contact":{"email":"copy@example.com","job_title":null}}"#)
        #expect(try named.json["contact"]?.text("email") == "copy@example.com")
        #expect(try named.json["contact"]?["job_title"] == .null)
        #expect(try await caller.freshsales(.post, "contacts/1/clone", "{}").status == 404)
    }

    @Test("accounts show their owner always; deletion answers true")
    func account() async throws {
        let rows = try await caller.freshsales("sales_accounts/view/70000000111").json
        #expect(rows["meta"]?.description == #"{"total_pages":2,"total":29}"#)
        #expect(rows["sales_accounts"]?.arrayValue?.first?["owner_id"] == 70_010_000_001)
        let created = try await caller.freshsales(
            .post, "sales_accounts",
            #"{"sales_account":{"name":"Acme","annual_revenue":250000.5,"parent_sales_account_id":70060001001}}"#)
        #expect(created.status == 201)
        #expect(try created.json["sales_account"]?["annual_revenue"] == 250000.5)
        let path = "sales_accounts/70200500001"
        let included = try await caller.freshsales(path + "?include=parent_sales_account,contacts,owner").json
        #expect(included["sales_accounts"]?.arrayValue?.map { $0["id"] } == [70_060_001_001])
        #expect(included["sales_account"]?["contact_ids"] == [])
        #expect(included["contacts"] == [])
        #expect(included["sales_account"]?["owner_id"] == .null)
        #expect(included["users"] == [])
        let blank = try await caller.freshsales(.put, path, #"{"name":""}"#)
        #expect(blank.text == #"{"errors":{"code":400,"message":["Name can't be blank"]}}"#)
        let deleted = try await caller.freshsales(.delete, path)
        #expect(deleted.status == 200)
        #expect(deleted.text == "true")
        #expect(try await caller.freshsales("sales_accounts").status == 403)
        #expect(try await caller.freshsales("deals").status == 403)
    }

    @Test("a deal takes the first stage, is closed by a won or lost one, and counts where it belongs")
    func deal() async throws {
        let account = try await caller.freshsales(.post, "sales_accounts", #"{"name":"Acme"}"#).json
        let accountID = try #require(account["sales_account"]?["id"]?.int64Value)
        let created = try await caller.freshsales(
            .post, "deals",
            #"{"deal":{"name":"Acme - renewal","amount":1500,"sales_account_id":\#(accountID),"#
                + #""contacts_added_list":[70050001050]}}"#)
        #expect(created.status == 201)
        let deal = try #require(try created.json["deal"])
        let id = try #require(deal["id"]?.int64Value)
        #expect(deal.text("amount") == "1500.0")
        #expect(deal.text("expected_deal_value") == "600.0")
        #expect(deal["deal_pipeline_id"] == 70_000_000_301)
        #expect(deal["deal_stage_id"] == 70_000_000_401)
        #expect(deal["probability"] == 40)
        #expect(deal["closed_date"] == .null)
        func rollups(_ path: String, _ root: String) async throws -> [String?] {
            let record = try await caller.freshsales(path).json[root]
            return ["open_deals_amount", "won_deals_amount"].map { record?[$0]?.stringValue }
        }
        #expect(try await rollups("sales_accounts/\(accountID)", "sales_account") == ["1500.0", "0.0"])
        #expect(try await rollups("contacts/70050001050", "contact") == ["1500.0", "0.0"])

        let won = try await caller.freshsales(.put, "deals/\(id)", #"{"deal":{"deal_stage_id":70000000403}}"#)
        #expect(try won.json["deal"]?["probability"] == 100)
        #expect(try won.json["deal"]?.text("closed_date") == "2025-06-02")
        #expect(try won.json["deal"]?.text("amount") == "1500.0")
        #expect(try await rollups("sales_accounts/\(accountID)", "sales_account") == ["0.0", "1500.0"])
        let lost = try await caller.freshsales(.put, "deals/\(id)", #"{"deal":{"deal_stage_id":70000000404}}"#)
        #expect(try lost.json["deal"]?["probability"] == 0)
        let other = try await caller.freshsales(.put, "deals/\(id)", #"{"deal":{"deal_pipeline_id":70000000302}}"#)
        #expect(try other.json["deal"]?["deal_stage_id"] == 70_000_000_405)
        #expect(try other.json["deal"]?["closed_date"] == .null)

        let included = try await caller.freshsales("deals/\(id)?include=contacts,sales_account,deal_stage,currency")
            .json
        #expect(included["deal"]?["contact_ids"] == [70_050_001_050])
        #expect(included["contacts"]?.arrayValue?.first?["partial"] == true)
        #expect(included["sales_accounts"]?.arrayValue?.first?["partial"] == true)
        #expect(included["deal_stages"]?.arrayValue?.first?.text("name") == "Renewal")
        #expect(included["deal"]?["currency_id"] == 70_000_000_501)
        #expect(try await caller.freshsales(.delete, "contacts/70050001050/forget").status == 204)
        #expect(try await caller.freshsales("deals/\(id)?include=contacts").json["deal"]?["contact_ids"] == [])
        #expect(try await caller.freshsales(.delete, "deals/\(id)").text == "true")
        #expect(try await rollups("sales_accounts/\(accountID)", "sales_account") == ["0.0", "0.0"])
    }

    @Test("lines, prices and a document's products are written by calls that include them, and dropped by others")
    func lines() async throws {
        func write(_ method: TransportRequest.Method, _ path: String, _ body: String) async throws -> JSONValue {
            let answer = try await caller.freshsales(method, path, body)
            #expect(answer.status == (method == .post ? 201 : 200))
            return try #require(try answer.json.objectValue?.first { $0.value.objectValue != nil }?.value)
        }
        let dropped = try await write(.put, "deals/70070001001", #"{"deal":{"products":[{"id":5}]}}"#)
        #expect(dropped["products"] == .null)
        #expect(dropped["has_products"] == false)
        let kept = try await write(.put, "deals/70070001001?include=products", #"{"deal":{"products":[{"id":5}]}}"#)
        #expect(kept["products"] == [["id": 5]])
        #expect(kept["has_products"] == true)
        let after = try await write(.put, "deals/70070001001", #"{"deal":{"products":[],"amount":2}}"#)
        #expect(after["products"] == .null)
        #expect(after["has_products"] == true)
        let bad = try await caller.freshsales(
            .put, "deals/70070001001?include=products", #"{"deal":{"products":[{"name":"Chair"}]}}"#)
        #expect(bad.status == 400)
        let product = try await write(
            .post, "cpq/products", #"{"product":{"name":"Chair","product_pricings":[{"unit_price":5}]}}"#)
        let price = "cpq/products/\(product["id"] ?? .null)"
        #expect(
            try await caller.freshsales(price + "?include=product_pricings").json["product"]?["product_pricings"] == [])
        let document = try await write(.post, "cpq/cpq_documents", #"{"cpq_document":{"products":[{"id":5}]}}"#)
        let quote = "cpq/cpq_documents/\(document["id"] ?? .null)?include=products"
        #expect(try await caller.freshsales(quote).json["cpq_document"]?["products"] == [])
        #expect(try await write(.put, quote, #"{"cpq_document":{"products":[{"id":5}]}}"#)["products"] == [["id": 5]])
    }

    @Test("views of deals leave associations out unless included, and sort money as numbers")
    func dealViews() async throws {
        let names = try await caller.freshsales("deals/filters").json.texts("filters", "name")
        #expect(names == ["Open Deals", "Won Deals", "Lost Deals", "My Deals", "Recycle Bin"])
        let plain = try await caller.freshsales("deals/view/70000000121?sort=amount&sort_type=asc&per_page=100").json
        let rows = try #require(plain["deals"]?.arrayValue)
        for key in ["owner_id", "deal_reason_id", "sales_account_id", "contact_ids"] {
            #expect(rows.allSatisfy { $0[key] == nil })
        }
        let amounts = rows.compactMap { Double($0.text("amount") ?? "") }
        #expect(amounts.count == rows.count)
        #expect(amounts == amounts.sorted())
        #expect(Set(amounts).count > 3)
        let included = try await caller.freshsales("deals/view/70000000121?include=owner,deal_reason").json
        #expect(included["deals"]?.arrayValue?.allSatisfy { $0["owner_id"]?.int64Value != nil } == true)
        #expect(included["deals"]?.arrayValue?.first?["deal_reason_id"] == .null)
        #expect(included["users"]?.arrayValue?.count == 2)
        #expect(included["deal_reasons"] == [])
        #expect(try await caller.freshsales("deals/view/70000000101").status == 404)
    }

    @Test("contacts bring what is included")
    func includes() async throws {
        let words = "owner,source,contact_status,lifecycle_stage,sales_accounts,deals,tasks,nonsense"
        let json = try await caller.freshsales("contacts/70050001001?include=" + words).json
        #expect(json["contact"]?["contact_status_id"] == 70_000_000_631)
        #expect(json["contact_status"]?.arrayValue?.first?.text("name") == "New")
        #expect(json["lifecycle_stages"]?.arrayValue?.first?.text("type") == "Lead")
        #expect(json["contact"]?["lead_source_id"] == .null)
        #expect(json["lead_source"] == [])
        #expect(json["contact"]?["deal_ids"] == [70_070_001_001])
        #expect(json["deals"]?.arrayValue?.first?["partial"] == true)
        #expect(json["contact"]?["task_ids"] == [])
        #expect(json["tasks"] == [])
        #expect(json["contact"]?["sales_accounts"]?.arrayValue?.first?["id"] == 70_060_001_001)
    }

    @Test("selectors list the choices without totals")
    func selectors() async throws {
        let owners = try await caller.freshsales("selector/owners").json
        #expect(owners.objectValue?.keys == ["users"])
        #expect(owners["users"]?.arrayValue?.map { $0["id"] } == [70_010_000_001, 70_010_000_002, 70_010_000_003])
        for name in [
            "territories", "lead_sources", "campaigns", "contact_statuses", "lifecycle_stages", "deal_pipelines",
            "deal_stages", "deal_types", "deal_reasons", "deal_products", "deal_payment_statuses", "industry_types",
            "business_types", "currencies", "sales_activity_types", "sales_activity_outcomes",
            "sales_activity_entity_types",
        ] {
            let answer = try await caller.freshsales("selector/" + name)
            #expect(answer.status == 200)
            #expect(try answer.json.objectValue?.keys == [name])
            #expect(try answer.json[name]?.arrayValue?.allSatisfy { $0["id"]?.int64Value != nil } == true)
        }
        let statuses = try await caller.freshsales("selector/contact_statuses").json
        #expect(
            statuses["contact_statuses"]?.arrayValue?.last?.description
                == #"{"partial":true,"id":70000000633,"name":"Won","position":3,"forecast_type":"Closed Won","#
                + #""lifecycle_stage_id":70000000643}"#)
        let stages = try await caller.freshsales("selector/deal_pipelines/70000000302/deal_stages").json
        #expect(stages.texts("deal_stages", "name") == ["Renewal", "Renewed"])
        #expect(
            try await caller.freshsales("selector/sales_activity_types/70000000721/sales_activity_outcomes").status
                == 200)
        #expect(try await caller.freshsales("selector/deal_pipelines/1/deal_stages").status == 404)
        #expect(try await caller.freshsales("selector/shoes").text.hasPrefix("<!DOCTYPE html>"))
    }
}
