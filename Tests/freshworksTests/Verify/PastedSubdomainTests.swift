import Foundation
import FreshworksCore
import TestSupport
import Testing

extension CommandTests {
    @Suite("verify, by what was pasted as subdomain")
    struct PastedSubdomains {
        struct Accepted: Sendable {
            let service: Service
            let pasted: String
            let baseURL: String
            /// What is said to be mended.
            let repairs: [String]
        }

        private static let whitespace = "removed white space or invisible characters at the ends"
        private static let lowerCase = "changed the subdomain to lower case"
        private static let host = "took the subdomain from a full host"
        private static let address = "removed the scheme or path around the host"
        private static let scheme = "replaced http by https"

        private static func freshdesk(_ pasted: String, _ repairs: String...) -> Accepted {
            Accepted(
                service: .freshdesk, pasted: pasted, baseURL: "https://acme.freshdesk.com/api/v2", repairs: repairs)
        }

        static let accepted = [
            freshdesk("acme"),
            freshdesk("ACME", lowerCase),
            freshdesk(" acme\n", whitespace),
            freshdesk("acme\u{A0}", whitespace),
            freshdesk("\u{200B}acme\u{FEFF}", whitespace),
            freshdesk("acme.freshdesk.com", host),
            freshdesk("https://acme.freshdesk.com/", address, host),
            freshdesk("https://acme.freshdesk.com/a/tickets/12?x=1", address, host),
            freshdesk("https://Acme.freshdesk.com/a/tickets", lowerCase, address, host),
            freshdesk("http://acme.freshdesk.com", scheme, address, host),
            Accepted(
                service: .freshsales, pasted: "acme.myfreshworks.com/crm/sales",
                baseURL: "https://acme.myfreshworks.com/crm/sales/api", repairs: [address, host]),
            Accepted(
                service: .freshsales, pasted: "acme.freshsales.io", baseURL: "https://acme.freshsales.io/api",
                repairs: [host]),
            Accepted(
                service: .freshchat, pasted: "acme-1.myfreshworks.com",
                baseURL: "https://acme-1.myfreshworks.com/v2", repairs: [host]),
            Accepted(
                service: .freshchat, pasted: "api.eu.freshchat.com", baseURL: "https://api.eu.freshchat.com/v2",
                repairs: []),
        ]

        @Test("mends it, says so, and calls the host that was meant", arguments: accepted)
        func mends(row: Accepted) async throws {
            let transport = ScriptedTransport { _ in throw FreshworksError(.connectionRefused, "refused") }
            let environment = row.service.environment(subdomain: row.pasted)
            let result = try await freshworks(["verify", "--json"], environment, over: transport)
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.json["base_url"] == .string(row.baseURL))
            #expect(result.diagnostics == row.repairs.map { "\(row.service.name): \($0)\n" }.joined())
            #expect(result.status == 3)
            #expect(!transport.requests.isEmpty)
            #expect(transport.requests.allSatisfy { $0.url.absoluteString.hasPrefix(row.baseURL + "/") })
        }

        struct Refused: Sendable {
            let pasted: String
            let code: String
            var service = Service.freshdesk
        }

        static let refused = [
            Refused(pasted: "freshdesk.com.attacker.example", code: "foreign_host"),
            Refused(pasted: "acme.freshdesk.com.attacker.example", code: "foreign_host"),
            Refused(pasted: "evilfreshdesk.com", code: "foreign_host"),
            Refused(pasted: "acme.freshchat.com", code: "wrong_product"),
            Refused(pasted: "acme.freshservice.com", code: "wrong_product"),
            Refused(pasted: "acme.freshwork.com", code: "unknown_suffix"),
            Refused(pasted: "acme.freshwork.com", code: "unknown_suffix", service: .freshsales),
            Refused(pasted: "support.acme.example", code: "vanity_domain"),
            Refused(pasted: "a b", code: "subdomain_illegal_character"),
            Refused(pasted: "acme.freshdesk.com evil.example", code: "subdomain_illegal_character"),
            Refused(pasted: "acme/../x", code: "subdomain_illegal_character"),
            Refused(pasted: "acme%2e", code: "subdomain_illegal_character"),
            Refused(pasted: "acme@attacker.example", code: "subdomain_illegal_character"),
            Refused(pasted: String(repeating: "a", count: 64), code: "subdomain_too_long"),
            Refused(pasted: "ac_me", code: "subdomain_underscore"),
            Refused(pasted: "-acme", code: "subdomain_hyphen"),
            Refused(pasted: "www", code: "subdomain_reserved"),
            Refused(pasted: "https://wchat.freshchat.com/js/w.js", code: "subdomain_reserved", service: .freshchat),
            Refused(pasted: "widget.freshworks.com", code: "subdomain_reserved", service: .freshsales),
            Refused(pasted: "a.b.freshdesk.com", code: "subdomain_nested"),
            Refused(pasted: "freshdesk.com", code: "subdomain_empty"),
            Refused(pasted: "https://user:FAKE-pass0123456789@acme.freshdesk.com", code: "userinfo_present"),
            Refused(pasted: "acme:8443", code: "port_present"),
            Refused(pasted: "10.0.0.1", code: "ip_address"),
            Refused(pasted: "ftp://acme.freshdesk.com", code: "insecure_scheme"),
            Refused(pasted: "https://acme.myfreshworks.com/crm/sales", code: "wrong_product", service: .freshchat),
        ]

        @Test("refuses it with a reason of its own before anything is sent")
        func refuses() async throws {
            let transport = ScriptedTransport(.empty(200))
            var advice: [String: Set<String>] = [:]
            for row in Self.refused {
                let environment = row.service.environment(subdomain: row.pasted)
                let json = try await freshworks(["verify", "--json"], environment, over: transport)
                let report = try #require(try VerifyReport.all(in: json).first)
                #expect(report.verdict == "not_configured", "\(row.pasted)")
                #expect(json.status == 2, "\(row.pasted)")
                #expect(json.diagnostics.isEmpty)
                #expect(!report.advice.contains("attacker"))
                if row.service.name == "freshdesk" { advice[row.code, default: []].insert(report.advice) }

                let text = try await freshworks(["verify"], environment, over: transport)
                #expect(text.output.contains("not_configured (\(row.code)). "), "\(row.pasted): \(text.output)")

                let call = try await freshworks(
                    ["api", row.service.name, "GET", "x"], environment, over: transport)
                #expect(call.status == 2)
                #expect(call.output.isEmpty)
                #expect(call.diagnostics.contains("(\(row.code))"))
            }
            #expect(transport.requests.isEmpty)
            // One advice never serves two reasons.
            let all = advice.values.flatMap(\.self)
            #expect(Set(all).count == all.count)
        }

        @Test(
            "refuses a base URL that is not https, but on this machine",
            arguments: [
                ("http://acme.freshdesk.com/api/v2", "insecure_scheme"), ("https://10.0.0.1/api/v2", "ip_address"),
                ("https://attacker.example/api/v2", "vanity_domain"), ("acme", "invalid_base_url"),
            ])
        func baseURL(baseURL: String, code: String) async throws {
            let result = try await freshworks(
                ["verify"], ["FRESHDESK_BASE_URL": baseURL, "FRESHDESK_API_KEY": Invented.deskKey])
            #expect(result.output.contains("not_configured (\(code)). "))
            #expect(result.status == 2)
        }
    }
}
