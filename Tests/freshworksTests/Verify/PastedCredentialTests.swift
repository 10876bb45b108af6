import FreshworksCore
import TestSupport
import Testing

extension CommandTests {
    @Suite("verify, by what was pasted as credential")
    struct PastedCredentials {
        private static let whitespace = "removed white space or invisible characters at the ends"
        private static let prefix = "removed the header's name or scheme in front of the key"

        struct Mended: Sendable {
            let service: Service
            let pasted: String
            let repairs: [String]
        }

        static let mended = [
            Mended(service: .freshdesk, pasted: " FAKEdeskKey0123456789\r\n", repairs: [whitespace]),
            Mended(
                service: .freshdesk, pasted: "FAKEdeskKey0123456789:X",
                repairs: ["removed the password X behind the key"]),
            Mended(
                service: .freshdesk, pasted: "Basic RkFLRWRlc2tLZXkwMTIzNDU2Nzg5Olg=",
                repairs: ["decoded the key from a Basic header"]),
            Mended(
                service: .freshchat, pasted: "Authorization: Bearer FAKE.chatToken.0123456789",
                repairs: [prefix, whitespace]),
            Mended(
                service: .freshsales, pasted: #"Token token="FAKE_salesKey-0123456789""#,
                repairs: [prefix, "removed quotation marks around the key"]),
        ]

        @Test("mends it, says so without quoting it, and sends the bare one", arguments: mended)
        func mends(row: Mended) async throws {
            let server = try RawServer { _ in [.json(200, row.service.proof)] }
            var environment = row.service.environment(port: server.port)
            environment[row.service.secretVariable] = row.pasted
            let result = try await freshworks(["verify", "--json"], environment)
            #expect(result.status == 0)
            #expect(result.diagnostics == row.repairs.map { "\(row.service.name) credential: \($0)\n" }.joined())
            #expect(server.requests.map { $0["Authorization"] } == [row.service.authorization])
        }

        @Test("doubts a Freshdesk key that looks like a token of Freshchat, and still tries it")
        func tokenShape() async throws {
            let server = try RawServer { _ in [.json(401, "{}")] }
            var environment = Service.freshdesk.environment(port: server.port)
            environment["FRESHDESK_API_KEY"] = Invented.chatToken
            let result = try await freshworks(["verify"], environment)
            #expect(
                result.diagnostics == "freshdesk credential: kept a key that looks like a Freshchat token; check it\n")
            #expect(result.status == 1)
        }

        @Test("refuses it with a reason before anything is sent")
        func refuses() async throws {
            let refused = [
                ("YOUR_API_KEY", "credential_placeholder"), ("********", "credential_placeholder"),
                ("FAKEdesk Key0123456789", "credential_inner_whitespace"),
                ("FAKEdeskKey\n0123456789", "credential_control_character"),
                ("agent@acme.example", "credential_looks_like_email"),
                ("FAKEdeskKéy0123456789", "credential_not_ascii"), ("Basic FAKE", "credential_malformed"),
                ("FAKEdeskKey0123456789:secret", "colon_in_user_id"),
            ]
            let server = try RawServer { _ in [.json(200, "{}")] }
            for (pasted, code) in refused {
                var environment = Service.freshdesk.environment(port: server.port)
                environment["FRESHDESK_API_KEY"] = pasted
                let result = try await freshworks(["verify"], environment)
                #expect(result.output.contains("not_configured (\(code)). "), "\(code): \(result.output)")
                #expect(result.status == 2)
                let json = try await freshworks(["verify", "--json"], environment)
                #expect(try VerifyReport.all(in: json).map(\.verdict) == ["not_configured"])
                let call = try await freshworks(["api", "freshdesk", "GET", "tickets"], environment)
                #expect(call.status == 2)
                #expect(call.diagnostics.contains("(\(code))"))
            }
            #expect(server.connectionCount == 0)
        }
    }
}
