import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("Bodies that are sent, and what is left of them", .inTurn, .endsIfItHangs)
struct TransportBodyTests {
    @Test(
        "bytes arrive as they are, whether they go out with the head or after it",
        arguments: [0, 1, 32_767, 32_768, 32_769, 1_000_000], TransportKind.allCases)
    func bytes(size: Int, kind: TransportKind) async throws {
        let content = Data.random(size, seed: UInt64(size))
        #expect(try await arrived(content, over: kind) == content)
    }

    @Test("bytes that are part of others are sent, and no others", arguments: [1000, 100_000], TransportKind.allCases)
    func slice(size: Int, kind: TransportKind) async throws {
        let whole = Data.random(size + 200, seed: 3)
        let slice = whole[100..<100 + size]
        #expect(slice.startIndex == 100)
        #expect(try await arrived(slice, over: kind) == whole.dropFirst(100).prefix(size))
    }

    /// What a server gets of a body, once it has said that it got all of it.
    private func arrived(_ content: Data, over kind: TransportKind) async throws -> Data {
        let server = try RawServer(always: .response(200, [], "ok"))
        #expect(try await kind.make().send(server.request(.post, body: .bytes(content))).status == 200)
        let sent = try #require(server.requests.first)
        #expect(sent["Content-Length"] == "\(content.count)")
        #expect(sent["Transfer-Encoding"] == nil)
        return Data(sent.body)
    }

    @Test("the answer to HEAD is its fields, and its connection is good for more", arguments: TransportKind.allCases)
    func head(kind: TransportKind) async throws {
        let server = try RawServer { request in
            request.method == "HEAD"
                ? [.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: \"1\"\r\n\r\n")] : [.response(200, [], "hello")]
        }
        let transport = try kind.make()
        let head = try await transport.send(server.request(.init(rawValue: "HEAD")))
        #expect(head.status == 200)
        #expect(head.headers["Content-Length"] == "5")
        #expect(head.headers["ETag"] == "\"1\"")
        #expect(head.body.isEmpty)
        #expect(try await transport.send(server.request()).body == Data("hello".utf8))
        #expect(server.requests.map(\.method) == ["HEAD", "GET"])
        #expect(server.requests.map(\.connection) == [0, 0])
        #expect(server.requests[0]["Content-Length"] == nil)
    }

    @Test(
        "nothing of a call is in the next ones: no body, no field and no credential", arguments: TransportKind.allCases)
    func afterwards(kind: TransportKind) async throws {
        let server = try RawServer { request in
            [.response(200, request["Connection"].map { ["Connection: \($0)"] } ?? [], "ok")]
        }
        let transport = try kind.make()
        var write = try server.request(.post, body: .bytes(Data.random(1_000_000, seed: 4)))
        try write.headers.set("Authorization", to: "Bearer FAKE-first-0123456789")
        try write.headers.set("X-Of-The-First", to: "1")
        var read = try server.request()
        try read.headers.set("Authorization", to: "Bearer FAKE-second-0123456789")
        // Twice, for a connection or a handle of the first call may serve either.
        for request in [write, read, write, try server.request()] { _ = try await transport.send(request) }
        #expect(server.requests.map(\.method) == ["POST", "GET", "POST", "GET"])
        // URLSession gives each write a connection of its own.
        #expect(server.requests.map(\.connection) == (kind == .libcurl ? [0, 0, 0, 0] : [0, 1, 2, 1]))
        #expect(server.requests.map(\.body.count) == [1_000_000, 0, 1_000_000, 0])
        let credentials = [["Bearer FAKE-second-0123456789"], []]
        for (request, credential) in zip([server.requests[1], server.requests[3]], credentials) {
            let names = request.fields.map { $0.name.lowercased() }
            #expect(request.fields.filter { $0.name.lowercased() == "authorization" }.map(\.value) == credential)
            for name in ["x-of-the-first", "content-type", "content-length", "transfer-encoding", "expect"] {
                #expect(!names.contains(name))
            }
        }
    }

    @Test(
        "a file that shrinks while it is sent ends the call, which counts as possibly executed, for it was begun",
        arguments: TransportKind.allCases)
    func shrinkingFile(kind: TransportKind) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("upload", Data())
        // More than any system keeps between a program that writes and another that does not read.
        let isStreamed = kind == .libcurl
        try FileHandle(forWritingTo: file).truncate(atOffset: isStreamed ? 256 << 20 : 1 << 20)
        let gate = Gate()
        defer { gate.open() }
        let server = try RawServer(onConnect: [.wait(gate), .hold])
        let clock = ManualClock()
        let transport = try kind.make(clock: clock)
        let request = try server.request(.post, body: .file(file), timeout: .seconds(60))
        let call = Task { try await transport.send(request) }
        try await eventually { server.connectionCount == 1 }
        try FileHandle(forWritingTo: file).truncate(atOffset: 0)
        gate.open()
        // Over URLSession it was in memory before, and waits for its answer.
        if !isStreamed { clock.advance(by: .seconds(60)) }
        let error = await failure { try await call.value }
        #expect(error?.code == (isStreamed ? .fileUnavailable : .timedOut))
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(transport.pendingCount == 0)
    }

    @Test(
        "a connection that breaks while a file is sent ends the call, and not the process",
        arguments: TransportKind.allCases)
    func brokenUpload(kind: TransportKind) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("upload", Data.random(1_000_000, seed: 5))
        let server = try RawServer(onConnect: [.reset])
        let transport = try kind.make()
        let request = try server.request(.post, body: .file(file))
        for _ in 1...300 {
            #expect(await failure { try await transport.send(request) }?.code == .connectionFailed)
        }
        #expect(transport.pendingCount == 0)
    }

    #if os(Linux)
        @Test("URLSession gets no file that would fill the memory, and nothing of one is sent")
        func largeFile() async throws {
            let folder = try TemporaryFolder()
            let file = try folder.file("upload", Data())
            try FileHandle(forWritingTo: file).truncate(atOffset: (256 << 20) + 1)
            let server = try RawServer(always: .response(200, [], "ok"))
            let transport = try TransportKind.urlSession.make()
            let error = await failure { try await transport.send(server.request(.post, body: .file(file))) }
            #expect(error?.code == .requestTooLarge)
            #expect(error?.mayHaveBeenExecuted == false)
            #expect(server.connectionCount == 0)
        }
    #endif

    @Test("a .netrc in the home folder is not used", arguments: TransportKind.allCases)
    func netrc(kind: TransportKind) async throws {
        let home = try TemporaryFolder()
        _ = try home.file(
            ".netrc",
            Data("machine 127.0.0.1 login me password FAKE-word\ndefault login me password FAKE-word\n".utf8))
        let server = try RawServer(always: .response(200, [], "ok"))
        let (name, url) = (kind == .libcurl ? "libcurl" : "urlsession", try server.url().absoluteString)
        // Without a credential of its own, for that would go before one of the file.
        let environment = ["HOME": home.url.path, "NETRC": home.url.appending(path: ".netrc").path]
        #expect(try await callElsewhere("GET", url, environment, transport: name, isSigned: false) == "status 200")
        #expect(server.requests.map { $0["Authorization"] } == [nil])
    }
}

extension RawServer.Request {
    /// All header fields, in order.
    fileprivate var fields: [(name: String, value: String)] {
        head.split(separator: "\r\n").dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return (parts[0], parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
        }
    }
}
