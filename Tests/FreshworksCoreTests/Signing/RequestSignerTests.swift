import Foundation
import FreshworksCore
import Synchronization
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("Request signer")
struct RequestSignerTests {
    /// A provider that counts how often it is asked.
    private final class Counter: CredentialProvider {
        private let asked = Mutex(0)
        private let current: Mutex<Credential>

        init(_ credential: Credential) { current = Mutex(credential) }

        var count: Int { asked.withLock { $0 } }

        func rotate(to credential: Credential) { current.withLock { $0 = credential } }

        func credential() async throws -> Credential {
            asked.withLock { $0 += 1 }
            return current.withLock { $0 }
        }
    }

    @Test("a request keeps all it has, and a field of the same name is replaced")
    func signs() async throws {
        let account = try FreshworksAccount.freshchat("acme")
        let signer = try RequestSigner(account: account, credential: .freshchat(token: "abc"))
        var request = URLRequest(url: try account.url("users", query: ["page": 2]))
        request.httpMethod = "POST"
        request.httpBody = Data("{}".utf8)
        request.setValue("Basic old", forHTTPHeaderField: "authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        let signed = try await signer.sign(request)
        #expect(signed.value(forHTTPHeaderField: "Authorization") == "Bearer abc")
        #expect(signed.allHTTPHeaderFields?.count == 2)
        #expect(signed.httpMethod == "POST")
        #expect(signed.httpBody == Data("{}".utf8))
        #expect(signed.url?.absoluteString == "https://acme.freshchat.com/v2/users?page=2")
    }

    @Test(
        "another scheme, host, port or a user name is refused before the provider is asked",
        arguments: [
            "http://acme.freshchat.com/v2", "https://acme.freshchat.com:8443/v2", "https://other.freshchat.com/v2",
            "https://acme.freshchat.com.evil.example/v2", "https://user:pw@acme.freshchat.com/v2", "/v2/users",
        ])
    func foreign(_ address: String) async throws {
        let provider = Counter(.freshchat(token: "abc"))
        let signer = try RequestSigner(account: .freshchat("acme"), provider: provider)
        let url = try #require(URL(string: address))
        let error = await #expect(throws: FreshworksError.self) { try await signer.sign(URLRequest(url: url)) }
        #expect(error?.code == .foreignOrigin)
        let other = await #expect(throws: FreshworksError.self) { try await signer.headers(for: url) }
        #expect(other?.code == .foreignOrigin)
        var request = TransportRequest(.get, url)
        let third = #expect(throws: FreshworksError.self) {
            try signer.authorize(&request, with: .freshchat(token: "abc"))
        }
        #expect(third?.code == .foreignOrigin)
        #expect(request.headers.isEmpty)
        #expect(provider.count == 0)
    }

    @Test("a credential that cannot be the account's is refused at the initializer")
    func refused() throws {
        let account = try FreshworksAccount.freshdesk("acme")
        let error = #expect(throws: FreshworksError.self) {
            _ = try RequestSigner(account: account, credential: .freshchat(token: "a.b.c"))
        }
        #expect(error?.code == .credentialWrongProduct)
        let other = #expect(throws: FreshworksError.self) {
            _ = try RequestSigner(account: account, provider: .fixed(.freshdesk(apiKey: "YOUR_API_KEY")))
        }
        #expect(other?.code == .credentialPlaceholder)
    }

    @Test("a rotated credential is used from the next request on")
    func rotates() async throws {
        let account = try FreshworksAccount.freshchat("acme")
        let provider = Counter(.freshchat(token: "one"))
        let signer = try RequestSigner(account: account, provider: provider)
        #expect(try await signer.headers(for: account.url("x"))["Authorization"] == "Bearer one")
        provider.rotate(to: .freshchat(token: "two"))
        #expect(try await signer.headers(for: account.url("x"))["Authorization"] == "Bearer two")
        provider.rotate(to: .freshdesk(apiKey: "abc"))
        await #expect(throws: FreshworksError.self) { try await signer.headers(for: account.url("x")) }
    }

    @Test("the calling path signs with the credential it holds, and the field prints redacted")
    func authorizes() throws {
        let account = try FreshworksAccount.freshdesk("acme")
        let signer = try RequestSigner(account: account, provider: .custom { .freshdesk(apiKey: "unused") })
        var request = TransportRequest(.get, try account.url("tickets"))
        try request.headers.set("authorization", to: "old")
        try signer.authorize(&request, with: .header(field: "X-Key", prefix: .none, username: "", password: "hidden"))
        #expect(request.headers["X-Key"] == "hidden")
        #expect(!request.headers.description.contains("hidden"))
        try signer.authorize(&request, with: .oauth(accessToken: "abc"))
        #expect(request.headers["Authorization"] == "Bearer abc")
        #expect(request.headers.count == 2)
    }
}
