import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Freshsales in the sandbox")
struct FreshsalesSandboxTests {
    let clock: ManualClock
    let caller: SandboxCaller

    init() {
        clock = ManualClock()
        caller = SandboxCaller(Sandbox.Options(clock: clock))
    }

    @Test("filters prove the key and name the views")
    func filters() async throws {
        let answer = try await caller.freshsales("contacts/filters")
        #expect(answer.status == 200)
        let names = try answer.json["filters"]?.arrayValue?.compactMap { $0["name"]?.stringValue }
        #expect(names == ["All Contacts", "My Contacts", "New Contacts", "Recycle Bin"])
        #expect(caller.sandbox.freshsales.apiKey.hasPrefix("invented_"))
        #expect(
            caller.sandbox.freshsales.baseURL.absoluteString == "https://acme.myfreshworks.com/crm/sales/api")
        let alias = try await caller.call(
            .get, "https://acme.freshworks.com/crm/sales/api/contacts/filters",
            "Token token=\(caller.sandbox.freshsales.apiKey)")
        #expect(alias.status == 200)
    }

    @Test("a missing or wrong key gets 401 before the path is looked at")
    func unauthenticated() async throws {
        let key = caller.sandbox.freshsales.apiKey
        let values = [
            nil, "Token token=wrong", "Token \(key)", "Bearer \(key)", #"Token token="\#(key)""#, basic("\(key):X"),
            "Token token=", "token=\(key)",
        ]
        for value in values {
            let answer = try await caller.call(.get, "https://acme.myfreshworks.com/crm/sales/api/nothing", value)
            #expect(answer.status == 401)
            #expect(answer.text == #"{"login":"failed","message":null}"#)
        }
        caller.sandbox.freshsales.rotateKey()
        let old = try await caller.call(
            .get, "https://acme.myfreshworks.com/crm/sales/api/contacts/filters", "Token token=\(key)")
        #expect(old.status == 401)
        #expect(try await caller.freshsales("contacts/filters").status == 200)
    }

    @Test("unknown paths and verbs get a web page, an unknown view an error object, contacts without a view 403")
    func errors() async throws {
        let unknown = try await caller.freshsales("nothing")
        #expect(unknown.status == 404)
        #expect(unknown.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(unknown.text.hasPrefix("<!DOCTYPE html>"))
        let wrong = try await caller.call(
            .patch, "https://acme.myfreshworks.com/crm/sales/api/contacts/filters",
            "Token token=\(caller.sandbox.freshsales.apiKey)")
        #expect(wrong.status == 404)
        let view = try await caller.freshsales("contacts/view/1")
        #expect(view.status == 404)
        #expect(view.text == #"{"errors":{"code":404,"message":["The view does not exist."]}}"#)
        let list = try await caller.freshsales("contacts")
        #expect(list.status == 403)
        #expect(list.text == #"{"errors":{"code":403,"message":["You are not authorised for this action."]}}"#)
    }

    @Test("a view lists 25 to a page with totals under meta, and nothing after the end")
    func pages() async throws {
        var ids: [Int64] = []
        for (page, count) in [(1, 25), (2, 25), (3, 7), (4, 0)] {
            let json = try await caller.freshsales("contacts/view/70000000101?page=\(page)").json
            let rows = try #require(json["contacts"]?.arrayValue)
            #expect(rows.count == count)
            #expect(json["meta"]?.description == #"{"total_pages":3,"total":57}"#)
            ids += rows.compactMap { $0["id"] }
        }
        #expect(ids.first == 70_050_001_001)
        #expect(Set(ids).count == 57)
        let large = try await caller.freshsales("contacts/view/70000000101?per_page=500&colour=red").json
        #expect(large["contacts"]?.arrayValue?.count == 57)
        let odd = try await caller.freshsales("contacts/view/70000000101?page=x&per_page=-3").json
        #expect(odd["contacts"]?.arrayValue?.count == 1)
        let deleted = try await caller.freshsales("contacts/view/70000000104").json
        #expect(deleted["meta"]?["total"]?.int64Value == 3)
    }

    @Test("rows leave out the owner unless it is included, and show times in the account's zone")
    func rows() async throws {
        let plain = try await caller.freshsales("contacts/view/70000000101").json
        let row = try #require(plain["contacts"]?.arrayValue?.first)
        #expect(row["owner_id"] == nil)
        // 60 contacts, one every six hours before 2025-06-02T12:00:00Z.
        #expect(row["created_at"]?.stringValue == "2025-05-18T17:30:00+05:30")
        #expect(row["mcr_id"]?.int64Value == 1_450_000_000_000_001_001)
        let included = try await caller.freshsales("contacts/view/70000000102?include=owner").json
        let owners = (included["contacts"]?.arrayValue ?? []).compactMap { $0["owner_id"]?.int64Value }
        #expect(Set(owners) == [70_010_000_001])
        #expect(included["users"]?.arrayValue?.first?["id"]?.int64Value == 70_010_000_001)
        let sorted = try await caller.freshsales("contacts/view/70000000101?sort=lead_score&sort_type=asc").json
        let scores = (sorted["contacts"]?.arrayValue ?? []).compactMap { $0["lead_score"]?.int64Value }
        #expect(scores == scores.sorted())
    }

    @Test("field settings list the fields, with groups when asked")
    func fields() async throws {
        let plain = try await caller.freshsales("settings/contacts/fields").json
        #expect(plain["fields"]?.arrayValue?.count == 5)
        #expect(plain["field_groups"] == nil)
        let grouped = try await caller.freshsales("settings/contacts/fields?include=field_group").json
        #expect(grouped["field_groups"]?.arrayValue?.count == 1)
    }

    @Test("the limit counts per hour of the clock; the reset time is spelled DDMMYYHHMMSS", arguments: [true, false])
    func rates(sendsRetryAfter: Bool) async throws {
        let caller = SandboxCaller(
            Sandbox.Options(clock: clock, freshsalesCallsPerHour: 1, freshsalesSendsRetryAfter: sendsRetryAfter))
        clock.advance(by: .seconds(600))
        let first = try await caller.freshsales("contacts/filters")
        #expect(first.headers["x-ratelimit-limit"] == "1")
        #expect(first.headers["x-ratelimit-remaining"] == "0")
        #expect(first.headers["x-ratelimit-reset"] == "020625130000")
        let second = try await caller.freshsales("contacts/filters")
        #expect(second.status == 429)
        #expect(
            second.text == #"{"errors":{"code":429,"message":["You have exceeded the limit of requests per hour"]}}"#)
        #expect(second.headers["Retry-After"] == (sendsRetryAfter ? "3000" : nil))
        clock.advance(by: .seconds(3000))
        #expect(try await caller.freshsales("contacts/filters").status == 200)
    }
}
