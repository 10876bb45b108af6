import FreshworksCore
import Synchronization
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

    @Test("alone is a reason to ask the provider again what was sent")
    func asksOnlyThen() async throws {
        let provider = CountingProvider()
        let api = try APIClient(
            account: .freshdesk("acme"), credential: provider,
            runtime: FreshworksRuntime(.quiet, transport: ScriptedTransport(.json(200, "{}")), clock: StillClock()))
        for status in [400, 403, 404, 500] { _ = await api.failure(of: .json(status, "{}")) }
        #expect(provider.questions == 0)
        let rejected = await api.failure(of: .json(401, "{}"))
        #expect(provider.questions == 1)
        #expect(rejected.advice?.contains("offers no OAuth") == true)
    }
}

/// Counts how often it is asked for an access token.
private final class CountingProvider: CredentialProvider {
    private let count = Mutex(0)

    var questions: Int { count.withLock { $0 } }

    func credential() async throws -> Credential {
        count.withLock { $0 += 1 }
        return .oauth(accessToken: "FAKEaccess0123456789")
    }

    func credential(replacing rejected: Credential) async throws -> Credential? { nil }
}
