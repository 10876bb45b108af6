import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("Answers that go to a file", .inTurn)
struct TransportDownloadTests {
    let folder: TemporaryFolder
    let target: URL

    init() throws {
        folder = try TemporaryFolder()
        target = folder.url.appendingPathComponent("report.csv")
    }

    @Test(
        "the body is in the file, which only its owner can read, and no more in memory than that",
        arguments: TransportKind.allCases)
    func whole(kind: TransportKind) async throws {
        let transport = try kind.make()
        let body = [UInt8](repeating: 66, count: 3_000_000)
        let server = try RawServer(always: .response(200, [], body))
        let response = try await transport.send(server.request(destination: .file(target)))
        #expect(response.body.isEmpty)
        #expect(try Data(contentsOf: target) == Data(body))
        let mode = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(folder.names == ["report.csv"])
    }

    @Test("an empty body makes an empty file", arguments: TransportKind.allCases)
    func empty(kind: TransportKind) async throws {
        let transport = try kind.make()
        let server = try RawServer(always: .response(200, [], ""))
        _ = try await transport.send(server.request(destination: .file(target)))
        #expect(try Data(contentsOf: target).isEmpty)
    }

    @Test("a file that was there is replaced by a whole body alone", arguments: TransportKind.allCases)
    func replaced(kind: TransportKind) async throws {
        let transport = try kind.make()
        try Data("old".utf8).write(to: target)
        let cut = try RawServer(always: .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"), .close)
        let error = await failure { try await transport.send(cut.request(destination: .file(target))) }
        #expect(error?.code == .truncatedResponse)
        #expect(try Data(contentsOf: target) == Data("old".utf8))
        #expect(folder.names == ["report.csv"])
        let server = try RawServer(always: .response(200, [], "new"))
        _ = try await transport.send(server.request(destination: .file(target)))
        #expect(try Data(contentsOf: target) == Data("new".utf8))
    }

    @Test(
        "the body of a refusal is in memory and leaves no file", arguments: [302, 401, 404, 503], TransportKind.allCases
    )
    func refusal(status: Int, kind: TransportKind) async throws {
        let transport = try kind.make()
        let fields = ["Location: /x", "WWW-Authenticate: Basic realm=\"x\""]
        let server = try RawServer(always: .response(status, fields, "why"))
        let response = try await transport.send(server.request(destination: .file(target)))
        #expect(response.status == status)
        #expect(response.body == Data("why".utf8))
        #expect(folder.names == [])
    }

    #if os(Linux)
        @Test("libcurl asks for packed answers in memory, and not for files, whose size nothing limits")
        func packing() async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            let transport = try TransportKind.libcurl.make()
            for destination in [TransportRequest.Destination.memory(), .file(target)] {
                _ = try await transport.send(server.request(destination: destination))
            }
            #expect(server.requests.map { $0["Accept-Encoding"] } == ["gzip", nil])
        }
    #endif

    @Test(
        "nothing stays behind after a cut, a deadline, a cancellation, a shutdown or a target that is a folder",
        arguments: TransportKind.allCases)
    func leftovers(kind: TransportKind) async throws {
        let transport = try kind.make()
        let server = try RawServer(always: .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"), .hold)
        let slow = try server.request(destination: .file(target), timeout: .milliseconds(200))
        let late = await failure { try await transport.send(slow) }
        #expect(late?.code == .timedOut, "\(String(describing: late))")
        // Whoever was just writing to the file removes it; nobody waits for a disk.
        try await eventually { folder.names == [] }

        let other = try RawServer(always: .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"), .hold)
        let request = try other.request(destination: .file(target))
        let task = Task { try await transport.send(request) }
        while other.requests.isEmpty { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await eventually { folder.names == [] }

        let good = try RawServer(always: .response(200, [], "new"))
        let onFolder = try good.request(destination: .file(folder.url))
        let error = await failure { try await transport.send(onFolder) }
        #expect(error?.code == .fileUnavailable)
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(folder.names == [])

        await transport.shutdown()
        #expect(await failure { try await transport.send(request) }?.code == .shutDown)
        #expect(folder.names == [])
    }
}
