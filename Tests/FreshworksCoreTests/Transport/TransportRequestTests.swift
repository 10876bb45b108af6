import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("What the transport sends, and what it refuses to send", .inTurn)
struct TransportRequestTests {
    let server: RawServer

    init() throws { server = try RawServer(always: .response(200, [], "ok")) }

    @Test(
        "a body has its bytes, its length and a content type", arguments: ["POST", "PUT", "PATCH", "DELETE"],
        TransportKind.allCases)
    func body(verb: String, kind: TransportKind) async throws {
        let transport = try kind.make()
        _ = try await transport.send(server.request(.init(rawValue: verb), body: .bytes(Data("hello".utf8))))
        let sent = try #require(server.requests.first)
        #expect(sent.method == verb)
        #expect(sent.body == Array("hello".utf8))
        #expect(sent["Content-Length"] == "5")
        #expect(sent["Content-Type"] == "application/octet-stream")
        #expect(sent["Expect"] == nil)
    }

    @Test(
        "a request without a body announces none and no content type", arguments: ["POST", "PUT", "PATCH", "DELETE"],
        TransportKind.allCases)
    func noBody(verb: String, kind: TransportKind) async throws {
        let transport = try kind.make()
        _ = try await transport.send(server.request(.init(rawValue: verb)))
        let sent = try #require(server.requests.first)
        #expect(sent["Content-Length"] == "0")
        #expect(sent["Content-Type"] == nil)
    }

    @Test(
        "given header fields arrive, and the user agent is the library's unless given",
        arguments: TransportKind.allCases)
    func fields(kind: TransportKind) async throws {
        let transport = try kind.make()
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

    @Test("a file is sent whole, with its length, from disk", arguments: [0, 1, 3_000_000], TransportKind.allCases)
    func file(size: Int, kind: TransportKind) async throws {
        let transport = try kind.make()
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
        "a request whose connection breaks is not sent again",
        arguments: [0, 5].flatMap { size in ["POST", "PUT", "PATCH", "DELETE"].map { ($0, size) } },
        TransportKind.allCases)
    func brokenConnection(write: (verb: String, bodySize: Int), kind: TransportKind) async throws {
        let transport = try kind.make()
        let (verb, bodySize) = write
        let server = try RawServer { request in
            request.target == "/ok"
                ? [.response(200, request["Connection"].map { ["Connection: \($0)"] } ?? [], "ok")] : [.close]
        }
        let body: TransportRequest.Body = bodySize == 0 ? .none : .bytes(Data(count: bodySize))
        let method = TransportRequest.Method(rawValue: verb)
        _ = try await transport.send(server.request(.get, "/ok"))
        _ = try await transport.send(server.request(method, "/ok", body: body))
        let error = await failure { try await transport.send(server.request(method, "/broken", body: body)) }
        #expect(error?.code == .connectionFailed)
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(server.requests.map(\.target) == ["/ok", "/ok", "/broken"])
        // URLSession cannot be kept from repeating over a connection that had served before; libcurl itself can.
        #expect(server.requests.map(\.connection) == (kind == .libcurl ? [0, 0, 0] : [0, 1, 2]))
    }

    @Test("reads share a connection", arguments: TransportKind.allCases)
    func sharedConnection(kind: TransportKind) async throws {
        let transport = try kind.make()
        for _ in 0..<3 { _ = try await transport.send(server.request()) }
        #expect(server.requests.map(\.connection) == [0, 0, 0])
    }

    @Test(
        "fields that belong to the connection are refused",
        arguments: ["Host", "content-length", "Connection", "TRANSFER-ENCODING", "Expect", "Upgrade", "TE"],
        TransportKind.allCases)
    func reserved(name: String, kind: TransportKind) async throws {
        let transport = try kind.make()
        var request = try server.request()
        try request.headers.set(name, to: "1")
        try await expectRefusal(request, "invalid_header_field", transport)
    }

    @Test("values that were never checked are checked now", arguments: TransportKind.allCases)
    func smuggled(kind: TransportKind) async throws {
        let transport = try kind.make()
        var request = try server.request()
        request.headers = HeaderFields(received: [(name: "X-One", value: "a\r\nX-Two: b")])
        try await expectRefusal(request, "invalid_header_field", transport)
    }

    @Test("a body with GET or HEAD is refused", arguments: ["GET", "HEAD"], TransportKind.allCases)
    func bodyWithGet(verb: String, kind: TransportKind) async throws {
        let transport = try kind.make()
        try await expectRefusal(
            server.request(.init(rawValue: verb), body: .bytes(Data("x".utf8))), "invalid_argument", transport)
    }

    @Test(
        "a verb that is not a word is refused", arguments: ["", "get", "GET /x HTTP/1.1\r\nX: y", "P ST"],
        TransportKind.allCases)
    func verb(verb: String, kind: TransportKind) async throws {
        let transport = try kind.make()
        try await expectRefusal(server.request(.init(rawValue: verb)), "invalid_argument", transport)
    }

    @Test("a file that is missing or a folder is refused", arguments: ["missing", "."], TransportKind.allCases)
    func missingFile(name: String, kind: TransportKind) async throws {
        let transport = try kind.make()
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent(name)
        try await expectRefusal(server.request(.post, body: .file(file)), "file_unavailable", transport)
    }

    @Test("a download to a folder that does not exist is refused", arguments: TransportKind.allCases)
    func missingFolder(kind: TransportKind) async throws {
        let transport = try kind.make()
        let target = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID().uuidString)/file")
        try await expectRefusal(server.request(destination: .file(target)), "file_unavailable", transport)
    }

    @Test(
        "addresses that would show a credential are refused",
        arguments: [
            "http://example.com/", "http://127.0.0.1.example.com/", "http://1270.0.0.1/", "ftp://127.0.0.1/",
            "https://user:password@127.0.0.1/", "https:///x", "file:///etc/hosts",
        ], TransportKind.allCases)
    func address(text: String, kind: TransportKind) async throws {
        let transport = try kind.make()
        try await expectRefusal(TransportRequest(.get, #require(URL(string: text))), "invalid_argument", transport)
    }

    private func expectRefusal(
        _ request: TransportRequest, _ code: String, _ transport: any BuiltInTransport
    ) async throws {
        let error = try #require(await failure { try await transport.send(request) })
        #expect(error.code.rawValue == code)
        #expect(!error.mayHaveBeenExecuted)
        #expect(!"\(error)".contains("password"))
        #expect(server.connectionCount == 0)
        #expect(transport.pendingCount == 0)
    }
}
