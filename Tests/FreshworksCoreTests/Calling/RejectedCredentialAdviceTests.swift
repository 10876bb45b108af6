import FreshworksCore
import TestSupport
import Testing

@Suite("A rejected credential")
struct RejectedCredentialAdviceTests {
    private func advice(
        _ account: FreshworksAccount, _ credential: Credential, _ response: TransportResponse = .json(401, "{}")
    ) async throws -> (error: String?, verification: String) {
        let transport = ScriptedTransport(response)
        func api() throws -> APIClient {
            try APIClient(
                account: account, credential: .fixed(credential),
                runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
        }
        let error = await #expect(throws: FreshworksError.self) { _ = try await api().call(.get, "x") }
        return (error?.advice, try await api().verify().advice)
    }

    @Test("of Freshdesk may be the right one of an agent whose API access is switched off")
    func switchedOff() async throws {
        let advice = try await advice(.freshdesk("acme"), .freshdesk(apiKey: "FAKEkey0123456789abcd"))
        #expect(advice.error?.contains("API access may be switched off for this agent") == true)
        #expect(advice.verification.hasPrefix("The key was rejected; copy the current key"))
        #expect(advice.verification.contains("API access may be switched off for this agent"))
    }

    @Test("that is an access token for Freshdesk was never one: the vendor offers none there")
    func noOAuth() async throws {
        for credential in [
            Credential.oauth(accessToken: "FAKEaccess0123456789"),
            .header(prefix: .bearer, username: "", password: "FAKEaccess0123456789"),
        ] {
            let advice = try await advice(.freshdesk("acme"), credential)
            #expect(advice.error?.contains("The vendor offers no OAuth for the REST API of Freshdesk") == true)
            #expect(advice.verification.contains("the vendor offers no OAuth"))
        }
    }

    @Test("that is an access token for any product which takes none was never one, and is called by its title")
    func noOAuthElsewhere() async throws {
        let product = FreshworksProduct(
            name: "other", title: "Other", hosts: [.tenants(under: ".other.example", basePath: "/v1")],
            keyScheme: .basic, probes: VerificationProbes(.init("me", expects: [["id"]])), takesAccessTokens: false)
        for credential in [
            Credential.oauth(accessToken: "FAKEaccess0123456789"),
            .header(prefix: .bearer, username: "", password: "FAKEaccess0123456789"),
        ] {
            let advice = try await advice(FreshworksAccount(product, subdomain: "acme"), credential)
            let words = "vendor offers no OAuth for the REST API of Other; use one of its own keys there."
            #expect(advice.error == "The " + words)
            #expect(advice.verification.hasSuffix("; the " + words))
        }
    }

    @Test("that is an access token elsewhere is refreshed or asked for again")
    func accessToken() async throws {
        for account in [try FreshworksAccount.freshsales("acme"), try .freshchat("acme")] {
            let expired = TransportResponse.json(401, "{}", ("WWW-Authenticate", #"Bearer error="invalid_token""#))
            let advice = try await advice(account, .oauth(accessToken: "FAKEaccess0123456789"), expired)
            #expect(advice.error == "Refresh it, or ask the user for consent again.")
            #expect(!advice.verification.contains("vendor"))
        }
    }

    @Test("of each product is replaced where that product shows it")
    func ownKeys() async throws {
        let chat = try await advice(.freshchat("acme"), .freshchat(token: "FAKE0.token1.value2"))
        #expect(chat.verification.hasPrefix("The token was rejected; "))
        #expect(chat.error?.contains("keeps one live token per account") == true)
        let sales = try await advice(.freshsales("acme"), .freshsales(apiKey: "FAKEkey0123456789abcd"))
        #expect(sales.error?.contains("not the chat key") == true)
        let password = try await advice(
            .freshdesk("acme"), .freshdesk(email: "sam@acmehelp.test", password: "FAKEpass01"))
        #expect(password.verification.hasPrefix("The e-mail address and password were rejected; "))
    }
}
