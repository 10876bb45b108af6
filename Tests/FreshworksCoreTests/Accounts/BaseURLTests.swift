import Foundation
import FreshworksCore
import Testing

@Suite("Base URLs")
struct BaseURLTests {
    @Test(
        "a full base URL is taken, and completed on the product's own hosts",
        arguments: [
            ("http://127.0.0.1:8080/api/v2", "http://127.0.0.1:8080/api/v2"),
            ("http://127.8.9.10/api/v2/", "http://127.8.9.10/api/v2"),
            ("http://localhost:1", "http://localhost:1"),
            ("http://LOCALHOST:80/x", "http://localhost/x"),
            ("http://[::1]:8080/api/v2", "http://[::1]:8080/api/v2"),
            ("https://acme.freshdesk.com", "https://acme.freshdesk.com/api/v2"),
            (" https://Acme.freshdesk.com/ ", "https://acme.freshdesk.com/api/v2"),
            ("https://acme.freshdesk.com/api", "https://acme.freshdesk.com/api/v2"),
            ("https://acme.freshdesk.com:443/api/v2", "https://acme.freshdesk.com/api/v2"),
        ])
    func accepts(_ written: String, _ baseURL: String) throws {
        #expect(try FreshworksAccount(.freshdesk, baseURL: written).baseURL == baseURL)
    }

    @Test("a bundle alias as base URL gets the API's path")
    func bundleAlias() throws {
        let account = try FreshworksAccount(.freshsales, baseURL: "https://acme.myfreshworks.com/crm/sales")
        #expect(account.baseURL == "https://acme.myfreshworks.com/crm/sales/api")
        #expect(account.repairs.map(\.name) == ["base_path"])
    }

    @Test(
        "what may not be a base URL is refused with its own reason",
        arguments: [
            ("http://acme.freshdesk.com/api/v2", "insecure_scheme"),
            ("http://10.0.0.1/api/v2", "insecure_scheme"),
            ("http://127.0.0.1.evil.example/", "insecure_scheme"),
            ("http://127.0.0.256/", "insecure_scheme"),
            ("http://128.0.0.1/", "insecure_scheme"),
            ("ftp://127.0.0.1/", "insecure_scheme"),
            ("acme.freshdesk.com/api/v2", "invalid_base_url"),
            ("", "invalid_base_url"),
            ("https:///api/v2", "invalid_base_url"),
            ("https://acme.freshdesk.com/api/v2?x=1", "invalid_base_url"),
            ("https://acme.freshdesk.com/api/v2#x", "invalid_base_url"),
            ("https://acme.freshdesk.com/api/../x", "invalid_base_url"),
            ("https://acme.freshdesk.com/api//v2", "invalid_base_url"),
            ("https://acme.freshdesk.com/a b", "invalid_base_url"),
            ("https://acme.freshdesk.com:0/", "invalid_base_url"),
            ("https://acme.freshdesk.com:99999/", "invalid_base_url"),
            ("https://acme.freshdesk.com:/", "invalid_base_url"),
            ("https://u:p@acme.freshdesk.com/api/v2", "userinfo_present"),
            ("https://acme.freshdesk.com:8443/api/v2", "port_present"),
            ("https://10.0.0.1/api/v2", "ip_address"),
            ("https://proxy.acme.example/api/v2", "vanity_domain"),
            ("https://freshdesk.com.attacker.example/api/v2", "foreign_host"),
            ("https://acme.freshchat.com/v2", "wrong_product"),
        ])
    func refuses(_ written: String, _ code: String) throws {
        let error = try #require(throws: FreshworksError.self) {
            _ = try FreshworksAccount(.freshdesk, baseURL: written)
        }
        #expect(error.code.rawValue == code)
    }

    @Test("a foreign host needs an explicit word, and https even then")
    func foreignHost() throws {
        let proxy = try FreshworksAccount(
            .freshdesk, baseURL: "https://proxy.acme.example:8443/desk", allowsForeignHost: true)
        #expect(proxy.baseURL == "https://proxy.acme.example:8443/desk")
        let tenant = try FreshworksAccount(
            .freshdesk, baseURL: "https://ac_me.freshdesk.com/api/v2", allowsForeignHost: true)
        #expect(tenant.baseURL == "https://ac_me.freshdesk.com/api/v2")
        let own = try FreshworksAccount(.freshdesk, baseURL: "https://acme.freshdesk.com", allowsForeignHost: true)
        #expect(own.baseURL == "https://acme.freshdesk.com/api/v2")
        for bad in ["http://proxy.acme.example/", "https://[::1]evil.example/", "https://a..b/", "https://a%2eb/"] {
            #expect(throws: FreshworksError.self) {
                _ = try FreshworksAccount(.freshdesk, baseURL: bad, allowsForeignHost: true)
            }
        }
    }

    @Test("paths and queries are encoded below the base URL")
    func addresses() throws {
        let account = try FreshworksAccount.freshsales("acme")
        #expect(
            try account.url("contacts/\(12)", query: ["include": "owner,deals"]).absoluteString
                == "https://acme.myfreshworks.com/crm/sales/api/contacts/12?include=owner%2Cdeals")
        let since = Date(timeIntervalSince1970: 1_743_413_400)  // date -u -d 2025-03-31T09:30:00Z +%s
        #expect(
            try account.url("contacts", query: ["page": 2, "updated_since": since]).query()
                == "page=2&updated_since=2025-03-31T09%3A30%3A00Z")
        let words: StaticString = "sales_accounts/view"
        #expect(try account.url("\(words)/\(12)") == account.url("sales_accounts/view/\(12)"))
        #expect(PathTemplate("\(words)/\(12)").template == "sales_accounts/view/{id}")
        let inner: PathTemplate = "forms/\(7)/fields"
        #expect(try account.url("\(inner)/\("a/b")") == account.url("forms/7/fields/\("a/b")"))
        #expect(PathTemplate("\(inner)/\("a/b")").template == "forms/{id}/fields/{id}")
        let wrong: PathTemplate = "forms/\(0)/fields"
        #expect(throws: FreshworksError.self) { try account.url("\(wrong)/\(1)") }
        #expect(throws: FreshworksError.self) { try account.url("contacts/\("..")") }
    }
}
