import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

#if os(Linux)
    @Suite(
        "Bodies and neighbors over HTTP/2, against nginx", .inTurn, .endsIfItHangs,
        .enabled(if: NginxServer.isRequired || NginxServer.isAvailable))
    struct HTTP2StreamTests {
        private static let content = Data.random(3_000_000, seed: 1)
        /// Half of the content compresses well, and none of it by so much that it could be one piece.
        private static let text = Data(Data.random(1_500_000, seed: 2).map { 0x61 + $0 % 16 })

        @Test("an upload arrives byte by byte, from memory and from a file", arguments: [false, true])
        func upload(isFile: Bool) async throws {
            let server = try await NginxServer.start()
            let folder = try TemporaryFolder()
            let body: TransportRequest.Body =
                isFile ? .file(try folder.file("upload", Self.content)) : .bytes(Self.content)
            let request = try TransportRequest(.post, server.url(.http2, "/uploads/x"), body: body)
            #expect(try await transport(server).send(request).status == 200)
            let line = try #require(await server.log.line(about: "/uploads/x"))
            #expect(line.protocol == "HTTP/2.0")
            // The rest are the frames of a short head.
            #expect(3_000_000..<3_010_000 ~= line.size)
            #expect(try server.uploads() == [Self.content])
        }

        @Test("a large answer is whole, in memory and in a file")
        func download() async throws {
            let server = try await NginxServer.start()
            try server.serve("content", Self.content)
            let transport = try transport(server)
            let folder = try TemporaryFolder()
            let file = folder.url.appending(path: "content")
            var request = try TransportRequest(.get, server.url(.http2, "/files/content"))
            #expect(try await transport.send(request).body == Self.content)
            request.destination = .file(file)
            #expect(try await transport.send(request).body.isEmpty)
            #expect(try Data(contentsOf: file) == Self.content)
            #expect(await server.log.line(about: "/files/content")?.protocol == "HTTP/2.0")
        }

        @Test("an answer in gzip is unpacked, and its limit is that of the bytes that come out")
        func gzip() async throws {
            let server = try await NginxServer.start()
            try server.serve("text", Self.text)
            let transport = try transport(server)
            var request = try TransportRequest(.get, server.url(.http2, "/packed/text"))
            request.destination = .memory(limit: Self.text.count)
            let response = try await transport.send(request)
            #expect(response.headers["Content-Encoding"] == "gzip")
            #expect(response.body == Self.text)
            request.destination = .memory(limit: Self.text.count - 1)
            #expect(await failure { try await transport.send(request) }?.code == .responseTooLarge)
            #expect(await server.log.line(about: "/packed/text")?.protocol == "HTTP/2.0")
        }

        @Test("an answer over the limit is refused, one at the limit is not, and the next call is none the worse")
        func limit() async throws {
            let server = try await NginxServer.start()
            try server.serve("content", Self.content)
            let transport = try transport(server)
            var request = try TransportRequest(.get, server.url(.http2, "/files/content"))
            for (limit, fits) in [(3_000_000, true), (2_999_999, false), (3_000_000, true)] {
                request.destination = .memory(limit: limit)
                let error = await failure {
                    let response = try await transport.send(request)
                    #expect(response.body == Self.content)
                    return response
                }
                #expect(error?.code == (fits ? nil : .responseTooLarge))
                #expect(error?.mayHaveBeenExecuted == (fits ? nil : true))
            }
            #expect(transport.pendingCount == 0)
        }

        @Test("a canceled call ends alone: its neighbor on the same connection gets its whole answer")
        func canceledNeighbor() async throws {
            let pair = try await NeighboringCalls()
            pair.ending.cancel()
            await #expect(throws: CancellationError.self) { try await pair.ending.value }
            try await pair.expectWholeAnswer()
        }

        @Test("a call that meets its deadline ends alone: its neighbor on the same connection gets its whole answer")
        func lateNeighbor() async throws {
            let pair = try await NeighboringCalls()
            pair.clock.advance(by: NeighboringCalls.deadline)
            let error = await failure { try await pair.ending.value }
            #expect(error?.code == .timedOut)
            #expect(error?.mayHaveBeenExecuted == true)
            try await pair.expectWholeAnswer()
        }

        private func transport(_ server: NginxServer) throws -> CurlTransport {
            try #require(CurlTransport(certificateAuthorities: server.authority))
        }

        /// Two calls on one connection that are both in the middle of their answers.
        private final class NeighboringCalls {
            /// Of the one that will end, by the clock.
            static let deadline = Duration.seconds(10)

            let clock = ManualClock()
            /// The one whose answer never comes to its end.
            let ending: Task<TransportResponse, any Error>
            private let living: Task<TransportResponse, any Error>
            private let content = HTTP2StreamTests.content
            private let server: NginxServer
            private let service: RawServer
            private let gate = Gate()
            private let first: NginxLog.Line

            init() async throws {
                let head = "HTTP/1.1 200 OK\r\nContent-Length: \(content.count)\r\n\r\n"
                let (begin, rest) = (Array(head.utf8) + content.prefix(1_000_000), Array(content.dropFirst(1_000_000)))
                service = try RawServer { [gate] request in
                    [.send(begin)] + (request.target == "/behind/ending" ? [.hold] : [.wait(gate), .send(rest)])
                }
                server = try await NginxServer.start(portBehind: service.port)
                let transport = try #require(CurlTransport(certificateAuthorities: server.authority, clock: clock))
                // Makes the connection, so that what comes next goes over it.
                _ = try await transport.send(TransportRequest(.get, server.url(.http2, "/first")))
                first = try #require(await server.log.line(about: "/first"))
                let short = try TransportRequest(
                    .get, server.url(.http2, "/behind/ending"), timeout: Self.deadline)
                let long = try TransportRequest(
                    .get, server.url(.http2, "/behind/living"), timeout: .seconds(1_000_000))
                ending = Task { try await transport.send(short) }
                living = Task { try await transport.send(long) }
                try await eventually { service.requests.count == 2 }
            }

            deinit { gate.open() }

            /// Expects that the other call comes to its end on the same connection, and that the server has heard of the one's.
            func expectWholeAnswer() async throws {
                // libcurl 7.88 tells the server of a stream's end when the connection moves next, so nobody waits for that here.
                gate.open()
                #expect(try await living.value.body == content)
                let ended = try #require(await server.log.line(about: "/behind/ending"))
                let lived = try #require(await server.log.line(about: "/behind/living"))
                for line in [first, ended, lived] {
                    #expect(line.protocol == "HTTP/2.0")
                    #expect(line.connection == first.connection)
                }
                // Each was asked for once.
                #expect(service.requests.map(\.target).sorted() == ["/behind/ending", "/behind/living"])
            }
        }
    }
#endif
