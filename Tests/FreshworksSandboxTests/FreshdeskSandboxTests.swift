import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Freshdesk in the sandbox")
struct FreshdeskSandboxTests {
    let clock: ManualClock
    let caller: SandboxCaller

    init() {
        clock = ManualClock()
        caller = SandboxCaller(Sandbox.Options(clock: clock))
    }

    static let refusal =
        #"{"code":"invalid_credentials","message":"You have to be logged in to perform this action."}"#

    @Test("the key with any password, and the e-mail with its password, are let in")
    func credentials() async throws {
        let desk = caller.sandbox.freshdesk
        let address = "https://acme.freshdesk.com/api/v2/agents/me"
        for value in ["\(desk.apiKey):X", "\(desk.apiKey):", "\(desk.apiKey):a:b", "\(desk.email):\(desk.password)"] {
            let answer = try await caller.call(.get, address, basic(value))
            #expect(answer.status == 200)
            #expect(try answer.json["id"]?.int64Value == 70_040_000_021)
            #expect(try answer.json.value(at: ["contact", "email"])?.stringValue == "ana.reis@acme.example")
        }
        #expect(desk.apiKey.hasPrefix("invented"))
        #expect(desk.apiKey.count == 20)
        #expect(desk.baseURL.absoluteString == "https://acme.freshdesk.com/api/v2")
    }

    @Test("a missing or wrong credential gets 401 with the service's words")
    func unauthenticated() async throws {
        let desk = caller.sandbox.freshdesk
        let address = "https://acme.freshdesk.com/api/v2/agents/me"
        let key = desk.apiKey
        let values: [String?] = [
            nil, basic("wrong:X"), basic(":X"), "Bearer \(key)", "Token token=\(key)", "Basic \(key)", "Basic",
            "Basic ",
            basic("\(key):X\n"), basic(key), basic("\(desk.email):wrong-password"), basic("\(key.lowercased()):X"),
        ]
        for value in values {
            let answer = try await caller.call(.get, address, value)
            #expect(answer.status == 401)
            #expect(answer.text == Self.refusal)
            #expect(answer.headers["Content-Type"] == "application/json; charset=utf-8")
        }
    }

    @Test("a rotated key dies at once")
    func rotation() async throws {
        let old = caller.sandbox.freshdesk.apiKey
        caller.sandbox.freshdesk.rotateKey()
        #expect(caller.sandbox.freshdesk.apiKey != old)
        #expect(
            try await caller.call(.get, "https://acme.freshdesk.com/api/v2/agents/me", basic("\(old):X")).status == 401)
        #expect(try await caller.freshdesk("agents/me").status == 200)
        #expect(caller.sandbox.requests.map(\.credential) == [.revoked(revision: 1), .current(revision: 2)])
    }

    @Test("an unknown path is 404 with nothing, a wrong verb 405 with a message")
    func routing() async throws {
        let unknown = try await caller.freshdesk("tickets/1/nothing")
        #expect(unknown.status == 404)
        #expect(unknown.text == "")
        #expect(unknown.headers["X-RateLimit-Total"] == "700")
        let wrong = try await caller.call(.put, "https://acme.freshdesk.com/api/v2/settings/helpdesk")
        #expect(wrong.status == 405)
        #expect(wrong.text == #"{"message":"PUT method is not allowed. It should be one of these method(s): GET"}"#)
        #expect(wrong.headers["Allow"] == "GET")
    }

    @Test(
        "only answers in JSON may be asked for",
        arguments: [
            ("application/json", 200), ("*/*", 200), ("text/html, application/json;q=0.9", 200),
            ("Application/JSON", 200), ("text/html", 406), ("application/xml", 406), ("text/*", 406),
        ])
    func accept(value: String, status: Int) async throws {
        let answer = try await caller.freshdesk("agents/me", headers: ["Accept": value])
        #expect(answer.status == status)
        #expect(status == 200 || answer.text == "")
    }

    @Test("the help desk's settings name the languages")
    func settings() async throws {
        let answer = try await caller.freshdesk("settings/helpdesk")
        #expect(
            answer.text
                == #"{"primary_language":"en","supported_languages":["de","fr"],"portal_languages":["en","de"],"help_widget_languages":["en"]}"#
        )
    }

    @Test("a list shows the last 30 days, newest first, 30 to a page, and links to the next page")
    func pages() async throws {
        var all: [Int64] = []
        let first = try await caller.freshdesk("tickets")
        #expect(first.headers["Link"] == #"<https://acme.freshdesk.com/api/v2/tickets?page=2>; rel="next""#)
        #expect(try first.ids().first == 120)
        all += try first.ids()
        let second = try await caller.freshdesk("tickets?page=2")
        #expect(second.headers["Link"] == #"<https://acme.freshdesk.com/api/v2/tickets?page=3>; rel="next""#)
        all += try second.ids()
        let third = try await caller.freshdesk("tickets?page=3")
        #expect(third.headers["Link"] == nil)
        all += try third.ids()
        #expect(all == Array((31...120).reversed()))
        let fourth = try await caller.freshdesk("tickets?page=4")
        #expect(fourth.status == 200)
        #expect(fourth.text == "[]")
    }

    @Test("the link keeps the other parameters, encoded")
    func link() async throws {
        let answer = try await caller.freshdesk("tickets?updated_since=2025-01-01T00%3A00%3A00Z&page=1&per_page=2")
        #expect(
            answer.headers["Link"]
                == #"<https://acme.freshdesk.com/api/v2/tickets?updated_since=2025-01-01T00%3A00%3A00Z&page=2&per_page=2>; rel="next""#
        )
    }

    @Test("updated_since lifts the window of 30 days and filters by the time of change")
    func updatedSince() async throws {
        let all = try await caller.freshdesk("tickets?updated_since=2020-01-01&per_page=100&page=2")
        #expect(try all.ids().count == 20)
        #expect(all.headers["Link"] == nil)
        // The clock starts at 2025-06-02T12:00:00Z.
        let none = try await caller.freshdesk("tickets?updated_since=2025-06-02T12:00:01Z")
        #expect(none.text == "[]")
        let rows = try await caller.freshdesk(
            "tickets?updated_since=2025-05-20T00:00:00%2B02:00&order_by=updated_at&order_type=asc&per_page=100"
        ).json.arrayValue
        let changes = (rows ?? []).compactMap { row -> String? in row["updated_at"] }
        #expect(changes == changes.sorted())
        #expect(changes.allSatisfy { $0 >= "2025-05-19T22:00:00Z" })
        #expect(changes.count > 10)
        let rest = try await caller.freshdesk("tickets?updated_since=2025-05-19T22:00:00Z&per_page=100").ids()
        #expect(rest.count == changes.count)
    }

    @Test("the window moves with the clock")
    func window() async throws {
        clock.advance(by: .seconds(29 * 86_400))
        #expect(try await caller.freshdesk("tickets").ids() == [120, 119, 118])
    }

    @Test(
        "times are read in every documented spelling",
        arguments: [
            "2025-05-01", "2025-05-01T10:00", "2025-05-01T10:00Z", "2025-05-01T10:00:00", "2025-05-01T10:00:00Z",
            "2025-05-01T10:00:00%2B05:30", "2025-05-01T10:00:00-05", "2025-05-01T10:00:00-0500",
        ])
    func times(text: String) async throws {
        #expect(try await caller.freshdesk("tickets?updated_since=\(text)").status == 200)
    }

    @Test(
        "what is no time is refused",
        arguments: ["yesterday", "2025-02-30", "2025-5-1", "2025-05-01T25:00", "2025-05-01 10:00", "1748865600", ""])
    func noTimes(text: String) async throws {
        let answer = try await caller.freshdesk("tickets?updated_since=\(text.replacing(" ", with: "%20"))")
        #expect(answer.status == 400)
        #expect(try answer.json["errors"]?.arrayValue?.first?["field"]?.stringValue == "updated_since")
    }

    @Test("bad and unknown parameters are all reported in one answer")
    func validation() async throws {
        let answer = try await caller.freshdesk("tickets?page=0&per_page=101&order_by=subject&colour=red")
        #expect(answer.status == 400)
        #expect(
            answer.text == #"{"description":"Validation failed","errors":["#
                + #"{"field":"colour","message":"Unexpected/invalid field in request","code":"invalid_field"},"#
                + #"{"field":"page","message":"It should be a/an Positive Integer","code":"datatype_mismatch"},"#
                + #"{"field":"per_page","message":"It should be a Positive Integer less than or equal to 100","code":"invalid_value"},"#
                + #"{"field":"order_by","message":"It should be one of these values: 'created_at,due_by,updated_at,status'","code":"invalid_value"}]}"#
        )
        for query in [
            "page=-1", "page=abc", "page=1.5", "page=%2B1", "page=", "page=301", "per_page=0",
            "page=99999999999999999999",
        ] {
            #expect(try await caller.freshdesk("tickets?" + query).status == 400, "\(query)")
        }
        #expect(try await caller.freshdesk("tickets?page=300&per_page=100").text == "[]")
        #expect(try await caller.freshdesk("agents/me?x=1").status == 400)
    }

    @Test("every answer tells the calls left; the first call after a full minute starts anew")
    func rates() async throws {
        let caller = SandboxCaller(Sandbox.Options(clock: clock, freshdeskCallsPerMinute: 2))
        clock.advance(by: .seconds(30))
        let first = try await caller.freshdesk("agents/me")
        #expect(first.headers["X-RateLimit-Total"] == "2")
        #expect(first.headers["X-RateLimit-Remaining"] == "1")
        #expect(first.headers["X-RateLimit-Used-CurrentRequest"] == "1")
        #expect(first.headers["X-Freshdesk-API-Version"] == "latest=v2; requested=v2")
        #expect(first.headers["X-Request-Id"] == "00000000-0000-4000-8000-000000000001")
        // Refused calls count as well.
        let second = try await caller.call(.get, "https://acme.freshdesk.com/api/v2/agents/me", basic("wrong:X"))
        #expect(second.headers["X-RateLimit-Remaining"] == "0")
        clock.advance(by: .milliseconds(14_500))
        let third = try await caller.freshdesk("agents/me")
        #expect(third.status == 429)
        #expect(third.text == #"{"message":"You have exceeded the limit of requests per hour"}"#)
        #expect(third.headers["Retry-After"] == "46")
        #expect(third.headers["X-RateLimit-Remaining"] == nil)
        clock.advance(by: .milliseconds(45_500))
        #expect(try await caller.freshdesk("agents/me").headers["X-RateLimit-Remaining"] == "1")
    }
}
