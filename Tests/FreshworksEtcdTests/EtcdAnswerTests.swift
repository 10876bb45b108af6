import Foundation
import FreshworksEtcd
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("The answers of what stands at an endpoint")
struct EtcdAnswerTests {
    private func store(
        _ transport: any HTTPTransport, user: EtcdStore.User? = nil, timeout: Duration = .seconds(15)
    ) throws -> EtcdStore {
        try EtcdStore(
            endpoints: ["http://127.0.0.1:1", "http://127.0.0.1:2"], prefix: "app", user: user, timeout: timeout,
            runtime: FreshworksRuntime(transport: transport, clock: StillClock()))
    }

    @Test(
        "that are not etcd's are told at once, after every endpoint was asked",
        arguments: [
            (.text(200, "<html>Welcome</html>"), "not that of an etcd"),
            (.json(200, #"{"header":{"revision":"1"#), "not that of an etcd"),
            (.json(200, #"{"header":{"revision":"12"},"kvs":[{"mod_revision":"x"}]}"#), "not that of an etcd"),
            (
                .json(
                    200,
                    #"{"header":{"revision":"12"},"kvs":[{"mod_revision":"2","create_revision":"2","value":"%"}]}"#),
                "not that of an etcd"
            ),
            (.text(404, "404 page not found", type: "text/plain"), "no JSON gateway below /v3"),
            (.empty(302, ("Location", "https://elsewhere.example/")), "status 302"),
            (.text(401, "<html>Who are you?</html>"), "status 401"),
        ] as [(TransportResponse, String)])
    func odd(answer: TransportResponse, reason: String) async throws {
        let transport = ScriptedTransport(answer)
        let error = try await #require(throws: FreshworksError.self) {
            _ = try await store(transport).load("k")
        }
        #expect(error.code == .storeFailed)
        #expect(error.message.contains(reason))
        #expect(error.advice != nil)
        #expect(!error.mayHaveBeenExecuted)
        #expect(transport.requests.map(\.url.port) == [1, 2])
    }

    @Test(
        "that refuse are passed on with advice, and no other member is asked",
        arguments: [
            (#"{"error":"etcdserver: request is too large","code":3}"#, "--max-request-bytes"),
            (#"{"code":8,"message":"etcdserver: mvcc: database space exceeded"}"#, "disarm its alarm"),
            (#"{"code":7,"message":"etcdserver: permission denied"}"#, "role of the user"),
            (#"{"code":9,"message":"etcdserver: something\nnew"}"#, "3.4 or later"),
        ])
    func refused(body: String, advice: String) async throws {
        let transport = ScriptedTransport(.json(400, body))
        let error = try await #require(throws: FreshworksError.self) {
            _ = try await store(transport).save(Data(), for: "k", expecting: .absent)
        }
        #expect(error.advice?.contains(advice) == true)
        #expect(error.status == 400)
        #expect(!error.mayHaveBeenExecuted)
        #expect(!error.message.contains("\n"))
        #expect(transport.requests.count == 1)
    }

    @Test("that will change are waited for, until the call's time is over")
    func passing() async throws {
        let busy = TransportResponse.json(429, #"{"code":8,"message":"etcdserver: too many requests"}"#)
        let good = TransportResponse.json(200, #"{"header":{"revision":"12"}}"#)
        let transport = ScriptedTransport(busy, busy, busy, good)
        #expect(try await store(transport).load("k") == nil)
        #expect(transport.requests.count == 4)

        let never = ScriptedTransport(busy)
        let error = try await #require(throws: FreshworksError.self) {
            _ = try await store(never, timeout: .seconds(5)).save(Data(), for: "k", expecting: .absent)
        }
        #expect(error.message.contains("too many requests"))
        #expect(!error.mayHaveBeenExecuted)
        #expect(never.requests.count > 10)
    }

    @Test("of pages that do not advance are refused instead of asked for again and again")
    func pages() async throws {
        let key = Data("app/k".utf8).base64EncodedString()
        for kvs in ["[]", #"[{"key":"\#(key)"},{"key":"\#(key)"}]"#, #"[{"key":"YQ=="}]"#] {
            let transport = ScriptedTransport(
                .json(200, #"{"header":{"revision":"12"},"more":true,"count":"9","kvs":\#(kvs)}"#))
            let error = try await #require(throws: FreshworksError.self) {
                _ = try await store(transport).keys(prefix: "k")
            }
            #expect(error.code == .storeFailed)
            #expect(transport.requests.count == 2)
        }
    }

    @Test("to a user's calls: a token is renewed once for each refusal, and sent to the endpoints alone")
    func tokens() async throws {
        let user = EtcdStore.User(name: "app", password: Secret("FAKEpassword"))
        let tokens = Counter()
        let transport = ScriptedTransport { request in
            if request.url.lastPathComponent == "authenticate" {
                return .json(200, #"{"header":{"revision":"1"},"token":"FAKEtoken\#(tokens.next())"}"#)
            }
            return request.headers["Authorization"] == "FAKEtoken2"
                ? .json(200, #"{"header":{"revision":"12"}}"#)
                : .json(401, #"{"error":"etcdserver: invalid auth token","code":16}"#)
        }
        let store = try store(transport, user: user)
        #expect(try await store.load("k") == nil)
        #expect(
            transport.requests.map(\.url.lastPathComponent) == ["authenticate", "range", "authenticate", "range"])
        guard case .bytes(let body) = try #require(transport.requests.first).body else { return }
        #expect(try JSONValue(parsing: body) == ["name": "app", "password": "FAKEpassword"])
        #expect(transport.requests.allSatisfy { $0.url.absoluteString.hasPrefix("http://127.0.0.1:1/v3/") })
        #expect(!transport.requests.contains { Exposure(of: $0.headers).shows(["FAKEtoken1", "FAKEtoken2"]) })

        let stubborn = ScriptedTransport { request in
            request.url.lastPathComponent == "authenticate"
                ? .json(200, #"{"header":{"revision":"1"},"token":"FAKEtoken"}"#)
                : .json(400, #"{"error":"etcdserver: revision of auth store is old","code":3}"#)
        }
        let error = try await #require(throws: FreshworksError.self) {
            _ = try await self.store(stubborn, user: user).save(Data(), for: "k", expecting: .absent)
        }
        #expect(error.message.contains("refuses the token that it gave"))
        #expect(!error.mayHaveBeenExecuted)
        #expect(!Exposure(of: error).shows(["FAKEtoken", "FAKEpassword"]))
        #expect(stubborn.requests.count == 7)
    }

    @Test("never come to one who has stopped waiting")
    func canceled() async throws {
        let transport = ScriptedTransport { _ in
            try await SystemClock().sleep(for: .seconds(3600))
            return .empty(200)
        }
        let store = try store(transport)
        let call = Task { try await store.load("k") }
        try await eventually { !transport.requests.isEmpty }
        call.cancel()
        await #expect(throws: CancellationError.self) { _ = try await call.value }
    }
}
