import Foundation
import FreshworksCore
import Synchronization
import TestSupport
import Testing

@Suite("One call")
struct APIClientTests {
    private static let secret = "FAKEkey0123456789abcd"

    private func client(
        _ transport: ScriptedTransport, provider: any CredentialProvider = .fixed(.freshdesk(apiKey: secret)),
        observer: (any RequestObserver)? = nil
    ) throws -> APIClient {
        try APIClient(
            account: .freshdesk("acme"), credential: provider,
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock(), observer: observer))
    }

    @Test("goes to the account's base URL, signed, asking for JSON")
    func requestOnTheWire() async throws {
        let transport = ScriptedTransport(.json(200, "{}"))
        _ = try await client(transport).call(.get, "tickets/12", query: ["include": "stats,company"])
        let request = try #require(transport.requests.first)
        #expect(request.url.absoluteString == "https://acme.freshdesk.com/api/v2/tickets/12?include=stats%2Ccompany")
        #expect(request.method == .get)
        #expect(request.headers["Authorization"] == "Basic RkFLRWtleTAxMjM0NTY3ODlhYmNkOlg=")
        #expect(request.headers["Accept"] == "application/json")
        #expect(request.headers["Content-Type"] == nil)
    }

    @Test("sends JSON with its content type, key order kept")
    func body() async throws {
        let transport = ScriptedTransport(.json(201, "{}"))
        _ = try await client(transport).call(.post, "tickets", body: ["subject": "Hi", "priority": 1])
        let request = try #require(transport.requests.first)
        #expect(request.headers["Content-Type"] == "application/json")
        guard case .bytes(let data) = request.body else { return #expect(Bool(false), "no body was sent") }
        #expect(String(decoding: data, as: UTF8.self) == #"{"subject":"Hi","priority":1}"#)
    }

    @Test(
        "takes a path as documentation prints it",
        arguments: [
            ("tickets", "/api/v2/tickets"), ("/tickets", "/api/v2/tickets"), ("/api/v2/tickets", "/api/v2/tickets"),
            ("tickets?page=2&x=a%20b", "/api/v2/tickets?page=2&x=a%20b"), ("a b/c", "/api/v2/a%20b/c"),
            ("a%2Fb", "/api/v2/a%2Fb"),
        ])
    func writtenPaths(path: String, expected: String) async throws {
        let transport = ScriptedTransport(.json(200, "{}"))
        _ = try await client(transport).call(.get, path)
        #expect(transport.requests.first?.url.absoluteString == "https://acme.freshdesk.com\(expected)")
    }

    @Test(
        "refuses a path that would address something else, before anything is sent",
        arguments: [
            "", "/", "tickets//1", "tickets/../agents", "tickets/%2e%2e/agents", "./tickets", "https://evil.example/x",
        ])
    func refusedPaths(path: String) async throws {
        let transport = ScriptedTransport(.json(200, "{}"))
        let error = await #expect(throws: FreshworksError.self) { try await client(transport).call(.get, path) }
        #expect(error?.code == .invalidPath)
        #expect(transport.requests.isEmpty)
    }

    @Test("asks the provider once for a newer credential after a 401, and repeats the call with it")
    func heals() async throws {
        let transport = ScriptedTransport { request in
            request.headers["Authorization"] == "Basic bmV3a2V5Olg="
                ? .json(200, #"{"id":1}"#) : .json(401, #"{"code":"invalid_credentials"}"#)
        }
        let provider = SwappingProvider(old: .freshdesk(apiKey: "oldkey"), new: .freshdesk(apiKey: "newkey"))
        let response = try await client(transport, provider: provider).call(.post, "tickets", body: [:])
        #expect(response.status == 200)
        #expect(transport.requests.count == 2)
        #expect(provider.questions == 1)
    }

    @Test("fails with the 401 when there is no newer credential, without a second try")
    func doesNotHeal() async throws {
        let transport = ScriptedTransport(
            .json(401, #"{"code":"invalid_credentials","message":"You have to be logged in."}"#))
        let error = await #expect(throws: FreshworksError.self) { try await client(transport).call(.get, "tickets") }
        #expect(error?.code == .invalidCredential)
        #expect(error?.status == 401)
        #expect(error?.attempts == 1)
        #expect(error?.mayHaveBeenExecuted == false)
        #expect(error?.requestLine == "GET https://acme.freshdesk.com/api/v2/tickets")
        #expect(transport.requests.count == 1)
    }

    @Test("does not loop when the newer credential is rejected too")
    func newerRejectedToo() async throws {
        let transport = ScriptedTransport(.json(401, "{}"))
        let provider = SwappingProvider(old: .freshdesk(apiKey: "oldkey"), new: .freshdesk(apiKey: "newkey"))
        let error = await #expect(throws: FreshworksError.self) {
            try await client(transport, provider: provider).call(.get, "tickets")
        }
        #expect(error?.code == .invalidCredential)
        #expect(error?.attempts == 2)
        #expect(transport.requests.count == 2)
    }

    @Test("passes cancellation through unchanged and tells the observer")
    func cancellation() async throws {
        let observer = RecordingObserver()
        let transport = ScriptedTransport { _ in throw CancellationError() }
        await #expect(throws: CancellationError.self) {
            try await client(transport, observer: observer).call(.get, "tickets")
        }
        #expect(observer.ended.map(\.outcome.wasCancelled) == [true])
        #expect(observer.ended.map(\.outcome.error) == [nil])
    }

    @Test("wraps what a foreign transport throws and says that the call may have been executed")
    func foreignError() async throws {
        struct Broken: Error {}
        let transport = ScriptedTransport { _ in throw Broken() }
        let error = await #expect(throws: FreshworksError.self) { try await client(transport).call(.put, "tickets") }
        #expect(error?.code == .callFailed)
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(error?.underlying is Broken)
    }

    @Test("adds the caller's and the observer's header fields")
    func extraFields() async throws {
        let transport = ScriptedTransport(.json(200, "{}"))
        var options = CallOptions()
        try options.headers.set("X-Trace", to: "a")
        _ = try await client(transport, observer: RecordingObserver()).call(.get, "tickets", options: options)
        #expect(transport.requests.first?.headers["X-Trace"] == "a")
        #expect(transport.requests.first?.headers["traceparent"] == "00-01-02-03")
    }

    @Test("keeps the caller's sensitive header fields from being printed")
    func sensitiveExtraFields() async throws {
        let transport = ScriptedTransport(.json(200, "{}"))
        var options = CallOptions()
        try options.headers.set("X-Gateway-Key", to: "gateway-secret", isSensitive: true)
        _ = try await client(transport).call(.get, "tickets", options: options)
        let sent = try #require(transport.requests.first).headers
        #expect(sent["X-Gateway-Key"] == "gateway-secret")
        #expect(!sent.description.contains("gateway-secret"))
    }

    @Test(
        "lets nobody replace the credential through extra fields",
        arguments: ["Authorization", "authorization", "ACCEPT"])
    func extraFieldsCannotReplace(name: String) async throws {
        let transport = ScriptedTransport(.json(200, "{}"))
        var options = CallOptions()
        try options.headers.set(name, to: "x")
        let error = await #expect(throws: FreshworksError.self) {
            try await client(transport).call(.get, "tickets", options: options)
        }
        #expect(error?.code == .invalidHeaderField)
        #expect(transport.requests.isEmpty)
    }

    @Test("shows observers the path's form and the outcome, and never a secret")
    func observed() async throws {
        let observer = RecordingObserver()
        let transport = ScriptedTransport(.json(404, ""))
        let endpoint = Endpoint<Void>("tickets.delete", .delete, "tickets/\(4711)/x")
        await #expect(throws: FreshworksError.self) { try await client(transport, observer: observer).send(endpoint) }
        let (call, outcome) = try #require(observer.ended.first)
        #expect(call.path == "tickets/{id}/x")
        #expect(call.operation == "tickets.delete")
        #expect(outcome.status == 404)
        #expect(outcome.error == .notFound)
        #expect(outcome.attempts == 1)
        var text = ""
        dump(observer.ended, to: &text)
        #expect(!text.contains(Self.secret) && !text.contains("RkFLRWtleTA") && !text.contains("4711"))
    }

    @Test("remembers the rate limit that the answer told")
    func rateLimit() async throws {
        let transport = ScriptedTransport(
            .json(200, "[]", ("X-RateLimit-Total", "700"), ("X-RateLimit-Remaining", " 697")))
        let client = try client(transport)
        #expect(await client.rateLimit == nil)
        _ = try await client.call(.get, "tickets")
        #expect(await client.rateLimit == RateLimit(total: 700, remaining: 697))
    }
}

/// Has an old credential, and a new one once somebody asks to replace the old one.
private final class SwappingProvider: CredentialProvider {
    private let old: Credential
    private let new: Credential
    private let count = Mutex(0)

    init(old: Credential, new: Credential) {
        self.old = old
        self.new = new
    }

    var questions: Int { count.withLock { $0 } }

    func credential() async throws -> Credential { old }

    func credential(replacing rejected: Credential) async throws -> Credential? {
        count.withLock { $0 += 1 }
        return rejected.revision == old.revision ? new : nil
    }
}

private final class RecordingObserver: RequestObserver {
    private let calls = Mutex<[(call: ObservedCall, outcome: ObservedOutcome)]>([])

    var ended: [(call: ObservedCall, outcome: ObservedOutcome)] { calls.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields {
        HeaderFields(received: [(name: "traceparent", value: "00-01-02-03")])
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        calls.withLock { $0.append((call, outcome)) }
    }
}
