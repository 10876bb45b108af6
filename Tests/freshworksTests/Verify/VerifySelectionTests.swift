import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("verify, by what is configured")
    struct VerifySelection {
        private static let needed = [
            "freshdesk": """
            Freshdesk is not configured; set FRESHDESK_SUBDOMAIN (or FRESHDESK_BASE_URL) and FRESHDESK_API_KEY (or \
            FRESHDESK_API_KEY_FILE, or FRESHDESK_EMAIL and FRESHDESK_PASSWORD, or FRESHDESK_EMAIL and \
            FRESHDESK_PASSWORD_FILE).
            """,
            "freshchat": """
            Freshchat is not configured; set FRESHCHAT_SUBDOMAIN (or FRESHCHAT_BASE_URL) and FRESHCHAT_API_TOKEN (or \
            FRESHCHAT_API_TOKEN_FILE).
            """,
            "freshsales": """
            Freshsales is not configured; set FRESHSALES_SUBDOMAIN (or FRESHSALES_BASE_URL) and FRESHSALES_API_KEY (or \
            FRESHSALES_API_KEY_FILE).
            """,
        ]

        @Test(
            "names the variables of every product when nothing is configured",
            arguments: [[:], ["FRESHDESK_API_KEY": "", "FRESHCHAT_SUBDOMAIN": ""], ["HOME": "/root"]])
        func nothing(environment: [String: String]) async throws {
            let result = try await freshworks(["verify", "--json"], environment)
            #expect(result.status == 2)
            let reports = try VerifyReport.all(in: result)
            #expect(reports.map(\.json["product"]) == ["freshdesk", "freshchat", "freshsales"])
            for report in reports {
                #expect(report.verdict == "not_configured")
                #expect(report.advice == Self.needed[report.json["product"] ?? ""])
                #expect(report.json["account"] == .null)
                #expect(report.json["base_url"] == .null)
                #expect(report.json["status"] == .null)
            }
        }

        @Test("names the one variable that is missing")
        func half() async throws {
            let result = try await freshworks(["verify", "--json"], ["FRESHSALES_SUBDOMAIN": "acme"])
            #expect(result.status == 2)
            #expect(
                try VerifyReport.all(in: result).map(\.advice) == [
                    "Freshsales is not configured; set FRESHSALES_API_KEY (or FRESHSALES_API_KEY_FILE)."
                ])
        }

        @Test("checks all configured products, keeps their order, and exits with the highest status")
        func highestWins() async throws {
            let slow = try RawServer { _ in
                let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 42\r\n\r\n"
                let body = #"{"id":1,"contact":{"email":"a@b.example"}}"#
                return [.drip(Array((head + body).utf8), pieces: 3, pause: .milliseconds(150))]
            }
            let failing = try RawServer { _ in [.json(500, "{}")] }
            let refusing = try RawServer { _ in [.json(401, "{}")] }
            let environment = Service.freshdesk.environment(port: slow.port)
                .merging(Service.freshchat.environment(port: failing.port)) { $1 }
                .merging(Service.freshsales.environment(port: refusing.port)) { $1 }
            func check(_ products: String...) async throws -> ([String?], Int32) {
                let result = try await freshworks(["verify", "--json"] + products, environment)
                return (try VerifyReport.all(in: result).map { $0.json["product"] }, result.status)
            }
            #expect(try await check() == (["freshdesk", "freshchat", "freshsales"], 3))
            #expect(try await check("freshsales", "freshdesk") == (["freshsales", "freshdesk"], 1))
        }

        @Test("exits 2 when a named product is not configured, though another one is valid")
        func namedButMissing() async throws {
            let server = try RawServer { _ in [.json(200, Service.freshdesk.proof)] }
            let result = try await freshworks(
                ["verify", "freshdesk", "freshchat", "--json"], Service.freshdesk.environment(port: server.port))
            #expect(try VerifyReport.all(in: result).map(\.verdict) == ["valid", "not_configured"])
            #expect(result.status == 2)
        }

        @Test("says the same in words without --json")
        func words() async throws {
            let server = try RawServer { _ in [.json(200, Service.freshdesk.proof)] }
            let result = try await freshworks(["verify"], Service.freshdesk.environment(port: server.port))
            #expect(
                result.output == """
                    freshdesk http://127.0.0.1:\(server.port)/api/v2
                      valid, as ana@acme.example. The credential works.

                    """)
            #expect(result.status == 0)
        }

        @Test("finds the honest double's three accounts valid, by key and by login")
        func sandbox() async throws {
            let sandbox = Sandbox()
            let server = try await sandbox.serve()
            defer { server.stop() }
            var environment = [
                "FRESHDESK_BASE_URL": server.freshdeskBaseURL.absoluteString,
                "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
                "FRESHCHAT_BASE_URL": server.freshchatBaseURL.absoluteString,
                "FRESHCHAT_API_TOKEN": sandbox.freshchat.apiToken,
                "FRESHSALES_BASE_URL": server.freshsalesBaseURL.absoluteString,
                "FRESHSALES_API_KEY": sandbox.freshsales.apiKey,
            ]
            let result = try await freshworks(["verify", "--json"], environment)
            #expect(try VerifyReport.all(in: result).map(\.verdict) == ["valid", "valid", "valid"])
            #expect(result.status == 0)

            environment["FRESHDESK_API_KEY"] = ""
            environment["FRESHDESK_EMAIL"] = sandbox.freshdesk.email
            environment["FRESHDESK_PASSWORD"] = sandbox.freshdesk.password
            let login = try await freshworks(["verify", "freshdesk", "--json"], environment)
            #expect(try VerifyReport.all(in: login).map(\.verdict) == ["valid"])

            environment["FRESHDESK_PASSWORD"] = "\(sandbox.freshdesk.password)-wrong"
            let wrong = try await freshworks(["verify", "freshdesk", "--json"], environment)
            #expect(try VerifyReport.all(in: wrong).map(\.verdict) == ["invalid_credential"])
            #expect(sandbox.requests.allSatisfy { $0.method == .get })
        }

        @Test("reads secrets from files, and refuses a file that is missing, empty or given beside the variable")
        func files() async throws {
            let file = FileManager.default.temporaryDirectory.appending(path: "freshworks-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: file) }
            let server = try RawServer { _ in [.json(200, Service.freshdesk.proof)] }
            var environment = Service.freshdesk.environment(port: server.port)
            environment["FRESHDESK_API_KEY"] = nil
            environment["FRESHDESK_API_KEY_FILE"] = file.path
            func verdict() async throws -> [String?] {
                let result = try await freshworks(["verify", "--json"], environment)
                #expect(result.status == (server.requests.isEmpty ? 2 : 0))
                return try VerifyReport.all(in: result).map(\.verdict)
            }
            #expect(try await verdict() == ["not_configured"])
            try Data().write(to: file)
            #expect(try await verdict() == ["not_configured"])
            environment["FRESHDESK_API_KEY"] = Invented.deskKey
            try Data("\(Invented.deskKey)\n".utf8).write(to: file)
            #expect(try await verdict() == ["not_configured"])
            environment["FRESHDESK_API_KEY"] = nil
            #expect(try await verdict() == ["valid"])
            #expect(server.requests.map { $0["Authorization"] } == [Service.freshdesk.authorization])
        }
    }
}
