import FreshworksCore
import Testing

@Suite("Pasted subdomains")
struct PastedSubdomainTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let product: FreshworksProduct
        let pasted: String
        let baseURL: String
        let repairs: [String]

        init(_ product: FreshworksProduct, _ pasted: String, _ baseURL: String, _ repairs: [String] = []) {
            self.product = product
            self.pasted = pasted
            self.baseURL = baseURL
            self.repairs = repairs
        }

        var testDescription: String { "\(product.name): \(pasted.debugDescription)" }
    }

    private static let desk = "https://acme.freshdesk.com/api/v2"
    private static let sales = "https://acme.myfreshworks.com/crm/sales/api"

    static let accepted: [Row] = [
        Row(.freshdesk, "acme", desk),
        Row(.freshdesk, "Acme", desk, ["case"]),
        Row(.freshdesk, "ACME", desk, ["case"]),
        Row(.freshdesk, " acme\n", desk, ["whitespace"]),
        Row(.freshdesk, "acme\u{A0}", desk, ["whitespace"]),
        Row(.freshdesk, "\u{FEFF}\u{200B}acme\u{200B}", desk, ["whitespace"]),
        Row(.freshdesk, "acme/", desk, ["url"]),
        Row(.freshdesk, "https://acme", desk, ["url"]),
        Row(.freshdesk, "acme.freshdesk.com", desk, ["suffix"]),
        Row(.freshdesk, "acme.freshdesk.com.", desk, ["url", "suffix"]),
        Row(.freshdesk, "https://acme.freshdesk.com/", desk, ["url", "suffix"]),
        Row(.freshdesk, "https://ACME.freshdesk.com/", desk, ["case", "url", "suffix"]),
        Row(.freshdesk, "https://Acme.freshdesk.com/a/tickets", desk, ["case", "url", "suffix"]),
        Row(.freshdesk, "https://acme.freshdesk.com/a/tickets/12?x=1", desk, ["url", "suffix"]),
        Row(.freshdesk, "https://acme.freshdesk.com?x=1#y", desk, ["url", "suffix"]),
        Row(.freshdesk, "http://acme.freshdesk.com", desk, ["scheme", "url", "suffix"]),
        Row(.freshdesk, "HTTPS://acme.freshdesk.com", desk, ["url", "suffix"]),
        Row(.freshdesk, "acme-2", "https://acme-2.freshdesk.com/api/v2"),
        Row(.freshdesk, "7", "https://7.freshdesk.com/api/v2"),
        Row(.freshdesk, "xn--acm-dma", "https://xn--acm-dma.freshdesk.com/api/v2", ["encoded_name"]),
        Row(
            .freshdesk, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.freshdesk.com/api/v2"),

        Row(.freshchat, "acme", "https://acme.freshchat.com/v2"),
        Row(
            .freshchat, "https://acme-716328432923748273-0a1b2c3d4e5f6a7.freshchat.com/v2",
            "https://acme-716328432923748273-0a1b2c3d4e5f6a7.freshchat.com/v2", ["url", "suffix"]),
        Row(.freshchat, "acme-1.myfreshworks.com/v2", "https://acme-1.myfreshworks.com/v2", ["url", "suffix"]),
        Row(.freshchat, "acme-1.myfreshworks.com", "https://acme-1.myfreshworks.com/v2", ["suffix"]),
        Row(.freshchat, "api", "https://api.freshchat.com/v2"),
        Row(.freshchat, "api.freshchat.com", "https://api.freshchat.com/v2"),
        Row(.freshchat, "https://api.eu.freshchat.com/v2", "https://api.eu.freshchat.com/v2", ["url"]),
        Row(.freshchat, "api.in.freshchat.com", "https://api.in.freshchat.com/v2"),
        Row(.freshchat, "api.au.freshchat.com", "https://api.au.freshchat.com/v2"),

        Row(.freshsales, "acme", sales),
        Row(.freshsales, "acme.myfreshworks.com", sales, ["suffix"]),
        Row(.freshsales, "acme.myfreshworks.com/crm/sales", sales, ["url", "suffix"]),
        Row(.freshsales, "acme.myfreshworks.com/crm/sales/", sales, ["url", "suffix"]),
        Row(.freshsales, "https://acme.myfreshworks.com/crm/sales/api", sales, ["url", "suffix"]),
        Row(.freshsales, "https://acme.myfreshworks.com/crm/sales/api/", sales, ["url", "suffix"]),
        Row(.freshsales, "acme-123456789012345678", "https://acme-123456789012345678.myfreshworks.com/crm/sales/api"),
        Row(
            .freshsales, "acme.freshworks.com/crm/sales", "https://acme.freshworks.com/crm/sales/api",
            ["url", "suffix"]),
        Row(.freshsales, "acme.freshsales.io", "https://acme.freshsales.io/api", ["suffix"]),
        Row(.freshsales, "https://acme.freshsales.io/api/", "https://acme.freshsales.io/api", ["url", "suffix"]),
    ]

    @Test("what is clearly an account is accepted, and every mend is reported", arguments: accepted)
    func accepts(_ row: Row) throws {
        let account = try FreshworksAccount(row.product, subdomain: row.pasted)
        #expect(account.baseURL == row.baseURL)
        #expect(account.repairs.map(\.name) == row.repairs)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let product: FreshworksProduct
        let pasted: String
        let code: String

        init(_ product: FreshworksProduct, _ pasted: String, _ code: String) {
            self.product = product
            self.pasted = pasted
            self.code = code
        }

        var testDescription: String { "\(product.name): \(pasted.debugDescription)" }
    }

    static let refused: [Refusal] = [
        Refusal(.freshdesk, "", "subdomain_empty"),
        Refusal(.freshdesk, " \n\u{200B}", "subdomain_empty"),
        Refusal(.freshdesk, "https://", "subdomain_empty"),
        Refusal(.freshdesk, "freshdesk.com", "subdomain_empty"),
        Refusal(.freshdesk, "https://freshdesk.com/login", "subdomain_empty"),
        Refusal(.freshdesk, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "subdomain_too_long"),
        Refusal(.freshdesk, "ac_me", "subdomain_underscore"),
        Refusal(.freshdesk, "ac_me.freshdesk.com", "subdomain_underscore"),
        Refusal(.freshdesk, "-acme", "subdomain_hyphen"),
        Refusal(.freshdesk, "acme-", "subdomain_hyphen"),
        Refusal(.freshdesk, "https://acme-.freshdesk.com", "subdomain_hyphen"),
        Refusal(.freshdesk, "a b", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acme#", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acme?x", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acme%2e", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acme/../x", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acme\\", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acme\\.freshdesk.com", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acme\r\nX: y", "port_present"),
        Refusal(.freshdesk, "ac\u{0}me", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acmé", "subdomain_illegal_character"),
        Refusal(.freshdesk, "\u{FF41}cme", "subdomain_illegal_character"),
        Refusal(.freshdesk, "acme@evil.example", "subdomain_illegal_character"),
        Refusal(.freshdesk, "www", "subdomain_reserved"),
        Refusal(.freshdesk, "api", "subdomain_reserved"),
        Refusal(.freshdesk, "developers", "subdomain_reserved"),
        Refusal(.freshdesk, "support.freshdesk.com", "subdomain_reserved"),
        Refusal(.freshdesk, "login", "subdomain_reserved"),
        Refusal(.freshdesk, "static", "subdomain_reserved"),
        Refusal(.freshdesk, "localhost", "subdomain_reserved"),
        Refusal(.freshchat, "www.freshchat.com", "subdomain_reserved"),
        Refusal(.freshsales, "api", "subdomain_reserved"),
        Refusal(.freshdesk, "a.b.freshdesk.com", "subdomain_nested"),
        Refusal(.freshdesk, "a..freshdesk.com", "subdomain_nested"),
        Refusal(.freshchat, "api.us.freshchat.com", "subdomain_nested"),
        Refusal(.freshdesk, "acme.freshservice.com", "wrong_product"),
        Refusal(.freshdesk, "acme.freshchat.com", "wrong_product"),
        Refusal(.freshdesk, "acme.myfreshworks.com", "wrong_product"),
        Refusal(.freshchat, "https://acme.freshdesk.com", "wrong_product"),
        Refusal(.freshchat, "acme.myfreshworks.com/crm/sales", "wrong_product"),
        Refusal(.freshchat, "acme.myfreshworks.com/crm/messaging", "wrong_product"),
        Refusal(.freshsales, "acme-1.myfreshworks.com/v2", "wrong_product"),
        Refusal(.freshsales, "acme.freshdesk.com", "wrong_product"),
        Refusal(.freshdesk, "acme.freshwork.com", "unknown_suffix"),
        Refusal(.freshsales, "acme.freshwork.com", "unknown_suffix"),
        Refusal(.freshdesk, "acme.freshdesk.co", "unknown_suffix"),
        Refusal(.freshdesk, "support.acme.com", "vanity_domain"),
        Refusal(.freshdesk, "a..b", "subdomain_nested"),
        Refusal(.freshdesk, "a b.acme.com", "subdomain_illegal_character"),
        Refusal(.freshdesk, "freshdesk.com.attacker.example", "foreign_host"),
        Refusal(.freshdesk, "acme.freshdesk.com.evil.example", "foreign_host"),
        Refusal(.freshdesk, "evilfreshdesk.com", "foreign_host"),
        Refusal(.freshdesk, "acme.evilfreshdesk.com", "foreign_host"),
        Refusal(.freshdesk, "freshchat.com.attacker.example", "foreign_host"),
        Refusal(.freshdesk, "https://user:pass@acme.freshdesk.com", "userinfo_present"),
        Refusal(.freshdesk, "https://acme.freshdesk.com@evil.example/", "userinfo_present"),
        Refusal(.freshdesk, "user:pass@acme.freshdesk.com", "userinfo_present"),
        Refusal(.freshdesk, "acme:8443", "port_present"),
        Refusal(.freshdesk, "https://acme.freshdesk.com:8443/", "port_present"),
        Refusal(.freshdesk, "10.0.0.1", "ip_address"),
        Refusal(.freshdesk, "http://127.0.0.1:8080", "ip_address"),
        Refusal(.freshdesk, "0x7f.1", "ip_address"),
        Refusal(.freshdesk, "[::1]", "ip_address"),
        Refusal(.freshdesk, "fe80::1", "ip_address"),
        Refusal(.freshdesk, "ftp://acme.freshdesk.com", "insecure_scheme"),
        Refusal(.freshdesk, "javascript://acme.freshdesk.com", "insecure_scheme"),
    ]

    @Test("what is not clearly an account is refused with its own reason, which does not quote it", arguments: refused)
    func refuses(_ row: Refusal) throws {
        let error = try #require(throws: FreshworksError.self) {
            _ = try FreshworksAccount(row.product, subdomain: row.pasted)
        }
        #expect(error.code.rawValue == row.code)
        #expect(error.advice != nil)
        for word in ["evil", "attacker", "user:pass", "8443", "10.0.0.1"] { #expect(!error.description.contains(word)) }
    }

    @Test("a misspelt domain comes with the right one")
    func hint() throws {
        let error = try #require(throws: FreshworksError.self) {
            _ = try FreshworksAccount.freshsales("acme.freshwork.com")
        }
        #expect(error.description.contains("myfreshworks.com"))
    }

    @Test("an account knows its name")
    func names() throws {
        #expect(try FreshworksAccount.freshdesk("https://Acme.freshdesk.com/a").name == "acme")
        #expect(try FreshworksAccount.freshchat("api.eu.freshchat.com").name == "api.eu.freshchat.com")
        #expect(try FreshworksAccount.freshsales("acme.freshsales.io").name == "acme")
    }

    @Test("a third party's product reads its own hosts")
    func otherProduct() throws {
        let freshservice = FreshworksProduct(
            name: "freshservice", title: "Freshservice",
            hosts: [.tenants(under: ".freshservice.com", basePath: "/api/v2")], keyScheme: .basic,
            probes: VerificationProbes(.init("agents/me", expects: [["agent.id"]])))
        let account = try FreshworksAccount(freshservice, subdomain: "acme.freshservice.com")
        #expect(account.baseURL == "https://acme.freshservice.com/api/v2")
    }
}
