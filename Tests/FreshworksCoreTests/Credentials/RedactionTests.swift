import FreshworksCore
import Testing

@Suite("Secrets stay hidden")
struct RedactionTests {
    private static let hidden = "hunter2hunter2"

    private static func values() throws -> [any Sendable] {
        let secret = Secret(hidden)
        let account = try FreshworksAccount.freshdesk("acme")
        let credentials: [Credential] = [
            .freshdesk(apiKey: secret), .freshchat(token: secret), .freshsales(apiKey: secret),
            .freshdesk(email: "a@b.example", password: secret), .freshdesk(email: hidden, password: secret),
            .oauth(accessToken: secret),
            .header(prefix: .none, username: Secret(hidden), password: secret),
        ]
        let key = Credential.freshdesk(apiKey: secret)
        let signer = try RequestSigner(account: account, credential: key)
        let providers: [any CredentialProvider] = [
            .fixed(key), .custom { key }, .chain([.fixed(key)]), .cached(.fixed(key), freshFor: .zero, staleFor: .zero),
            .environment(.freshdesk, variables: ["FRESHDESK_API_KEY": hidden]), .file("x") { _ in key },
        ]
        return [secret, signer, account] + credentials
            + (try credentials.prefix(1).map { try $0.normalized(for: account) })
            + providers
    }

    @Test("print, dump, reflection, interpolation and collections show none")
    func redacted() async throws {
        for value in try Self.values() {
            if let provider = value as? any CredentialProvider { _ = try? await provider.credential() }
            var dumped = ""
            dump(value, to: &dumped)
            dump(["key": value], to: &dumped)
            for text in [
                dumped, String(describing: value), String(reflecting: value), "\(value)", "\([value])",
                "\(Optional.some(value) as Any)", "\(Mirror(reflecting: value).children.map(\.value))",
            ] {
                #expect(!text.contains(Self.hidden))
            }
        }
    }

    @Test("header fields of a signed request print redacted")
    func headers() async throws {
        let account = try FreshworksAccount.freshchat("acme")
        let signer = try RequestSigner(account: account, credential: .freshchat(token: Self.hidden))
        let headers = try await signer.headers(for: account.url("x"))
        var dumped = "\(headers) \(String(reflecting: headers))"
        dump(headers, to: &dumped)
        #expect(!dumped.contains(Self.hidden))
        #expect(dumped.contains("<redacted>"))
    }

    @Test("a credential tells its kind and nothing else")
    func kinds() {
        #expect("\(Credential.freshdesk(apiKey: "a"))" == "Credential(freshdesk key)")
        #expect("\(Credential.freshdesk(email: "a", password: "b"))" == "Credential(freshdesk password)")
        #expect("\(Credential.oauth(accessToken: "a"))" == "Credential(access token)")
        #expect(
            "\(Credential.header(prefix: .bearer, username: "a", password: "b"))"
                == "Credential(header with prefix Bearer)")
    }

    @Test("secrets are compared by their bytes, not by canonical equivalence")
    func equality() {
        #expect(Secret("abc") == Secret("abc"))
        #expect(Secret("abc") != Secret("abd"))
        #expect(Secret("abc") != Secret("ab"))
        #expect(Secret("\u{E9}") != Secret("e\u{301}"))
    }
}
