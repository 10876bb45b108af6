import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("Origins and credential checks")
struct OriginTests {
    @Test(
        "addresses of the account lie in its origin",
        arguments: [
            "https://acme.freshdesk.com", "https://acme.freshdesk.com/", "https://acme.freshdesk.com/x?y#z",
            "https://acme.freshdesk.com?x", "https://acme.freshdesk.com:443/x", "HTTPS://ACME.FreshDesk.com/x",
        ])
    func own(_ address: String) throws {
        let url = try #require(URL(string: address))
        #expect(try FreshworksAccount.freshdesk("acme").origin.contains(url))
    }

    @Test(
        "other schemes, hosts, ports and user names do not",
        arguments: [
            "http://acme.freshdesk.com/", "https://acme.freshdesk.com:444/", "https://acme.freshdesk.com:/",
            "https://acme.freshdesk.com.evil.example/", "https://acme.freshdesk.com@evil.example/",
            "https://user@acme.freshdesk.com/", "https://acme.freshdesk.com:443@evil.example/",
            "https://acme.freshdesk.com:443x/", "https://acme.freshdesk.com\\@evil.example/",
            "https://acme.freshdesk.com./", "https://evil.example/https://acme.freshdesk.com/", "//acme.freshdesk.com/",
            "https://acme.freshdesk.com%2eevil.example/", "https:/acme.freshdesk.com/", "https://acme.freshdesk.co",
        ])
    func foreign(_ address: String) throws {
        guard let url = URL(string: address) else { return }
        #expect(try !FreshworksAccount.freshdesk("acme").origin.contains(url))
    }

    @Test("an origin shows its port where it is not the scheme's own")
    func description() throws {
        let local = try FreshworksAccount(.freshdesk, baseURL: "http://127.0.0.1:8080/api/v2").origin
        #expect(local.description == "http://127.0.0.1:8080")
        #expect(local.port == 8080)
        #expect(try FreshworksAccount.freshdesk("acme").origin.description == "https://acme.freshdesk.com")
        #expect(try FreshworksAccount.freshdesk("acme").origin.port == 443)
    }

    @Test("a check address of the same origin replaces the product's check")
    func checkAddress() throws {
        let account = try FreshworksAccount.freshsales("acme")
            .verifying(
                at: "https://{tenant}.myfreshworks.com/crm/sales/api/contacts/filters?a=b%20c", expects: [["filters"]])
        let probe = account.probes.preferred
        #expect(
            try account.url(for: probe).absoluteString
                == "https://acme.myfreshworks.com/crm/sales/api/contacts/filters?a=b%20c")
        #expect(probe.expects == [["filters"]])
        #expect(account.probes.alternative == nil)
    }

    @Test("a check address without expectations accepts every JSON answer")
    func checkAddressAlone() async throws {
        let account = try FreshworksAccount.freshdesk("acme")
            .verifying(at: "https://acme.freshdesk.com/api/v2/tickets")
        let client = try APIClient(
            account: account, credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(
                .quiet, transport: ScriptedTransport(.json(200, "[]")), clock: StillClock()))
        #expect(try await client.verify().verdict == .valid)
    }

    @Test(
        "a check address elsewhere is refused",
        arguments: [
            "https://evil.example/crm", "https://{tenant}.evil.example/crm", "http://{tenant}.myfreshworks.com/crm",
            "https://x.{tenant}.myfreshworks.com/crm", "https://{tenant}.myfreshworks.com@evil.example/",
            "https://{tenant}.myfreshworks.com/a/../b", "https://{tenant}.myfreshworks.com/a#b", "",
        ])
    func foreignCheckAddress(_ address: String) throws {
        let account = try FreshworksAccount.freshsales("acme")
        #expect(throws: FreshworksError.self) { try account.verifying(at: address) }
    }

    @Test("an account is small")
    func size() {
        #expect(MemoryLayout<FreshworksAccount>.size <= 184)
    }
}
