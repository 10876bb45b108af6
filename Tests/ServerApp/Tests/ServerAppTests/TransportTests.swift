import Foundation
import FreshworksAsyncHTTPClient
import FreshworksCore
import Testing

@Suite("What a transport promises, kept by both", .timeLimit(.minutes(10)))
struct TransportTests {
    @Test("bytes, files and nothing arrive as they are", arguments: HTTPClientChoice.allCases)
    func sendsBodies(choice: HTTPClientChoice) async throws {
        try await withTransport(choice) { transport, server, folder in
            let echo = try url(server, "echo")
            #expect(try await transport.send(TransportRequest(.post, echo)).body == Data())
            let text = Data("an umlaut: ü".utf8)
            #expect(try await transport.send(TransportRequest(.post, echo, body: .bytes(text))).body == text)
            for size in [0, 1, 3_000_000] {
                let file = folder.appending(path: "upload")
                let content = Data((0..<size).map { UInt8(truncatingIfNeeded: $0) })
                try content.write(to: file)
                #expect(try await transport.send(TransportRequest(.post, echo, body: .file(file))).body == content)
            }
        }
    }

    @Test("a file that is missing is refused, and nothing is sent", arguments: HTTPClientChoice.allCases)
    func refusesMissingFile(choice: HTTPClientChoice) async throws {
        try await withTransport(choice) { transport, server, folder in
            let missing = folder.appending(path: "missing")
            let error = try await failure(
                of: TransportRequest(.post, url(server, "echo"), body: .file(missing)), over: transport)
            #expect(error.code == .fileUnavailable)
            #expect(!error.mayHaveBeenExecuted)
        }
    }

    @Test("an answer goes to a file when it is complete, and only then", arguments: HTTPClientChoice.allCases)
    func receivesFiles(choice: HTTPClientChoice) async throws {
        try await withTransport(choice) { transport, server, folder in
            let file = folder.appending(path: "download")
            try Data("what was there".utf8).write(to: file)
            let missing = try await transport.send(
                TransportRequest(.get, url(server, "nowhere"), destination: .file(file)))
            #expect(missing.status == 404)
            let error = try await failure(
                of: TransportRequest(.get, url(server, "truncated"), destination: .file(file)), over: transport)
            #expect(error.code == .truncatedResponse)
            #expect(try Data(contentsOf: file) == Data("what was there".utf8))

            let response = try await transport.send(
                TransportRequest(.get, url(server, "big"), destination: .file(file)))
            #expect(response.body.isEmpty)
            #expect(try Data(contentsOf: file) == Data(repeating: 0x2E, count: OddServer.bigAnswer))
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["download"])
        }
    }

    @Test("a redirect is an answer", arguments: HTTPClientChoice.allCases)
    func followsNoRedirect(choice: HTTPClientChoice) async throws {
        try await withTransport(choice) { transport, server, _ in
            let response = try await transport.send(TransportRequest(.get, url(server, "redirect")))
            #expect(response.status == 302)
            #expect(response.headers["location"] == "/big")
        }
    }

    @Test("an answer beyond the limit is refused", arguments: HTTPClientChoice.allCases)
    func keepsToLimit(choice: HTTPClientChoice) async throws {
        try await withTransport(choice) { transport, server, _ in
            let big = try url(server, "big")
            let whole = TransportRequest(.get, big, destination: .memory(limit: OddServer.bigAnswer))
            #expect(try await transport.send(whole).body.count == OddServer.bigAnswer)
            let error = try await failure(
                of: TransportRequest(.get, big, destination: .memory(limit: OddServer.bigAnswer - 1)), over: transport)
            #expect(error.code == .responseTooLarge)
            #expect(error.mayHaveBeenExecuted)
        }
    }

    @Test("no more than the timeout passes", arguments: HTTPClientChoice.allCases)
    func keepsDeadline(choice: HTTPClientChoice) async throws {
        try await withTransport(choice) { transport, server, _ in
            let error = try await failure(
                of: TransportRequest(.get, url(server, "slow"), timeout: .milliseconds(300)), over: transport)
            #expect(error.code == .timedOut)
            #expect(error.mayHaveBeenExecuted)
        }
    }

    @Test("a cancelled call ends at once, with CancellationError", arguments: HTTPClientChoice.allCases)
    func cancels(choice: HTTPClientChoice) async throws {
        try await withTransport(choice) { transport, server, _ in
            let slow = try url(server, "slow")
            let call = Task { try await transport.send(TransportRequest(.get, slow)) }
            // Long enough to be under way, mostly; at any other moment the outcome has to be the same.
            try await Task.sleep(for: .milliseconds(100))
            call.cancel()
            let start = ContinuousClock.now
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(start.duration(to: .now) < .seconds(5))
        }
    }

    @Test("a failure tells whether the call may have been executed", arguments: HTTPClientChoice.allCases)
    func isHonest(choice: HTTPClientChoice) async throws {
        try await withTransport(choice) { transport, server, _ in
            let refused = try await failure(
                of: TransportRequest(.get, url("http://127.0.0.1:9", "echo")), over: transport)
            #expect(refused.code == .connectionRefused)
            #expect(!refused.mayHaveBeenExecuted)

            let unknown = try await failure(
                of: TransportRequest(.get, url("https://nobody.invalid", "echo")), over: transport)
            #expect(unknown.code == .nameNotResolved)
            #expect(!unknown.mayHaveBeenExecuted)

            let lost = try await failure(of: TransportRequest(.get, url(server, "hangup")), over: transport)
            #expect(lost.code == .connectionFailed)
            #expect(lost.mayHaveBeenExecuted)

            let truncated = try await failure(of: TransportRequest(.get, url(server, "truncated")), over: transport)
            #expect(truncated.code == .truncatedResponse)
            #expect(truncated.status == 200)
            #expect(truncated.mayHaveBeenExecuted)
        }
    }

    private func url(_ server: String, _ path: String) throws -> URL { try #require(URL(string: "\(server)/\(path)")) }

    private func failure(
        of request: TransportRequest, over transport: any HTTPTransport
    ) async throws -> FreshworksError {
        try await #require(throws: FreshworksError.self) { try await transport.send(request) }
    }

    /// Runs a test with a transport, a server and an empty folder.
    private func withTransport(
        _ choice: HTTPClientChoice,
        _ test: @escaping @Sendable (any HTTPTransport, _ server: String, _ folder: URL) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "transport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await OddServer.with { server in
            switch choice {
            case .asyncHTTPClient:
                try await AsyncHTTPClientTransport.withTransport { try await test($0, server, folder) }
            case .urlSession:
                let transport = URLSessionTransport()
                defer { transport.shutdown() }
                try await test(transport, server, folder)
            }
        }
    }
}
