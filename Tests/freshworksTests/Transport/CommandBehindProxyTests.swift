import FreshworksCore
import TestSupport
import Testing

extension CommandTests {
    @Suite("a proxy in the environment")
    struct BehindProxy {
        private let desk = Service.freshdesk

        private func environment(_ proxy: String) -> [String: String] {
            desk.environment(subdomain: "acme").merging(["https_proxy": proxy]) { $1 }
        }

        #if os(Linux)
            @Test("that refuses makes the service unreachable, is named, and never sees the credential")
            func refusal() async throws {
                let proxy = try RawServer { _ in [.response(407, ["Proxy-Authenticate: Basic realm=\"p\""], "no")] }
                let environment = environment("http://127.0.0.1:\(proxy.port)")
                let result = try await freshworksProcess(["verify", "--json"], environment)
                #expect(result.status == 3)
                let report = try #require(try VerifyReport.all(in: result).first)
                #expect(report.verdict == "unreachable")
                #expect(report.status == .null)
                #expect(report.advice.contains("the proxy 127.0.0.1:\(proxy.port) "), "\(report.advice)")
                #expect(report.advice.contains("407"))
                let call = try await freshworksProcess(
                    ["api", "freshdesk", "POST", "tickets", "--body", "{}"], environment)
                expectComplaint(call, status: 3, "(proxy_failed")
                #expect(!call.diagnostics.contains("may have carried out"))
                // Once each: a password that is wrong is not tried again.
                #expect(proxy.requests.map(\.method) == ["CONNECT", "CONNECT"])
                #expect(proxy.requests.allSatisfy { $0["Authorization"] == nil })
            }

            // No program of a test picks port 1; a label has 63 characters at the most, so no resolver is asked.
            @Test(
                "that is not there makes the service unreachable, and is named without its password",
                arguments: ["127.0.0.1:1", "\(String(repeating: "p", count: 64)).example:3128"])
            func absence(address: String) async throws {
                let result = try await freshworksProcess(
                    ["verify", "--json", "--deadline", "20"], environment("http://me:FAKE-word@\(address)"))
                #expect(result.status == 3)
                let report = try #require(try VerifyReport.all(in: result).first)
                #expect(report.verdict == "unreachable")
                #expect(report.advice.contains("the proxy \(address) "), "\(report.advice)")
                #expect(!result.output.contains("FAKE-word"))
            }
        #endif

        @Test("that would read requests to loopback keeps URLSession from sending any: not configured, says verify")
        func plainText() async throws {
            let server = try RawServer { _ in [.json(200, desk.proof)] }
            let proxy = try RawServer { _ in [.json(200, desk.proof)] }
            for name in ["http_proxy", "all_proxy"] {
                var environment = desk.environment(port: server.port)
                environment[name] = "http://127.0.0.1:\(proxy.port)"
                environment["FRESHWORKS_TRANSPORT"] = "urlsession"
                let result = try await freshworksProcess(["verify", "--json"], environment)
                #expect(result.status == 2)
                let report = try #require(try VerifyReport.all(in: result).first)
                #expect(report.verdict == "not_configured")
                #expect(report.advice.contains("no_proxy"))
                let call = try await freshworksProcess(["api", "freshdesk", "GET", "agents/me"], environment)
                expectComplaint(call, status: 2, "(proxy_would_read_request")
            }
            #expect(server.connectionCount == 0)
            #expect(proxy.connectionCount == 0)
        }
    }
}
