import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

#if os(Linux)
    @Suite("A libcurl before 7.80, which cannot be asked not to repeat", .inTurn)
    struct OldLibcurlTests {
        @Test("sends each write once over HTTP/1.1, whatever becomes of its connection", arguments: WriteKind.methods)
        func once(method: TransportRequest.Method) async throws {
            let server = try RawServer { request in
                if request.method == "GET" { return [.response(200, [], "ok")] }
                return [request.target.hasSuffix("0") ? .close : .reset]
            }
            let transport = try ToldLibcurl.from2021.transport()
            let folder = try TemporaryFolder()
            for round in 0..<Rounds.count {
                for kind in WriteKind.allCases {
                    // Leaves a connection behind that a write could go over.
                    _ = try await transport.send(server.request())
                    let body = try kind.body(in: folder)
                    let error = await failure {
                        try await transport.send(server.request(method, "/\(kind)/\(round)/\(round % 2)", body: body))
                    }
                    #expect(error?.code == .connectionFailed)
                    #expect(error?.mayHaveBeenExecuted == true)
                }
            }
            let writes = server.requests.filter { $0.method != "GET" }
            #expect(writes.count == Rounds.count * WriteKind.allCases.count)
            #expect(Set(writes.map(\.target)).count == writes.count)
        }

        @Test("keeps the connections of reads, and gives every write one of its own")
        func connections() async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            let transport = try ToldLibcurl.from2021.transport()
            for method in [TransportRequest.Method.get, .post, .get, .delete, .put, .get] {
                #expect(try await transport.send(server.request(method)).status == 200)
            }
            #expect(server.requests.map(\.connection) == [0, 1, 0, 2, 3, 0])
        }

        @Test("says of a write whose answer is late that it may have been executed", .endsIfItHangs)
        func late() async throws {
            let server = try RawServer(always: .hold)
            let clock = ManualClock()
            let transport = try #require(CurlTransport(CurlLibrary.load("libcurl.so.4", as: 0x07_4C_00), clock: clock))
            let request = try server.request(.post, timeout: .seconds(50))
            async let error = failure { try await transport.send(request) }
            while server.requests.isEmpty { await Task.yield() }
            try await clock.waitForSleepers(1)
            clock.advance(by: .seconds(50))
            #expect(await error?.code == .timedOut)
            #expect(await error?.mayHaveBeenExecuted == true)
        }

        @Test("knows a write that was not sent from one that may have been executed")
        func unsent() async throws {
            let transport = try ToldLibcurl.from2021.transport()
            let refused = TransportRequest(.post, try RawServer.unusedURL)
            let error = await failure { try await transport.send(refused) }
            #expect(error?.code == .connectionRefused)
            #expect(error?.mayHaveBeenExecuted == false)
            let plain = try RawServer(onConnect: [.send("HTTP/1.1 400 Bad Request\r\n\r\n"), .close])
            let encrypted = try TransportRequest(.post, plain.url(scheme: "https"))
            let other = await failure { try await transport.send(encrypted) }
            #expect(other?.code == .encryptionFailed)
            #expect(other?.mayHaveBeenExecuted == false)
        }
    }
#endif
