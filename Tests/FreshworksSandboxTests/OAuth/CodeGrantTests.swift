import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Codes at the sandbox's token endpoint")
struct CodeGrantTests {
    let caller = OAuthCaller()

    @Test("a code becomes tokens, with the verifier of RFC 7636, appendix B")
    func success() async throws {
        let answer = try await caller.token(caller.redemption(try caller.code()))
        #expect(answer.status == 200)
        #expect(answer.headers["Content-Type"] == "application/json; charset=utf-8")
        #expect(answer.headers["Cache-Control"] == "no-store")
        #expect(answer.headers["Pragma"] == "no-cache")
        let json = try answer.json
        #expect(
            json.objectValue?.keys == ["access_token", "token_type", "expires_in", "refresh_token", "scope"])
        #expect(json["token_type"]?.stringValue == "Bearer")
        #expect(json["expires_in"]?.int64Value == 1800)
        #expect(json["scope"]?.stringValue == "freshdesk.tickets.view freshchat.conversation.create")
        let tokens = try OAuthCaller.Tokens(answer)
        let parts = tokens.access.split(separator: ".").map(String.init)
        #expect(parts.count == 3)
        let claims = try JSONValue(parsing: Data(try #require(Base64URL.decode(parts[1]))))
        #expect(claims["user"]?.stringValue == "ana.reis@acme.example")
        #expect(claims["scope"]?.arrayValue == ["freshdesk.tickets.view", "freshchat.conversation.create"])
        #expect(tokens.access.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil)
        #expect(try #require(tokens.refresh).wholeMatch(of: /[A-Za-z0-9_]{32,}/) != nil)
    }

    @Test("a code that comes back revokes all that was issued for it, also after a refresh")
    func reuse() async throws {
        let other = try await caller.tokens()
        let code = try caller.code()
        let first = try await OAuthCaller.Tokens(caller.token(caller.redemption(code)))
        let second = try await OAuthCaller.Tokens(caller.token(caller.refresh(try #require(first.refresh))))
        #expect(try await caller.isAlive(first.access))
        try expectTokenError(try await caller.token(caller.redemption(code)), "invalid_grant")
        #expect(try await !caller.isAlive(first.access))
        #expect(try await !caller.isAlive(second.access))
        try expectTokenError(try await caller.token(caller.refresh(try #require(second.refresh))), "invalid_grant")
        #expect(try await caller.isAlive(other.access))
    }

    @Test("a spent code revokes even if the rest of the request is wrong, and long after its time")
    func reuseLater() async throws {
        let code = try caller.code()
        let tokens = try await OAuthCaller.Tokens(caller.token(caller.redemption(code)))
        caller.clock.advance(by: .seconds(700))
        try expectTokenError(
            try await caller.token(caller.redemption(code, ["code_verifier": nil])), "invalid_grant")
        #expect(try await !caller.isAlive(tokens.access))
    }

    @Test("a code lasts ten minutes")
    func expiry() async throws {
        let (first, second) = (try caller.code(), try caller.code())
        caller.clock.advance(by: .seconds(599))
        #expect(try await caller.token(caller.redemption(first)).status == 200)
        caller.clock.advance(by: .seconds(1))
        try expectTokenError(try await caller.token(caller.redemption(second)), "invalid_grant")
    }

    @Test(
        "what does not fit the authorization request is refused, and the right request still works",
        arguments: [
            ("code", nil, "invalid_request"), ("code", "", "invalid_request"),
            ("code", "SplxlOBeZQQYbYS6WxSbIA", "invalid_grant"),
            ("redirect_uri", nil, "invalid_request"),
            ("redirect_uri", "https://app.example/callback/", "invalid_grant"),
            ("redirect_uri", "http://127.0.0.1/callback", "invalid_grant"),
            ("code_verifier", nil, "invalid_request"), ("code_verifier", "", "invalid_request"),
            ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX", "invalid_request"),
            ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX+", "invalid_request"),
            ("code_verifier", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "invalid_grant"),
            ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk0", "invalid_grant"),
        ] as [(String, String?, String)])
    func mismatch(name: String, value: String?, error: String) async throws {
        let code = try caller.code()
        try expectTokenError(try await caller.token(caller.redemption(code, [name: value])), error)
        #expect(try await caller.token(caller.redemption(code)).status == 200)
    }

    @Test("a verifier has at most 128 characters", arguments: [(128, "invalid_grant"), (129, "invalid_request")])
    func longVerifier(count: Int, error: String) async throws {
        let verifier = String(repeating: "~", count: count)
        try expectTokenError(
            try await caller.token(caller.redemption(try caller.code(), ["code_verifier": verifier])), error)
    }

    @Test("a code that was asked for without PKCE takes no verifier")
    func withoutPKCE() async throws {
        let code = try caller.code(["code_challenge": nil, "code_challenge_method": nil])
        try expectTokenError(try await caller.token(caller.redemption(code)), "invalid_grant")
        #expect(try await caller.token(caller.redemption(code, ["code_verifier": nil])).status == 200)
    }

    @Test("the port of a loopback address belongs to the code")
    func loopback() async throws {
        let code = try caller.code(["redirect_uri": "http://127.0.0.1:4711/callback"])
        try expectTokenError(
            try await caller.token(caller.redemption(code, ["redirect_uri": "http://127.0.0.1:4712/callback"])),
            "invalid_grant")
        #expect(
            try await caller.token(caller.redemption(code, ["redirect_uri": "http://127.0.0.1:4711/callback"])).status
                == 200)
    }

    @Test("a scope that is named twice is granted once; a scope at the token endpoint means nothing here")
    func scopes() async throws {
        let code = try caller.code(["scope": "freshdesk.tickets.view freshdesk.tickets.view"])
        let answer = try await caller.token(caller.redemption(code, ["scope": "freshdesk.tickets.edit"]))
        #expect(try answer.json["scope"]?.stringValue == "freshdesk.tickets.view")
    }
}
