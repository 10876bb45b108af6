import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Secrecy of Freshdesk's client")
struct FreshdeskSecrecyTests {
    private static let key = "Zq7FAKEkey0123456789"
    private static var sandbox: Sandbox { Sandbox(Sandbox.Options(clock: ManualClock())) }

    @Test("neither the credential nor the client nor a failed call shows the secret")
    func hidden() async throws {
        let key = Self.key
        let credentials: [FreshdeskCredential] = [
            .apiKey(key), .apiKey(Secret(key)), .password(email: "agent@example.com", password: key),
            .password(email: "agent@example.com", password: Secret(key)), .provider(.fixed(.freshdesk(apiKey: key))),
        ]
        for credential in credentials {
            let client = try FreshdeskClient(subdomain: "acme", credential: credential, runtime: Self.sandbox.runtime)
            let error = await #expect(throws: FreshworksError.self) { try await client.call(.get, "agents/me") }
            #expect(error?.code == .invalidCredential)
            let verification = try await client.verify()
            #expect(verification.verdict == .invalidCredential)
            for value: Any in [credential, client, client.api, error as Any, verification] {
                #expect(!Exposure(of: value).shows([key]), "\(type(of: value)) shows the secret")
            }
        }
    }
}
