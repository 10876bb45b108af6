import Foundation
import TestSupport
import Testing

@testable import FreshworksCore

#if os(Linux)
    /// A transport whose connections to an nginx pass a relay that cuts them when requests have arrived and not been answered.
    final class CutConnections: Sendable {
        private let server: NginxServer
        private let relay: TCPRelay
        private let transport: CurlTransport

        init(_ library: ToldLibcurl) async throws {
            server = try await NginxServer.start()
            relay = try TCPRelay(to: server.port(.http2))
            transport = try library.transport(certificateAuthorities: server.authority)
        }

        /// Everything that arrived and was no read.
        var writes: [NginxLog.Line] { server.log.lines.filter { $0.method != "GET" } }

        /// The targets of writes that arrived more than once.
        var repeated: [String] {
            Dictionary(grouping: writes, by: \.target).filter { $0.value.count > 1 }.keys.sorted()
        }

        func request(
            _ method: TransportRequest.Method, _ path: String, _ body: TransportRequest.Body = .none
        ) throws -> TransportRequest {
            let url = try #require(URL(string: "https://127.0.0.1:\(relay.port)\(path)"))
            return TransportRequest(method, url, body: body)
        }

        /// Sees to it that there is a connection of HTTP/2 that has served a request.
        func warmUp(_ path: String) async throws -> NginxLog.Line {
            #expect(try await transport.send(request(.get, "/before" + path)).status == 200)
            return try #require(await server.log.line(about: "/before" + path))
        }

        /// Sends requests at once and cuts their connections when all have arrived.
        /// - Returns: How they ended, and what the server says of them.
        func cut(
            _ round: Int, _ requests: [TransportRequest]
        ) async throws -> (errors: [FreshworksError], lines: [NginxLog.Line]) {
            relay.holdAnswers()
            return try await withThrowingTaskGroup(of: (Int, FreshworksError?).self) { [transport] group in
                for (index, request) in requests.enumerated() {
                    group.addTask { (index, await failure { try await transport.send(request) }) }
                }
                var lines: [NginxLog.Line] = []
                for request in requests {
                    lines.append(try #require(await server.log.line(about: request.url.path())))
                }
                await relay.cut(TCPRelay.End.allCases[round % 2])
                let ends = try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }
                return (ends.compactMap(\.1), lines)
            }
        }

        /// Lets what is still under way arrive.
        func end() async throws {
            await transport.shutdown()
            let last = try ToldLibcurl.current.transport(certificateAuthorities: server.authority)
            _ = try await last.send(request(.get, "/last"))
            _ = await server.log.line(about: "/last")
        }
    }
#endif
