import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@Suite("What Freshsales refuses, and where it is")
struct FreshsalesErrorTests {
    private func error(_ answer: TransportResponse) async throws -> FreshworksError {
        let wire = ScriptedTransport(answer)
        let client = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock()))
        let error = await #expect(throws: FreshworksError.self) { try await client.contacts.get(1) }
        return try #require(error)
    }

    @Test("a key that is rejected, whose answer resembles no other error")
    func login() async throws {
        let plain = try await error(.json(401, #"{"login":"failed","message":null}"#))
        #expect(plain.code == .invalidCredential)
        #expect(plain.status == 401)
        let worded = try await error(.json(401, #"{"login":"failed","message":"Invalid token"}"#))
        #expect(worded.code == .invalidCredential)
        #expect(worded.message.contains("Invalid token"))
        let wire = ScriptedTransport(.json(401, #"{"login":"failed","message":null}"#))
        #expect(try await wire.freshsales().verify().verdict == .invalidCredential)
    }

    @Test("a permission that is missing, in the language of the key's owner")
    func permission() async throws {
        let refusal = try await error(
            .json(403, #"{"errors":{"code":403,"message":["U bent niet bevoegd voor deze actie."]}}"#))
        #expect(refusal.code == .forbidden)
        #expect(refusal.message.contains("U bent niet bevoegd voor deze actie."))
    }

    @Test("a duplicate is told by its code, whatever the language")
    func duplicate() async throws {
        for text in [
            #"{"errors":{"code":400,"message":["Email is not unique"],"error_code":3002}}"#,
            #"{"error_code":3002,"errors":{"code":400,"message":"Email is not unique"}}"#,
        ] {
            let refusal = try await error(.json(400, text))
            #expect(refusal.code == .requestRefused)
            #expect(refusal.serviceCode == "3002")
            #expect(refusal.message.contains("Email is not unique"))
        }
    }

    @Test("fields, however they are listed")
    func fields() async throws {
        let map = try await error(.json(400, #"{"errors":{"amount":["can't be blank","is not a number"]}}"#))
        #expect(map.code == .validationFailed)
        #expect(map.fieldErrors == [.init(field: "amount", message: "can't be blank, is not a number")])
        let list = try await error(.json(422, #"{"errors":[{"message":"Name has already been taken"}]}"#))
        #expect(list.fieldErrors.map(\.message) == ["Name has already been taken"])
    }

    @Test("what is not found, and what fails, may be a page")
    func pages() async throws {
        #expect(try await error(.text(404, "<html>not here</html>")).code == .notFound)
        #expect(try await error(.empty(404)).code == .notFound)
        let failure = try await error(.text(500, "<html>oops</html>"))
        #expect(failure.code == .serviceFailed)
        #expect(failure.mayHaveBeenExecuted == false)
    }

    @Test("a limit that is used up, without a word on how long")
    func limit() async throws {
        let refusal = try await error(.json(429, #"{"errors":{"code":429,"message":["Too many requests"]}}"#))
        #expect(refusal.isRateLimited)
        // None is invented.
        #expect(refusal.retryAfter == nil)
        #expect(refusal.advice == "Wait and try again.")
        #expect(try await error(.text(429, "slow down", type: "text/plain")).isRateLimited)
        let timed = try await error(.json(429, "{}", ("Retry-After", "30")))
        #expect(timed.retryAfter == .seconds(30))
        #expect(timed.advice?.contains("30") == true)
    }

    @Test(
        "classic accounts and both hosts of the suite have the base that is documented",
        arguments: [
            ("acme", "https://acme.myfreshworks.com/crm/sales/api"),
            ("acme-org.myfreshworks.com/crm/sales", "https://acme-org.myfreshworks.com/crm/sales/api"),
            (
                "https://acme-123456789012345678.myfreshworks.com/crm/sales/api/",
                "https://acme-123456789012345678.myfreshworks.com/crm/sales/api"
            ),
            ("acme.freshworks.com/crm/sales", "https://acme.freshworks.com/crm/sales/api"),
            ("acme.freshsales.io", "https://acme.freshsales.io/api"),
            ("https://acme.freshsales.io/api", "https://acme.freshsales.io/api"),
        ])
    func hosts(pasted: String, base: String) async throws {
        let wire = ScriptedTransport(.json(200, #"{"contact":{"id":1}}"#))
        let client = try FreshsalesClient(
            subdomain: pasted, credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock()))
        _ = try await client.contacts.get(1)
        #expect(wire.requests.first?.url.absoluteString == base + "/contacts/1")
        #expect(wire.requests.first?.headers["Authorization"] == "Token token=FAKEkey0123456789abcd")
    }

    @Test("an access token goes to the same paths as a bearer")
    func bearer() async throws {
        let wire = ScriptedTransport(.json(200, #"{"filters":[]}"#))
        let client = try FreshsalesClient(
            subdomain: "acme", credential: .provider(.fixed(.oauth(accessToken: "FAKEaccess0123456789"))),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock()))
        _ = try await client.contacts.views()
        #expect(wire.lines == ["GET /crm/sales/api/contacts/filters"])
        #expect(wire.requests.first?.headers["Authorization"] == "Bearer FAKEaccess0123456789")
    }

    @Test("what the service calls an error's code is none when it is long or more than a word")
    func noCode() async throws {
        let long = String(repeating: "7", count: 65)
        for code in ["\"\(long)\"", "\"not unique\"", "[3002]", "3002.5", "\"30<02\""] {
            let refusal = try await error(
                .json(400, #"{"error_code":\#(code),"errors":{"code":400,"message":["no"]}}"#))
            #expect(refusal.serviceCode == nil, "\(code)")
        }
        let longest = String(repeating: "7", count: 64)
        #expect(try await error(.json(400, #"{"error_code":"\#(longest)"}"#)).serviceCode == longest)
    }

    @Test("a deletion whose answer was lost has worked when the record is gone")
    func lostDeletion() async throws {
        for gone in [TransportResponse.text(404, "<html>not here</html>"), .empty(405), .json(410, "{}")] {
            let wire = ScriptedTransport(.json(502, "{}"), gone)
            try await wire.freshsales().deals.delete(7)
            #expect(wire.lines == Array(repeating: "DELETE /crm/sales/api/deals/7", count: 2))
        }
        let absent = ScriptedTransport(.text(404, "<html>not here</html>"))
        await expectRefusal(.notFound) { try await absent.freshsales().deals.delete(7) }
    }
}
