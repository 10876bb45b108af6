import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("What the transport sends, and what it refuses to send")
struct TransportRequestTests {
    let transport = URLSessionTransport()
    let server: RawServer

    init() throws { server = try RawServer(always: .response(200, [], "ok")) }

    @Test("a body has its bytes, its length and a content type", arguments: ["POST", "PUT", "PATCH", "DELETE"])
    func body(verb: String) async throws {
        _ = try await transport.send(server.request(.init(rawValue: verb), body: .bytes(Data("hello".utf8))))
        let sent = try #require(server.requests.first)
        #expect(sent.method == verb)
        #expect(sent.body == Array("hello".utf8))
        #expect(sent["Content-Length"] == "5")
        #expect(sent["Content-Type"] == "application/octet-stream")
        #expect(sent["Expect"] == nil)
    }

    @Test("a request without a body announces none and no content type", arguments: ["POST", "PUT", "PATCH", "DELETE"])
    func noBody(verb: String) async throws {
        _ = try await transport.send(server.request(.init(rawValue: verb)))
        let sent = try #require(server.requests.first)
        #expect(sent["Content-Length"] == "0")
        #expect(sent["Content-Type"] == nil)
    }

    @Test("given header fields arrive, and the user agent is the library's unless given")
    func fields() async throws {
        var request = try server.request(.post, body: .bytes(Data("{}".utf8)))
        try request.headers.set("Content-Type", to: "application/json")
        try request.headers.set("X-One", to: "a: b")
        _ = try await transport.send(request)
        try request.headers.set("User-Agent", to: "mine/1")
        _ = try await transport.send(request)
        #expect(server.requests.map { $0["Content-Type"] } == ["application/json", "application/json"])
        #expect(server.requests.map { $0["X-One"] } == ["a: b", "a: b"])
        #expect(server.requests.map { $0["User-Agent"] } == ["swift-freshworks/0.1.0", "mine/1"])
    }

    @Test("a file is sent whole, with its length, from disk", arguments: [0, 1, 3_000_000])
    func file(size: Int) async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("upload")
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        try Data(bytes).write(to: file)
        _ = try await transport.send(server.request(.post, body: .file(file)))
        let sent = try #require(server.requests.first)
        #expect(sent["Content-Length"] == "\(size)")
        #expect(sent["Transfer-Encoding"] == nil)
        #expect(sent.body == bytes)
    }

    @Test(
        "a request whose connection breaks is not sent again", arguments: ["POST", "PUT", "PATCH", "DELETE"], [0, 5])
    func brokenConnection(verb: String, bodySize: Int) async throws {
        let server = try RawServer { request in
            request.target == "/ok" ? [.response(200, ["Connection: \(request["Connection"] ?? "-")"], "ok")] : [.close]
        }
        let body: TransportRequest.Body = bodySize == 0 ? .none : .bytes(Data(count: bodySize))
        let method = TransportRequest.Method(rawValue: verb)
        _ = try await transport.send(server.request(.get, "/ok"))
        _ = try await transport.send(server.request(method, "/ok", body: body))
        let error = await failure { try await transport.send(server.request(method, "/broken", body: body)) }
        #expect(error?.code == .connectionFailed)
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(server.requests.map(\.target) == ["/ok", "/ok", "/broken"])
        #expect(server.requests.map(\.connection) == [0, 1, 2])
    }

    @Test("reads share a connection")
    func sharedConnection() async throws {
        for _ in 0..<3 { _ = try await transport.send(server.request()) }
        #expect(server.requests.map(\.connection) == [0, 0, 0])
    }

    @Test(
        "fields that belong to the connection are refused",
        arguments: ["Host", "content-length", "Connection", "TRANSFER-ENCODING", "Expect", "Upgrade", "TE"])
    func reserved(name: String) async throws {
        var request = try server.request()
        try request.headers.set(name, to: "1")
        try await expectRefusal(request, "invalid_header_field")
    }

    @Test("values that were never checked are checked now")
    func smuggled() async throws {
        var request = try server.request()
        request.headers = HeaderFields(received: [(name: "X-One", value: "a\r\nX-Two: b")])
        try await expectRefusal(request, "invalid_header_field")
    }

    @Test("a body with GET or HEAD is refused", arguments: ["GET", "HEAD"])
    func bodyWithGet(verb: String) async throws {
        try await expectRefusal(
            server.request(.init(rawValue: verb), body: .bytes(Data("x".utf8))), "invalid_argument")
    }

    @Test("a verb that is not a word is refused", arguments: ["", "get", "GET /x HTTP/1.1\r\nX: y", "P ST"])
    func verb(verb: String) async throws {
        try await expectRefusal(server.request(.init(rawValue: verb)), "invalid_argument")
    }

    @Test("a file that is missing or a folder is refused", arguments: ["missing", "."])
    func missingFile(name: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent(name)
        try await expectRefusal(server.request(.post, body: .file(file)), "file_unavailable")
    }

    @Test("a download to a folder that does not exist is refused")
    func missingFolder() async throws {
        let target = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID().uuidString)/file")
        try await expectRefusal(server.request(destination: .file(target)), "file_unavailable")
    }

    @Test(
        "addresses that would show a credential are refused",
        arguments: [
            "http://example.com/", "http://127.0.0.1.example.com/", "http://1270.0.0.1/", "ftp://127.0.0.1/",
            "https://user:password@127.0.0.1/", "https:///x", "file:///etc/hosts",
        ])
    func address(text: String) async throws {
        try await expectRefusal(TransportRequest(.get, #require(URL(string: text))), "invalid_argument")
    }

    private func expectRefusal(_ request: TransportRequest, _ code: String) async throws {
        let error = try #require(await failure { try await transport.send(request) })
        #expect(error.code.rawValue == code)
        #expect(!error.mayHaveBeenExecuted)
        #expect(!"\(error)".contains("password"))
        #expect(server.connectionCount == 0)
        #expect(transport.pendingCount == 0)
    }
}
