import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("The sandbox's hosts and its log")
struct SandboxHostTests {
    let caller = SandboxCaller()

    @Test(
        "other accounts and other paths answer as those of the services do",
        arguments: [
            ("https://other.freshdesk.com/api/v2/agents/me", 404, ""),
            ("https://acme.freshdesk.com/a/tickets", 200, "text/html; charset=utf-8"),
            ("https://acme.freshdesk.com/api/v22/agents/me", 200, "text/html; charset=utf-8"),
            ("https://other.freshchat.com/v2/agents", 404, "text/html; charset=utf-8"),
            ("https://acme.freshchat.com/app", 200, "text/html; charset=utf-8"),
            ("https://other.myfreshworks.com/crm/sales/api/contacts/filters", 404, "text/html; charset=utf-8"),
            ("https://acme.myfreshworks.com/crm/messaging", 200, "text/html; charset=utf-8"),
            ("https://acme.myfreshworks.com/v2/accounts/configuration", 200, "text/html; charset=utf-8"),
            ("https://acme.freshsales.io/api/contacts/filters", 404, "text/html; charset=utf-8"),
            ("https://ACME.freshdesk.com/api/v2/agents/me", 401, "application/json; charset=utf-8"),
        ])
    func hosts(address: String, status: Int, type: String) async throws {
        let answer = try await caller.call(.get, address)
        #expect(answer.status == status)
        #expect(answer.headers["Content-Type"] ?? "" == type)
    }

    @Test(
        "a foreign host does not resolve, and the log still shows that somebody tried",
        arguments: [
            "https://freshdesk.com.attacker.example/api/v2/agents/me", "https://evilfreshdesk.com/api/v2/agents/me",
            "https://a.b.freshdesk.com/api/v2/agents/me", "https://localhost/api/v2/agents/me",
            "http://acme.freshdesk.com/api/v2/agents/me", "https://acme.freshdesk.com:8443/api/v2/agents/me",
        ])
    func foreign(address: String) async throws {
        await #expect {
            _ = try await caller.call(.get, address, "Bearer something")
        } throws: { error in
            let error = error as? FreshworksError
            return error?.code == .nameNotResolved && error?.mayHaveBeenExecuted == false
        }
        let entry = try #require(caller.sandbox.requests.first)
        #expect(entry.product == nil)
        #expect(entry.status == nil)
        #expect(entry.credential == .unknown)
    }

    @Test("the log tells method, path, query, status and what the credential was worth, never the credential")
    func log() async throws {
        _ = try await caller.freshdesk("tickets?page=2&per_page=1")
        _ = try await caller.call(.post, "https://acme.freshchat.com/v2/agents", "Bearer nonsense")
        _ = try await caller.call(.get, "https://acme.myfreshworks.com/crm/sales/api/contacts")
        let log = caller.sandbox.requests
        #expect(log.map(\.product) == [.freshdesk, .freshchat, .freshsales])
        #expect(log.map(\.method) == [.get, .post, .get])
        #expect(log.map(\.host) == ["acme.freshdesk.com", "acme.freshchat.com", "acme.myfreshworks.com"])
        #expect(log.map(\.path) == ["/api/v2/tickets", "/v2/agents", "/crm/sales/api/contacts"])
        #expect(log.map(\.query) == ["page=2&per_page=1", "", ""])
        #expect(log.map(\.status) == [200, 401, 401])
        #expect(log.map(\.credential) == [.current(revision: 1), .unknown, .missing])
        var dumped = ""
        dump(log, to: &dumped)
        #expect(!dumped.contains(caller.sandbox.freshdesk.apiKey))
        #expect(!dumped.contains("nonsense"))
    }

    @Test("the same seed gives the same data and credentials, another seed others")
    func seeds() async throws {
        func rows(_ seed: UInt64) async throws -> (String, String, String) {
            let caller = SandboxCaller(Sandbox.Options(seed: seed, clock: ManualClock(), tickets: 5))
            return (
                caller.sandbox.freshdesk.apiKey, caller.sandbox.freshchat.apiToken,
                try await caller.freshdesk("tickets").text
            )
        }
        #expect(try await rows(7) == rows(7))
        let (left, right) = (try await rows(7), try await rows(8))
        #expect(left.0 != right.0)
        #expect(left.1 != right.1)
        #expect(left.2 != right.2)
    }

    @Test("another account label moves the hosts")
    func label() async throws {
        let sandbox = Sandbox(Sandbox.Options(account: "Example-1!"))
        #expect(sandbox.freshdesk.baseURL.absoluteString == "https://example-1.freshdesk.com/api/v2")
        #expect(sandbox.freshdesk.email == "ana.reis@example-1.example")
    }

    @Test("sizes can be chosen, zero included")
    func sizes() async throws {
        let caller = SandboxCaller(Sandbox.Options(clock: ManualClock(), tickets: 0, agents: 0, contacts: 0))
        #expect(try await caller.freshdesk("tickets").text == "[]")
        #expect(try await caller.freshchat("agents").json["pagination"]?["total_items"]?.int64Value == 1)
        #expect(
            try await caller.freshsales("contacts/view/70000000101").text
                == #"{"contacts":[],"meta":{"total_pages":0,"total":0}}"#)
    }

    @Test("an answer longer than the request allows is an error; a download goes to a new file")
    func destinations() async throws {
        let headers = try {
            var headers = HeaderFields()
            try headers.set("Authorization", to: basic("\(caller.sandbox.freshdesk.apiKey):X"))
            return headers
        }()
        let url = caller.sandbox.freshdesk.baseURL.appending(path: "settings/helpdesk")
        await #expect {
            _ = try await caller.sandbox.transport.send(
                TransportRequest(.get, url, headers: headers, destination: .memory(limit: 10)))
        } throws: { ($0 as? FreshworksError)?.code == .responseTooLarge }
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        let response = try await caller.sandbox.transport.send(
            TransportRequest(.get, url, headers: headers, destination: .file(file)))
        #expect(response.body.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(#"{"primary_language":"en""#))
        // As over the network: what is no success stays in memory, and the next success takes the file's place.
        let refused = try await caller.sandbox.transport.send(TransportRequest(.get, url, destination: .file(file)))
        #expect(refused.status == 401)
        #expect(!refused.body.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(#"{"primary_language":"en""#))
        let account = caller.sandbox.freshdesk.baseURL.appending(path: "account")
        _ = try await caller.sandbox.transport.send(
            TransportRequest(.get, account, headers: headers, destination: .file(file)))
        #expect(try String(contentsOf: file, encoding: .utf8).contains("organisation_id"))
    }
}
