import Foundation
import Freshchat
import Freshdesk
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@testable import freshworks

extension CommandTests {
    @Suite("verify, by what comes back")
    struct Verdicts {
        @Test(
            "gives a verdict, an exit status and one sentence",
            arguments: Service.all, VerdictRow.valid + VerdictRow.refusals + VerdictRow.withoutVerdict)
        func row(service: Service, row: VerdictRow) async throws {
            let server = try RawServer(scripts: row.answers(service))
            let result = try await freshworks(["verify", "--json"], service.environment(port: server.port))
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.verdict == row.verdict)
            #expect(result.status == row.exit)
            #expect(report.status == (row.status.map { .number(JSONNumber($0)) } ?? .null))
            #expect(report.json["product"] == .string(service.name))
            #expect(report.json["account"] == "127.0.0.1")
            #expect(report.json["base_url"] == .string("http://127.0.0.1:\(server.port)\(service.basePath)"))
            #expect(row.exit == 0 || report.json["identity"] == .null)
            #expect(result.diagnostics.isEmpty)
            #expect(Set(server.requests.map(\.target)).count == row.probes)
            for request in server.requests {
                #expect(request.method == "GET")
                #expect(request["Authorization"] == service.authorization)
            }
        }

        @Test("a plan without API calls is a refusal, and no limit that passes")
        func noPlan() async throws {
            let sandbox = Sandbox(Sandbox.Options(freshdeskCallsPerMinute: 0))
            let environment = ["FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey]
            let verified = try await freshworks(["verify", "--json"], environment, over: sandbox.transport)
            let report = try #require(try VerifyReport.all(in: verified).first)
            #expect(report.verdict == "forbidden")
            #expect(verified.output.contains("The plan of acme.freshdesk.com has no API"))
            #expect(verified.status == 1)
            let fields = try await freshworks(["schema", "freshdesk", "tickets"], environment, over: sandbox.transport)
            #expect(fields.diagnostics.contains("Take a plan with API calls"))
            #expect(fields.status == 1)
        }

        @Test("prints who the credential belongs to and what is left of the rate limit, in one line of JSON")
        func validReport() async throws {
            let expected = [
                "freshdesk": #"{"id":"4711","name":"Ana","email":"ana@acme.example"}"#,
                "freshchat": #"{"id":"4711","name":"acme.freshchat.com","email":null}"#,
                "freshsales": "null",
            ]
            for service in Service.all {
                let server = try RawServer { _ in
                    [.json(200, service.proof, "\(service.rateLimitField): 700", "X-RateLimit-Remaining: 697")]
                }
                let result = try await freshworks(["verify", "--json"], service.environment(port: server.port))
                let base = "http://127.0.0.1:\(server.port)\(service.basePath)"
                #expect(
                    result.output == """
                        [{"product":"\(service.name)","account":"127.0.0.1","base_url":"\(base)","verdict":"valid",\
                        "status":200,"identity":\(expected[service.name] ?? ""),\
                        "rate_limit":{"total":700,"remaining":697},"advice":"The credential works."}]

                        """)
                #expect(server.requests.map(\.target) == [service.check])
            }
        }

        @Test("does not print a name that is the secret itself", arguments: [Service.freshdesk, .freshchat])
        func echoedName(service: Service) async throws {
            let (secret, upper) = (service.secret, service.secret.uppercased())
            let proof = service.proof.replacing("Ana", with: secret).replacing("ana@", with: "\(secret)@")
                .replacing("acme.freshchat.com", with: upper)
            let server = try RawServer { _ in [.json(200, proof)] }
            for format in [["--json"], []] {
                let result = try await freshworks(["verify"] + format, service.environment(port: server.port))
                #expect(result.status == 0)
                #expect(result.output.contains("<redacted>"))
                #expect(!result.output.localizedCaseInsensitiveContains(service.secret))
            }
        }

        @Test("tells the service's own sentence of a 403", arguments: Service.all)
        func forbidden(service: Service) async throws {
            let body = #"{"code":"account_suspended","message":"Your account has been suspended."}"#
            let server = try RawServer { _ in [.json(403, body)] }
            let result = try await freshworks(["verify", "--json"], service.environment(port: server.port))
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.advice.contains("(it says: account_suspended, Your account has been suspended.)"))
        }

        @Test("says of a rejected key of Freshdesk that the agent may lack API access, in both forms")
        func switchedOff() async throws {
            let server = try RawServer { _ in [.json(401, #"{"code":"invalid_credentials","message":"No"}"#)] }
            let environment = Service.freshdesk.environment(port: server.port)
            for format in [["--json"], []] {
                let result = try await freshworks(["verify", "freshdesk"] + format, environment)
                #expect(result.status == 1)
                #expect(result.output.contains("API access may be switched off for this agent"))
            }
        }

        @Test("asks the alternative only after an answer that proves nothing", arguments: Service.all)
        func alternative(service: Service) async throws {
            let server = try RawServer { _ in [.json(404, "{}")] }
            _ = try await freshworks(["verify"], service.environment(port: server.port))
            #expect(server.requests.map(\.target) == [service.check, service.alternative])
        }

        @Test("follows no redirect", arguments: Service.all, [301, 302, 303, 307, 308])
        func redirect(service: Service, status: Int) async throws {
            let elsewhere = try RawServer { _ in [.json(200, service.proof)] }
            let target = try elsewhere.url("/login?token=SESSION", scheme: "http").absoluteString
            let server = try RawServer { _ in [.response(status, ["Location: \(target)"], "moved")] }
            let result = try await freshworks(["verify", "--json"], service.environment(port: server.port))
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.verdict == "wrong_host")
            #expect(report.status == .number(JSONNumber(status)))
            #expect(result.status == 1)
            #expect(report.advice.contains("(it redirects to 127.0.0.1)"))
            #expect(!report.advice.contains("SESSION"))
            #expect(elsewhere.connectionCount == 0)
            #expect(server.requests.count == 1)
        }

        @Test("says unreachable where nothing listens", arguments: Service.all)
        func refused(service: Service) async throws {
            // No program of a test picks port 1.
            try await expectUnreachable(service.environment(port: 1))
        }

        @Test("says unreachable where the other side speaks no TLS", arguments: Service.all)
        func plainPort(service: Service) async throws {
            let server = try RawServer(onConnect: [.send("HTTP/1.1 400 Bad Request\r\n\r\n"), .close])
            try await expectUnreachable(service.environment(port: server.port, scheme: "https"))
        }

        @Test("says unreachable when the deadline passes", arguments: Service.all)
        func silence(service: Service) async throws {
            let server = try RawServer { _ in [.hold] }
            let clock = ManualClock()
            let time = Task {
                try await eventually { !server.requests.isEmpty }
                clock.advance(by: .seconds(7))
            }
            try await expectUnreachable(service.environment(port: server.port), deadline: "7", clock)
            try await time.value
        }

        private func expectUnreachable(
            _ environment: [String: String], deadline: String = "30", _ clock: any RuntimeClock = StillClock()
        ) async throws {
            let result = try await freshworks(
                ["verify", "--json", "--deadline", deadline], environment, clock: clock)
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.verdict == "unreachable")
            #expect(report.status == .null)
            #expect(report.json["rate_limit"] == .null)
            #expect(result.status == 3)
        }

        // In this process: no child can be kept from asking the machine's resolver, which is not a test's business.
        @Test("says wrong_host for a name that does not resolve, and names the resolver")
        func unknownName() async throws {
            let runtime = FreshworksRuntime(
                transport: ScriptedTransport { _ in
                    throw FreshworksError(.nameNotResolved, "the host's name does not resolve")
                }, clock: StillClock())
            let clients: [any FreshworksClient] = [
                try FreshdeskClient(subdomain: "acme", credential: .apiKey(Invented.deskKey), runtime: runtime),
                try FreshchatClient(subdomain: "acme", credential: .token(Invented.chatToken), runtime: runtime),
                try FreshsalesClient(subdomain: "acme", credential: .apiKey(Invented.salesKey), runtime: runtime),
            ]
            for client in clients {
                let result = try await client.verify()
                #expect(result.verdict == .wrongHost)
                #expect(ExitStatus(result.verdict) == .refused)
                #expect(result.status == nil)
                #expect(result.advice.contains(client.account.origin.host))
                #expect(result.advice.contains("resolver"))
            }
        }
    }
}
