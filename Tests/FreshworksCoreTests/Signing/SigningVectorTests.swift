import FreshworksCore
import Testing

@Suite("Header values")
struct SigningVectorTests {
    private func header(_ credential: Credential, _ account: FreshworksAccount) async throws -> String? {
        try await RequestSigner(account: account, credential: credential).headers(for: account.url("x"))[
            "Authorization"]
    }

    @Test("Freshdesk keys and passwords become Basic")
    func freshdesk() async throws {
        let account = try FreshworksAccount.freshdesk("acme")
        #expect(
            try await header(.freshdesk(apiKey: "abcdefghij1234567890"), account)
                == "Basic YWJjZGVmZ2hpajEyMzQ1Njc4OTA6WA==")
        #expect(
            try await header(.freshdesk(apiKey: "FAKEkey0123456789abcd"), account)
                == "Basic RkFLRWtleTAxMjM0NTY3ODlhYmNkOlg=")
        #expect(
            try await header(.freshdesk(email: "user@yourcompany.com", password: "test"), account)
                == "Basic dXNlckB5b3VyY29tcGFueS5jb206dGVzdA==")
        #expect(
            try await header(.freshdesk(email: "agent@acme.example", password: "p@ss:w0rd"), account)
                == "Basic YWdlbnRAYWNtZS5leGFtcGxlOnBAc3M6dzByZA==")
        #expect(try await header(.header(prefix: .basic, username: "k", password: ""), account) == "Basic azo=")
    }

    @Test("a key that a shell ended with a line break is signed without it")
    func lineBreak() async throws {
        #expect(
            try await header(.freshdesk(apiKey: "abcdefghij1234567890\n"), .freshdesk("acme"))
                == "Basic YWJjZGVmZ2hpajEyMzQ1Njc4OTA6WA==")
        // What `echo` made of the key in Base64 is decoded back to the key.
        #expect(
            try await header(.freshdesk(apiKey: "Basic YWJjZGVmZ2hpajEyMzQ1Njc4OTA6WAo="), .freshdesk("acme"))
                == "Basic YWJjZGVmZ2hpajEyMzQ1Njc4OTA6WA==")
    }

    @Test("Freshchat tokens become Bearer, Freshsales keys Token token=, access tokens Bearer everywhere")
    func others() async throws {
        #expect(try await header(.freshchat(token: "aaa.bbb.ccc"), .freshchat("acme")) == "Bearer aaa.bbb.ccc")
        #expect(
            try await header(.freshsales(apiKey: "sfg999666t673t7t82"), .freshsales("acme"))
                == "Token token=sfg999666t673t7t82")
        #expect(
            try await header(.freshsales(apiKey: "Token token=\"sfg\""), .freshsales("acme")) == "Token token=sfg")
        for account in [try FreshworksAccount.freshdesk("acme"), try .freshchat("acme"), try .freshsales("acme")] {
            #expect(try await header(.oauth(accessToken: "abc"), account) == "Bearer abc")
        }
    }

    @Test("RFC 7617's examples")
    func rfc7617() async throws {
        let account = try FreshworksAccount.freshdesk("acme")
        #expect(
            try await header(.header(prefix: .basic, username: "Aladdin", password: "open sesame"), account)
                == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
        #expect(
            try await header(.header(prefix: .basic, username: "test", password: "123£"), account)
                == "Basic dGVzdDoxMjPCow==")
    }

    @Test("Basic is made of normalization form C")
    func normalizationForm() async throws {
        let account = try FreshworksAccount.freshdesk("acme")
        let composed = try await header(.freshdesk(email: "a@b.example", password: "p\u{E9}ssw\u{F6}rd"), account)
        let decomposed = try await header(.freshdesk(email: "a@b.example", password: "pe\u{301}sswo\u{308}rd"), account)
        #expect(composed == "Basic YUBiLmV4YW1wbGU6cMOpc3N3w7ZyZA==")
        #expect(decomposed == composed)
    }

    @Test("a connection's prefix decides, and exactly one prefix is added")
    func connections() async throws {
        func value(_ prefix: HeaderPrefix, _ password: String, _ account: FreshworksAccount) async throws -> String? {
            try await header(.header(prefix: prefix, username: "ignored", password: password), account)
        }
        #expect(try await value(.bearer, "abc", .freshchat("acme")) == "Bearer abc")
        #expect(try await value(.bearer, "Bearer abc", .freshchat("acme")) == "Bearer abc")
        #expect(try await value(.token, "abc", .freshsales("acme")) == "Token token=abc")
        #expect(try await value(.token, "token=abc", .freshsales("acme")) == "Token token=abc")
        #expect(try await value(.token, "Token token=abc", .freshsales("acme")) == "Token token=abc")
        #expect(try await value(.token, "abc", .freshchat("acme")) == "Token abc")
        #expect(try await value(.none, "User a, Element b", .freshdesk("acme")) == "User a, Element b")
        #expect(try await value(.none, "Token token=abc", .freshsales("acme")) == "Token token=abc")
        #expect(try await value(.basic, "anything", .freshdesk("acme")) == "Basic aWdub3JlZDphbnl0aGluZw==")
    }

    @Test("a connection may name another header field")
    func otherField() async throws {
        let account = try FreshworksAccount.freshdesk("acme")
        let signer = try RequestSigner(
            account: account,
            credential: .header(field: "X-Api-Auth", prefix: .none, username: "", password: "abc"))
        let headers = try await signer.headers(for: account.url("x"))
        #expect(headers["x-api-auth"] == "abc")
        #expect(headers["Authorization"] == nil)
        for field in ["", "X Y", "X:Y", "X\r\nY"] {
            #expect(throws: FreshworksError.self) {
                _ = try RequestSigner(
                    account: account, credential: .header(field: field, prefix: .none, username: "", password: "abc"))
            }
        }
    }
}
