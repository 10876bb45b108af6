import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The sandbox over HTTP", .inTurn)
struct SandboxServerTests {
    let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))

    private func serving(_ body: (SandboxServer, RawClient) throws -> Void) async throws {
        let server = try await sandbox.serve(port: 0)
        defer { server.stop() }
        try body(server, RawClient(port: server.port))
    }

    private func get(_ path: String, extra: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:1\r\nAuthorization: \(basic("\(sandbox.freshdesk.apiKey):X"))\r\n\(extra)\r\n"
    }

    @Test("the three products live on one port, told apart by their paths")
    func products() async throws {
        try await serving { (server, client) throws in
            #expect(server.freshdeskBaseURL.absoluteString == "http://127.0.0.1:\(server.port)/api/v2")
            #expect(server.freshchatBaseURL.absoluteString == "http://127.0.0.1:\(server.port)/v2")
            #expect(server.freshsalesBaseURL.absoluteString == "http://127.0.0.1:\(server.port)/crm/sales/api")
            let desk = try client.exchange(get("/api/v2/agents/me"))
            #expect(desk.status == 200)
            #expect(desk.fields["content-type"] == "application/json; charset=utf-8")
            let chat = try client.exchange(
                "GET /v2/accounts/configuration HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(sandbox.freshchat.apiToken)\r\n\r\n"
            )
            #expect(chat.status == 200)
            let sales = try client.exchange(
                "GET /crm/sales/api/contacts/filters HTTP/1.1\r\nHost: a\r\nAuthorization: Token token=\(sandbox.freshsales.apiKey)\r\n\r\n"
            )
            #expect(sales.status == 200)
            let other = try client.exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(other.status == 404)
            #expect(other.fields["content-type"] == "text/html; charset=utf-8")
            #expect(sandbox.requests.map(\.product) == [.freshdesk, .freshchat, .freshsales, nil])
        }
    }

    @Test("links lead back to the address that the client used")
    func links() async throws {
        try await serving { (server, client) throws in
            let answer = try client.exchange(
                "GET /api/v2/tickets?per_page=50 HTTP/1.1\r\nHost: localhost:\(server.port)\r\nAuthorization: \(basic("\(sandbox.freshdesk.apiKey):X"))\r\n\r\n"
            )
            #expect(
                answer.fields["link"]
                    == "<http://localhost:\(server.port)/api/v2/tickets?per_page=50&page=2>; rel=\"next\"")
        }
    }

    @Test("a connection serves many requests, also when they come at once or byte by byte")
    func keepAlive() async throws {
        try await serving { (_, client) throws in
            for _ in 0..<3 { #expect(try client.exchange(get("/api/v2/agents/me")).status == 200) }
            client.write(get("/api/v2/agents/me") + get("/api/v2/nothing") + get("/api/v2/settings/helpdesk"))
            #expect(try (0..<3).map { _ in try client.response().status } == [200, 404, 200])
            for byte in get("/api/v2/agents/me").utf8 { client.write([byte]) }
            #expect(try client.response().status == 200)
        }
    }

    @Test("Connection: close and HTTP/1.0 end the connection after the answer")
    func closing() async throws {
        let server = try await sandbox.serve(port: 0)
        defer { server.stop() }
        for request in [
            get("/api/v2/agents/me", extra: "Connection: close\r\n"),
            get("/api/v2/agents/me").replacing("HTTP/1.1", with: "HTTP/1.0"),
        ] {
            let client = try RawClient(port: server.port)
            let answer = try client.exchange(request)
            #expect(answer.status == 200)
            #expect(answer.fields["connection"] == "close")
            #expect(try client.readToEnd() == "")
        }
    }

    @Test(
        "HEAD is answered like GET without the body; 204 has neither body nor length; unknown verbs reach the service")
    func verbs() async throws {
        try await serving { (_, client) throws in
            client.write(get("/api/v2/settings/helpdesk").replacing("GET", with: "HEAD"))
            let head = try client.response(hasBody: false)
            #expect(head.status == 200)
            #expect(head.fields["content-length"] == "121")
            sandbox.inject(.emptySuccess(status: 204))
            #expect(try client.exchange(get("/api/v2/agents/me")).fields["content-length"] == nil)
            let odd = try client.exchange(get("/api/v2/agents/me").replacing("GET", with: "BREW"))
            #expect(odd.status == 405)
            #expect(odd.body == #"{"message":"BREW method is not allowed. It should be one of these method(s): GET"}"#)
            #expect(sandbox.requests.map(\.method.rawValue) == ["HEAD", "GET", "BREW"])
        }
    }

    @Test("bodies come with a length or in chunks; 100-continue is granted")
    func bodies() async throws {
        try await serving { (_, client) throws in
            let head = "POST /api/v2/agents/me HTTP/1.1\r\nHost: a\r\n"
            #expect(try client.exchange(head + "Content-Length: 5\r\n\r\nhello").status == 405)
            let chunked =
                "Transfer-Encoding: chunked\r\n\r\n3;x=1\r\nhel\r\nA\r\nlo world!!\r\n0\r\nX-Trailer: 1\r\n\r\n"
            #expect(try client.exchange(head + chunked).status == 405)
            let go = try client.exchange(head + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n")
            #expect(go.status == 100)
            #expect(try client.exchange("{}").status == 405)
        }
    }

    @Test(
        "what two servers might read in two ways is refused, and the connection ends",
        arguments: [
            ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
            ("GET /\r\n\r\n", 400),
            ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET / HTTP/1.1\nHost: a\n\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: a\u{0}b\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n", 400),
            ("G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET a/b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 413),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 33554433\r\n\r\n", 413),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", 501),
            ("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", 413),
            ("POST / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nContent-Length: 1\r\n\r\n", 417),
            ("GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: 1\r\n", count: 101) + "\r\n", 431),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 40_000), 431),
        ])
    func refusals(request: String, status: Int) async throws {
        try await serving { (_, client) throws in
            let answer = try client.exchange(request)
            #expect(answer.status == status)
            #expect(answer.fields["connection"] == "close")
            client.finishWriting()
            #expect(try client.readToEnd() == "")
            #expect(sandbox.requests.isEmpty)
        }
    }

    @Test("a refusal reaches a client that is still sending")
    func refusalWhileSending() async throws {
        try await serving { (_, client) throws in
            client.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 33554433\r\n\r\n")
            client.write([UInt8](repeating: 0, count: 1 << 20))
            client.finishWriting()
            #expect(try client.response().status == 413)
            #expect(try client.readToEnd() == "")
        }
    }

    @Test("an address as request target is read as its path")
    func absoluteForm() async throws {
        try await serving { (_, client) throws in
            #expect(try client.exchange(get("http://127.0.0.1/api/v2/agents/me")).status == 200)
        }
    }

    @Test("a reset, a truncated body and nonsense happen on the wire")
    func faults() async throws {
        let server = try await sandbox.serve(port: 0)
        defer { server.stop() }
        sandbox.inject(.reset)
        let reset = try RawClient(port: server.port)
        reset.write(get("/api/v2/agents/me"))
        #expect(throws: RawClient.Failure.broken(ECONNRESET)) { try reset.readToEnd() }

        sandbox.inject(.truncatedBody)
        let truncated = try RawClient(port: server.port)
        truncated.write(get("/api/v2/settings/helpdesk"))
        let text = try truncated.readToEnd()
        #expect(text.contains("Content-Length: 121\r\n"))
        #expect(text.hasSuffix(#"{"primary_language":"en","supported_languages":["de","fr"],""#))

        sandbox.inject(.notHTTP)
        let nonsense = try RawClient(port: server.port)
        nonsense.write(get("/api/v2/agents/me"))
        #expect(try nonsense.readToEnd() == "\u{1}\u{2}this is not HTTP\r\n\r\n")

        sandbox.inject(.garbage)
        #expect(try RawClient(port: server.port).exchange(get("/api/v2/agents/me")).status == 200)
    }

    @Test("a delay is a real one, and stop ends it")
    func delays() async throws {
        let server = try await sandbox.serve(port: 0)
        defer { server.stop() }
        sandbox.inject(.delay(.milliseconds(80)))
        let start = ContinuousClock.now
        #expect(try RawClient(port: server.port).exchange(get("/api/v2/agents/me")).status == 200)
        #expect(start.duration(to: .now) >= .milliseconds(80))

        sandbox.inject(.delay(.seconds(3600)))
        let waiting = try RawClient(port: server.port)
        waiting.write(get("/api/v2/agents/me"))
        while sandbox.requests.count < 2 { usleep(1000) }
        server.stop()
        #expect(try waiting.readToEnd() == "")
        server.stop()
        #expect(throws: RawClient.Failure.refused) { try RawClient(port: server.port) }
    }

    @Test("a port that is taken, and a number that is no port, are errors that say so")
    func ports() async throws {
        let server = try await sandbox.serve(port: 0)
        defer { server.stop() }
        for port in [server.port, -1, 65_536] {
            await #expect {
                _ = try await sandbox.serve(port: port)
            } throws: { ($0 as? FreshworksError)?.code == .invalidArgument }
        }
    }
}
