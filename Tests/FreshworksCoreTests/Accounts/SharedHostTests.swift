import FreshworksCore
import Testing

@Suite("Hosts that are no tenant's")
struct SharedHostTests {
    @Test(
        "are refused as ones that all accounts share, however they are pasted",
        arguments: [
            (FreshworksProduct.freshchat, "wchat.freshchat.com"), (.freshchat, "wchat"),
            (.freshchat, "https://WCHAT.freshchat.com/js/widget.js"), (.freshchat, "msdk.freshchat.com"),
            (.freshdesk, "attachment.freshdesk.com"), (.freshdesk, "assets"),
            (.freshsales, "widget.freshworks.com"), (.freshsales, "https://euc-widget.freshworks.com/widgets/1.js"),
        ])
    func shared(product: FreshworksProduct, pasted: String) throws {
        let error = try #require(throws: FreshworksError.self) { try FreshworksAccount(product, subdomain: pasted) }
        #expect(error.code == .subdomainReserved)
        #expect(
            error.message == "the host is one that all accounts of \(product.title) share, such as that of a widget")
        if pasted.contains("://") {
            let base = try #require(throws: FreshworksError.self) { try FreshworksAccount(product, baseURL: pasted) }
            #expect(base.code == .subdomainReserved)
        }
    }

    @Test("are those of one product: elsewhere the same label may be a tenant")
    func perProduct() throws {
        #expect(try FreshworksAccount.freshdesk("wchat").baseURL == "https://wchat.freshdesk.com/api/v2")
        #expect(try FreshworksAccount.freshchat("attachment").baseURL == "https://attachment.freshchat.com/v2")
        #expect(try FreshworksAccount.freshsales("widget").baseURL == "https://widget.myfreshworks.com/crm/sales/api")
    }

    @Test(
        "do not have a blank inside, which is a slip and not somebody else's domain",
        arguments: [
            "my acme", "my acme.freshdesk.com", "acme .freshdesk.com", "acme. freshdesk.com", "acme freshdesk.com",
            "acme.freshdesk.com evil.example", "ac\tme", "acme.freshdesk .com",
        ])
    func blank(pasted: String) throws {
        let error = try #require(throws: FreshworksError.self) { try FreshworksAccount.freshdesk(pasted) }
        #expect(error.code == .subdomainIllegalCharacter)
    }

    @Test(
        "are explained with a host of the product that was asked for",
        arguments: [
            (FreshworksProduct.freshdesk, "acme.freshdesk.com"), (.freshchat, "acme.freshchat.com"),
            (.freshsales, "acme.myfreshworks.com"),
        ])
    func example(product: FreshworksProduct, host: String) throws {
        for pasted in ["a b", "-a", "www", "a..b", "", "10.0.0.1", "portal.acme.example"] {
            let error = try #require(throws: FreshworksError.self) { try FreshworksAccount(product, subdomain: pasted) }
            #expect(error.advice?.contains(host) == true, "\(pasted): \(error)")
        }
        let base = try #require(throws: FreshworksError.self) { try FreshworksAccount(product, baseURL: "acme") }
        #expect(base.advice?.contains("https://\(host)/") == true)
    }
}
