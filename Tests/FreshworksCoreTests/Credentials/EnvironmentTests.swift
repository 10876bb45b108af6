import Foundation
import FreshworksCore
import Testing

@Suite("Environment")
struct EnvironmentTests {
    private func key(_ product: FreshworksProduct, _ variables: [String: String]) async throws -> String? {
        try await EnvironmentProvider(product, variables: variables).credential().key
    }

    private func refusal(_ product: FreshworksProduct, _ variables: [String: String]) throws -> FreshworksError {
        try #require(throws: FreshworksError.self) {
            _ = try FreshworksEnvironment.configuration(for: product, variables: variables)
        }
    }

    @Test("each product has its own names")
    func names() async throws {
        #expect(try await key(.freshdesk, ["FRESHDESK_API_KEY": "a"]) == "a")
        #expect(try await key(.freshchat, ["FRESHCHAT_API_TOKEN": "b"]) == "b")
        #expect(try await key(.freshsales, ["FRESHSALES_API_KEY": "c"]) == "c")
        await #expect(throws: FreshworksError.self) { try await key(.freshchat, ["FRESHCHAT_API_KEY": "b"]) }
        await #expect(throws: FreshworksError.self) { try await key(.freshsales, ["FRESHDESK_API_KEY": "a"]) }
    }

    @Test("Freshdesk also takes e-mail and password, after a key")
    func password() async throws {
        let login = ["FRESHDESK_EMAIL": "a@b.example", "FRESHDESK_PASSWORD": "secret"]
        let credential = try await EnvironmentProvider(.freshdesk, variables: login).credential()
        guard case .password(let email, let password) = credential.form else {
            Issue.record("not a password")
            return
        }
        #expect(email == "a@b.example")
        #expect(password.reveal() == "secret")
        #expect(try await key(.freshdesk, login.merging(["FRESHDESK_API_KEY": "a"]) { $1 }) == "a")
    }

    @Test("account and provider come together; a base URL takes the subdomain's place")
    func configuration() async throws {
        let (account, provider) = try FreshworksEnvironment.configuration(
            for: .freshdesk, variables: ["FRESHDESK_SUBDOMAIN": "Acme", "FRESHDESK_API_KEY": "a"])
        #expect(account.baseURL == "https://acme.freshdesk.com/api/v2")
        #expect(provider.fixedCredential?.key == "a")
        let local = try FreshworksEnvironment.configuration(
            for: .freshdesk,
            variables: [
                "FRESHDESK_BASE_URL": "http://127.0.0.1:8080/api/v2", "FRESHDESK_SUBDOMAIN": "a b",
                "FRESHDESK_API_KEY": "a",
            ])
        #expect(local.account.baseURL == "http://127.0.0.1:8080/api/v2")
    }

    @Test("what is missing is named, an empty variable counting as unset")
    func missing() throws {
        let nothing = try refusal(.freshdesk, ["FRESHDESK_SUBDOMAIN": "", "FRESHDESK_API_KEY": ""])
        #expect(nothing.code == .notConfigured)
        for name in [
            "FRESHDESK_SUBDOMAIN", "FRESHDESK_BASE_URL", "FRESHDESK_API_KEY", "FRESHDESK_API_KEY_FILE",
            "FRESHDESK_EMAIL",
            "FRESHDESK_PASSWORD", "FRESHDESK_PASSWORD_FILE",
        ] {
            #expect(nothing.description.contains(name))
        }
        let noToken = try refusal(.freshchat, ["FRESHCHAT_SUBDOMAIN": "acme"])
        #expect(
            noToken.description
                == "Freshchat is not configured (not_configured). Set FRESHCHAT_API_TOKEN (or FRESHCHAT_API_TOKEN_FILE)."
        )
        let noHost = try refusal(.freshsales, ["FRESHSALES_API_KEY": "a"])
        #expect(!noHost.description.contains("API_KEY"))
        #expect(
            try refusal(.freshdesk, ["FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_EMAIL": "a@b.example"]).code
                == .notConfigured)
    }

    @Test("a secret given twice is an error")
    func twice() async throws {
        let variables = ["FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": "a", "FRESHDESK_API_KEY_FILE": "/nowhere"]
        let error = try refusal(.freshdesk, variables)
        #expect(error.code == .conflictingVariables)
        let provider = ChainProvider([
            .environment(.freshdesk, variables: variables), .fixed(.freshdesk(apiKey: "b")),
        ])
        let other = await #expect(throws: FreshworksError.self) { try await provider.credential() }
        #expect(other?.code == .conflictingVariables)
    }

    @Test("a _FILE variable names a file that is read again when it changed")
    func file() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("one\n".utf8).write(to: file)
        let provider = EnvironmentProvider(.freshsales, variables: ["FRESHSALES_API_KEY_FILE": file.path()])
        let first = try await provider.credential()
        #expect(first.key == "one")
        #expect(provider.fixedCredential == nil)
        try Data("second\n".utf8).write(to: file)
        #expect(try await provider.credential(replacing: first)?.key == "second")
    }
}
