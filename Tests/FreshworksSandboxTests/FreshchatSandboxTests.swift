import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Freshchat in the sandbox")
struct FreshchatSandboxTests {
    let clock: ManualClock
    let caller: SandboxCaller

    init() {
        clock = ManualClock()
        caller = SandboxCaller(Sandbox.Options(clock: clock))
    }

    @Test("the token has the shape of the real ones and proves the account")
    func configuration() async throws {
        let token = caller.sandbox.freshchat.apiToken
        #expect(token.count > 500)
        #expect(token.split(separator: ".").count == 3)
        #expect(token.contains("invented"))
        #expect(caller.sandbox.freshchat.baseURL.absoluteString == "https://acme.freshchat.com/v2")
        let answer = try await caller.freshchat("accounts/configuration")
        #expect(answer.status == 200)
        #expect(try answer.json["account_id"]?.int64Value == 1_450_000_000_000_000_007)
        #expect(try answer.json["account_domain"]?.stringValue == "acme.freshchat.com")
        let shared = try await caller.call(
            .get, "https://api.freshchat.com/v2/accounts/configuration", "bearer \(token)")
        #expect(shared.status == 200)
    }

    @Test("a missing or wrong token gets 401 before anything else is looked at")
    func unauthenticated() async throws {
        let token = caller.sandbox.freshchat.apiToken
        for value in [
            nil, "Bearer wrong", "Token token=\(token)", token, "Bearer", "Bearer  \(token)", basic("\(token):X"),
        ] {
            let answer = try await caller.call(.get, "https://acme.freshchat.com/v2/nothing", value)
            #expect(answer.status == 401)
            #expect(answer.text == #"{"code":401,"status":"UNAUTHENTICATED","message":"Authentication failed"}"#)
        }
    }

    @Test("there is one live token: a rotation kills the old one at once")
    func rotation() async throws {
        let old = caller.sandbox.freshchat.apiToken
        caller.sandbox.freshchat.rotateToken()
        let answer = try await caller.call(
            .get, "https://acme.freshchat.com/v2/accounts/configuration", "Bearer \(old)")
        #expect(answer.status == 401)
        #expect(try await caller.freshchat("accounts/configuration").status == 200)
        #expect(caller.sandbox.requests.map(\.credential) == [.revoked(revision: 1), .current(revision: 2)])
    }

    @Test("errors repeat the status and name a reason")
    func errors() async throws {
        #expect(
            try await caller.freshchat("nothing").text
                == #"{"code":404,"status":"NOT_FOUND","message":"resource not found"}"#)
        let wrong = try await caller.call(
            .delete, "https://acme.freshchat.com/v2/agents", "Bearer \(caller.sandbox.freshchat.apiToken)")
        #expect(wrong.status == 405)
        #expect(wrong.headers["Allow"] == "GET, POST")
        #expect(
            try await caller.freshchat("agents?page=3").text
                == #"{"code":400,"status":"WRONG_PAGE","message":"page does not exist in the result"}"#)
        let queries = [
            "page=0", "page=x", "items_per_page=51", "items_per_page=0", "sort_order=up", "sort_by=shoe",
            "is_deactivated=maybe",
        ]
        for query in queries {
            let answer = try await caller.freshchat("agents?" + query)
            #expect(answer.status == 400)
            #expect(try answer.json["status"]?.stringValue == "INVALID_VALUE")
        }
    }

    @Test("agents come in an envelope with counts and links relative to the host")
    func pages() async throws {
        let first = try await caller.freshchat("agents").json
        #expect(
            first["pagination"]?.description
                == #"{"total_items":25,"total_pages":2,"current_page":1,"items_per_page":20}"#)
        #expect(
            first["links"]?.description
                == #"{"next_page":{"href":"/v2/agents?page=2","rel":"agent","type":"GET"},"#
                + #""first_page":{"href":"/v2/agents?page=1","rel":"agent","type":"GET"},"#
                + #""last_page":{"href":"/v2/agents?page=2","rel":"agent","type":"GET"}}"#)
        #expect(first["agents"]?.arrayValue?.count == 20)
        let second = try await caller.freshchat("agents?page=2").json
        #expect(second["links"]?["next_page"] == nil)
        #expect(
            second.value(at: ["links", "previous_page", "href"])?.stringValue == "/v2/agents?page=1")
        #expect(second["agents"]?.arrayValue?.count == 5)
        let ids = [first, second].flatMap { $0["agents"]?.arrayValue ?? [] }.compactMap { $0["id"]?.stringValue }
        #expect(Set(ids).count == 25)
        #expect(ids[0].wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }

    @Test("agents are filtered and sorted")
    func filters() async throws {
        let retired = try await caller.freshchat("agents?is_deactivated=true").json
        #expect(retired["pagination"]?["total_items"]?.int64Value == 2)
        let sorted = try await caller.freshchat("agents?sort_by=email&sort_order=desc&items_per_page=50").json
        let emails = (sorted["agents"]?.arrayValue ?? []).compactMap { $0["email"]?.stringValue }
        #expect(emails.count == 25)
        #expect(emails == emails.sorted(by: >))
    }

    @Test("three headers tell the limit on every answer; 429 uses the usual error body", arguments: [true, false])
    func rates(sendsRetryAfter: Bool) async throws {
        let caller = SandboxCaller(
            Sandbox.Options(clock: clock, freshchatCallsPerMinute: 1, freshchatSendsRetryAfter: sendsRetryAfter))
        let first = try await caller.freshchat("accounts/configuration")
        #expect(first.headers["X-RateLimit-Limit"] == "1")
        #expect(first.headers["X-RateLimit-Remaining"] == "0")
        #expect(first.headers["X-RateLimit-Reset"] == "1748865660")
        #expect(first.headers["X-Trace-ID"] == "00000000-0000-4000-8000-000000000001")
        clock.advance(by: .seconds(20))
        let second = try await caller.freshchat("accounts/configuration")
        #expect(second.status == 429)
        #expect(second.text == #"{"code":429,"status":"TOO_MANY_REQUESTS","message":"Too many requests"}"#)
        #expect(second.headers["X-RateLimit-Remaining"] == "0")
        #expect(second.headers["Retry-After"] == (sendsRetryAfter ? "40" : nil))
        clock.advance(by: .seconds(40))
        #expect(try await caller.freshchat("accounts/configuration").status == 200)
    }
}
