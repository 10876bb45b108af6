import Foundation
import FreshworksCore
import TestSupport
import Testing

#if os(Linux)
    extension CommandTests {
        @Suite(
            "TLS and tunnels", .endsIfItHangs,
            .enabled(if: NginxServer.isRequired || NginxServer.isAvailable))
        struct OverTLS {
            private let desk = Service.freshdesk

            /// The variables for a service at a place of the server.
            private func environment(_ server: NginxServer, _ place: NginxServer.Place) throws -> [String: String] {
                [
                    "FRESHDESK_BASE_URL": try server.url(place, "/api/v2").absoluteString,
                    desk.secretVariable: desk.secret, "SSL_CERT_FILE": server.authority.path,
                ]
            }

            @Test("SSL_CERT_FILE names whom to trust; HTTP/2 where the server has it", arguments: ["2.0", "1.1"])
            func trusted(version: String) async throws {
                let server = try await NginxServer.start()
                var environment = try environment(server, version == "2.0" ? .http2 : .http1)
                let result = try await freshworksProcess(["api", "freshdesk", "GET", "agents/me"], environment)
                try #require(result.status == 0, "\(result.diagnostics)")
                let line = await server.log.line(about: "/api/v2/agents/me")
                #expect(line?.protocol == "HTTP/\(version)")
                environment["SSL_CERT_FILE"] = nil
                let distrust = try await freshworksProcess(["verify", "--json", "--deadline", "20"], environment)
                #expect(distrust.status == 3)
                #expect(try VerifyReport.all(in: distrust).map(\.verdict) == ["unreachable"])
                #expect(server.log.lines.count == 1)
            }

            @Test(
                "verify says unreachable, and why, of a server that is not to be trusted",
                arguments: [
                    (NginxServer.Place.expired, "certificate has expired"),
                    (.wrongHost, "no alternative certificate subject name matches"),
                    (.selfSigned, "signed certificate"), (.oldTLS, "protocol version"),
                ])
            func untrusted(place: NginxServer.Place, reason: String) async throws {
                let server = try await NginxServer.start()
                let result = try await freshworksProcess(
                    ["verify", "--json", "--deadline", "20"], environment(server, place))
                #expect(result.status == 3)
                let report = try #require(try VerifyReport.all(in: result).first)
                #expect(report.verdict == "unreachable")
                #expect(report.advice.contains(reason), "\(report.advice)")
                #expect(server.log.lines.isEmpty)
            }

            @Test(
                "a proxy opens a tunnel to the service, and reads nothing of what goes through it",
                arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
            func tunnel(variable: String) async throws {
                let server = try await NginxServer.start()
                let proxy = try ConnectProxy(to: server.port(.http2))
                var environment = desk.environment(subdomain: "acme")
                environment["SSL_CERT_FILE"] = server.authority.path
                environment[variable] = "http://127.0.0.1:\(proxy.port)"
                let result = try await freshworksProcess(["verify", "--json"], environment)
                #expect(result.status == 0)
                #expect(try VerifyReport.all(in: result).map(\.verdict) == ["valid"])
                try await eventually { !server.log.lines.isEmpty }
                #expect(server.log.lines.map(\.target) == ["/api/v2/agents/me"])
                #expect(proxy.heads.map { $0.prefix(44) } == ["CONNECT acme.freshdesk.com:443 HTTP/1.1\r\nHost"])
                let read = proxy.heads.joined() + String(decoding: proxy.bytes, as: UTF8.self)
                #expect(!read.lowercased().contains("authorization"))
                #expect(!read.contains(desk.authorization))
            }

            @Test("loopback is reached directly, encrypted or not, at ::1 too")
            func loopback() async throws {
                let server = try await NginxServer.start()
                let proxy = try RawServer(onConnect: [.close])
                var bases: [String] = []
                for host in ["localhost", "127.0.0.1"] {
                    for place in [NginxServer.Place.http2, .plain] {
                        bases.append(try server.url(place, "/api/v2", host: host).absoluteString)
                    }
                }
                if let port = server.portOfIPv6 { bases.append("http://[::1]:\(port)/api/v2") }
                for base in bases {
                    var environment = try environment(server, .http2)
                    environment["FRESHDESK_BASE_URL"] = base
                    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"] {
                        environment[name] = "http://127.0.0.1:\(proxy.port)"
                    }
                    let result = try await freshworksProcess(["verify", "--json"], environment)
                    #expect(result.status == 0, "\(base): \(result.output)")
                }
                try await eventually { server.log.lines.count >= bases.count }
                #expect(server.log.lines.count == bases.count)
                #expect(proxy.connectionCount == 0)
            }
        }
    }
#endif
