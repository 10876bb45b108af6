import Foundation
import TestSupport
import Testing

@testable import FreshworksCore

#if os(Linux)
    @Suite(
        "TLS over libcurl, against nginx", .inTurn, .endsIfItHangs,
        .enabled(if: NginxServer.isRequired || NginxServer.isAvailable))
    struct CurlTLSTests {
        struct Bad: Sendable, CustomTestStringConvertible {
            let place: NginxServer.Place
            /// What libcurl and OpenSSL say, as far as their versions agree.
            let reason: String
            var testDescription: String { place.rawValue }
        }

        static let bad = [
            Bad(place: .expired, reason: "certificate has expired"),
            Bad(place: .wrongHost, reason: "no alternative certificate subject name matches"),
            Bad(place: .selfSigned, reason: "signed certificate"),
            Bad(place: .oldTLS, reason: "protocol version"),
        ]

        @Test("a server that is not to be trusted gets nothing, and the error and the verdict say why", arguments: bad)
        func untrusted(bad: Bad) async throws {
            let server = try await NginxServer.start()
            let url = try server.url(bad.place, "/untrusted")
            let transport = try #require(CurlTransport(certificateAuthorities: server.authority))
            for method in [TransportRequest.Method.get, .post] {
                let error = await failure { try await transport.send(TransportRequest(method, url)) }
                #expect(error?.code == .encryptionFailed)
                #expect(error?.mayHaveBeenExecuted == false)
                #expect(error?.message.contains(bad.reason) == true, "\(error?.message ?? "")")
            }
            let verification = try await client(of: server, bad.place).verify()
            #expect(verification.verdict == .unreachable)
            #expect(verification.status == nil)
            #expect(verification.advice.contains(bad.reason), "\(verification.advice)")
            // It does serve, and tells; so what came before would have been told.
            _ = try await transport.send(TransportRequest(.get, server.url(.http2, "/trusted")))
            #expect(await server.log.line(about: "/trusted")?.status == 200)
            #expect(server.log.lines.count == 1)
        }

        @Test("a good one is trusted by a transport and by a runtime that are told of its authority")
        func trusted() async throws {
            let server = try await NginxServer.start()
            let verification = try await client(of: server, .http2).verify()
            #expect(verification.verdict == .valid, "\(verification.advice)")
            #expect(verification.identity?.email == "ana@acme.example")
            for host in ["localhost", "127.0.0.1"] {
                let transport = try #require(CurlTransport(certificateAuthorities: server.authority))
                let url = try server.url(.http2, "/of/\(host)", host: host)
                #expect(try await transport.send(TransportRequest(.get, url)).status == 200)
            }
        }

        @Test("it is not trusted by whoever was not told")
        func unknownAuthority() async throws {
            let server = try await NginxServer.start()
            let url = try server.url(.http2)
            let missing = server.authority.appendingPathExtension("missing")
            for authorities in [try ownAuthority(of: server), missing] {
                let transport = try #require(CurlTransport(certificateAuthorities: authorities))
                let error = await failure { try await transport.send(TransportRequest(.post, url)) }
                #expect(error?.code == .encryptionFailed)
                #expect(error?.mayHaveBeenExecuted == false)
            }
            #expect(server.log.lines.isEmpty)
        }

        @Test("many calls share one connection of HTTP/2")
        func http2() async throws {
            let lines = try await lines(of: .http2)
            #expect(Set(lines.map(\.protocol)) == ["HTTP/2.0"])
            #expect(Set(lines.map(\.connection)).count == 1)
        }

        @Test("HTTP/1.1 does where the server has nothing newer, over one connection one after the other")
        func http1() async throws {
            let lines = try await lines(of: .http1)
            #expect(Set(lines.map(\.protocol)) == ["HTTP/1.1"])
            #expect(Set(lines.map(\.connection)).count == 1)
        }

        /// Reads and writes one after the other, and their lines in the log.
        private func lines(of place: NginxServer.Place) async throws -> [NginxLog.Line] {
            let server = try await NginxServer.start()
            let transport = try #require(CurlTransport(certificateAuthorities: server.authority))
            var lines: [NginxLog.Line] = []
            let methods: [TransportRequest.Method] = [.get, .post, .get, .put, .patch, .delete, .get]
            for (number, method) in methods.enumerated() {
                let url = try server.url(place, "/\(number)")
                #expect(try await transport.send(TransportRequest(method, url)).status == 200)
                lines.append(try #require(await server.log.line(about: "/\(number)")))
                #expect(lines.last?.method == method.rawValue)
            }
            return lines
        }

        /// A certificate that has signed none of the server's good ones.
        private func ownAuthority(of server: NginxServer) throws -> URL {
            server.authority.deletingLastPathComponent().appending(path: "selfSigned.pem")
        }

        private func client(of server: NginxServer, _ place: NginxServer.Place) throws -> APIClient {
            let base = try server.url(place, "/api/v2").absoluteString
            return try APIClient(
                account: FreshworksAccount(.freshdesk, baseURL: base),
                credential: .fixed(.freshdesk(apiKey: "an-invented-key-0123456789")),
                runtime: FreshworksRuntime(
                    .init(certificateAuthorities: server.authority, retry: .init(maximumAttempts: 1))))
        }
    }
#endif
