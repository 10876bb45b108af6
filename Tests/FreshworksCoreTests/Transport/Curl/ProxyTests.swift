import Foundation
import FreshworksCore
import TestSupport
import Testing

#if os(Linux)
    /// In processes of their own, because the environment belongs to the whole of one.
    @Suite("Proxies of the environment", .inTurn, .endsIfItHangs)
    struct ProxyTests {
        @Suite(
            "that open a tunnel",
            .enabled(if: NginxServer.isRequired || NginxServer.isAvailable))
        struct Tunnels {
            @Test("no_proxy leads around the proxy, and nothing else does", arguments: ["GET", "POST"])
            func exceptions(method: String) async throws {
                let server = try await NginxServer.start()
                let proxy = try ConnectProxy(to: server.port(.http2))
                // libcurl knows by itself where such names lead, and this package holds them for a service's.
                let url = try server.url(.http2, "/x", host: "acme.localhost").absoluteString
                let environment = [
                    "SSL_CERT_FILE": server.authority.path, "https_proxy": "http://127.0.0.1:\(proxy.port)",
                ]
                #expect(try await callElsewhere(method, url, environment) == "status 200")
                #expect(proxy.heads.count == 1)
                for list in ["acme.localhost", "elsewhere.example, .localhost"] {
                    let excepted = environment.merging(["no_proxy": list]) { $1 }
                    #expect(try await callElsewhere(method, url, excepted) == "status 200")
                }
                #expect(proxy.heads.count == 1)
                try await eventually { server.log.count(of: "/x") >= 3 }
                #expect(server.log.count(of: "/x") == 3)
            }

            @Test(
                "what is sent through the tunnel is sent once, and the proxy cannot read it",
                arguments: ["GET", "POST"])
            func secrecy(method: String) async throws {
                let server = try await NginxServer.start()
                let proxy = try ConnectProxy(to: server.port(.http2))
                let output = try await callElsewhere(
                    method, "https://acme.freshdesk.com/x",
                    ["SSL_CERT_FILE": server.authority.path, "https_proxy": "http://me:word@127.0.0.1:\(proxy.port)"])
                #expect(output == "status 200")
                // The server writes its line after the answer.
                _ = await server.log.line(about: "/x")
                #expect(server.log.count(of: "/x") == 1)
                let head = try #require(proxy.heads.first)
                #expect(proxy.heads.count == 1)
                #expect(head.hasPrefix("CONNECT acme.freshdesk.com:443 HTTP/1.1\r\n"))
                #expect(head.contains("\r\nProxy-Authorization: Basic bWU6d29yZA==\r\n"))
                #expect(!head.lowercased().contains("\r\nauthorization:"))
                #expect(!proxy.bytes.isEmpty)
                #expect(!head.contains("FAKE-token"))
                #expect(!String(decoding: proxy.bytes, as: UTF8.self).contains("FAKE-token"))
            }

            @Test("a server behind a tunnel is trusted no more than any other")
            func untrusted() async throws {
                let server = try await NginxServer.start()
                let proxy = try ConnectProxy(to: server.port(.expired))
                let output = try await callElsewhere(
                    "POST", "https://acme.freshdesk.com/x",
                    ["SSL_CERT_FILE": server.authority.path, "https_proxy": "http://127.0.0.1:\(proxy.port)"])
                #expect(output.hasPrefix("encryption_failed unsent "))
                #expect(output.contains("certificate has expired"))
            }
        }

        @Test("one that refuses is named, and gets no credential", arguments: [403, 407, 502])
        func refusal(status: Int) async throws {
            let proxy = try RawServer(always: .response(status, ["Proxy-Authenticate: Basic realm=\"p\""], "no"))
            let output = try await callElsewhere(
                "POST", "https://acme.freshdesk.com/x", ["https_proxy": "http://127.0.0.1:\(proxy.port)"])
            #expect(output.hasPrefix("proxy_failed unsent the proxy 127.0.0.1:\(proxy.port) "))
            #expect(output.contains("status \(status)"))
            #expect(proxy.requests.count == 1)
            #expect(proxy.requests.allSatisfy { $0.method == "CONNECT" && $0["Authorization"] == nil })
        }

        @Test("one that ends the connection, or speaks no HTTP, is named")
        func nonsense() async throws {
            for steps in [[RawServer.Step.close], [.reset], [.send("220 mail.example ESMTP\r\n\r\n"), .close]] {
                let proxy = try RawServer { _ in steps }
                let output = try await callElsewhere(
                    "POST", "https://acme.freshdesk.com/x", ["https_proxy": "http://127.0.0.1:\(proxy.port)"])
                #expect(output.hasPrefix("proxy_failed unsent the proxy 127.0.0.1:\(proxy.port) "), "\(output)")
            }
        }

        // No program of a test picks port 1; a label has 63 characters at the most, so no resolver is asked.
        @Test(
            "one that is not there is named, without its password",
            arguments: ["127.0.0.1:1", "\(String(repeating: "p", count: 64)).example:3128"], ["http", "nothing"])
        func absence(address: String, scheme: String) async throws {
            let output = try await callElsewhere(
                "POST", "https://acme.freshdesk.com/x", ["https_proxy": "\(scheme)://me:FAKE-word@\(address)"])
            #expect(output.hasPrefix("proxy_failed unsent the proxy \(address) "), "\(output)")
            #expect(!output.contains("FAKE-word"))
        }

        @Test(
            "one that would read requests to loopback gets none: libcurl goes by it, URLSession refuses",
            arguments: ["http_proxy", "all_proxy", "ALL_PROXY"], ["127.0.0.1", "localhost"])
        func loopback(variable: String, host: String) async throws {
            let server = try RawServer(always: .response(200, [], "ok"))
            let proxy = try RawServer(always: .response(200, [], "read"))
            let environment = [variable: "http://127.0.0.1:\(proxy.port)"]
            let url = "http://\(host):\(server.port)/"
            let refused = try await callElsewhere("POST", url, environment, transport: "urlsession")
            #expect(refused.hasPrefix("proxy_would_read_request unsent "))
            #expect(server.connectionCount == 0)
            let excepted = environment.merging(["no_proxy": host]) { $1 }
            #expect(try await callElsewhere("POST", url, excepted, transport: "urlsession") == "status 200")
            #expect(try await callElsewhere("POST", url, environment) == "status 200")
            #expect(server.requests.count == 2)
            #expect(proxy.connectionCount == 0)
        }
    }

#endif
