import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Refreshing at the sandbox's token endpoint")
struct RefreshTests {
    let caller = OAuthCaller()

    private func refresh(_ caller: OAuthCaller, _ token: String?) async throws -> OAuthCaller.Tokens {
        try await OAuthCaller.Tokens(caller.token(caller.refresh(try #require(token))))
    }

    @Test("a refresh gives a new pair; the access token of before lives on")
    func rotation() async throws {
        let first = try await caller.tokens()
        let answer = try await caller.token(caller.refresh(try #require(first.refresh)))
        #expect(answer.status == 200)
        #expect(answer.headers["Cache-Control"] == "no-store")
        #expect(
            try answer.json.objectValue?.keys
                == ["access_token", "token_type", "expires_in", "refresh_token", "scope"])
        let second = try OAuthCaller.Tokens(answer)
        #expect(second.access != first.access)
        #expect(second.refresh != first.refresh)
        #expect(try await caller.isAlive(first.access))
        #expect(try await caller.isAlive(second.access))
    }

    @Test("a spent refresh token revokes the family and its access tokens, and no other family")
    func reuse() async throws {
        let other = try await caller.tokens()
        let first = try await caller.tokens()
        let second = try await refresh(caller, first.refresh)
        let third = try await refresh(caller, second.refresh)
        try expectTokenError(try await caller.token(caller.refresh(try #require(first.refresh))), "invalid_grant")
        for tokens in [first, second, third] { #expect(try await !caller.isAlive(tokens.access)) }
        try expectTokenError(try await caller.token(caller.refresh(try #require(third.refresh))), "invalid_grant")
        #expect(try await caller.isAlive(other.access))
        _ = try await refresh(caller, other.refresh)
    }

    @Test("without reuse detection a spent token is only refused")
    func reuseUndetected() async throws {
        let caller = OAuthCaller(Sandbox.OAuthOptions(detectsReuse: false))
        let first = try await caller.tokens()
        let second = try await refresh(caller, first.refresh)
        try expectTokenError(try await caller.token(caller.refresh(try #require(first.refresh))), "invalid_grant")
        #expect(try await caller.isAlive(second.access))
        _ = try await refresh(caller, second.refresh)
    }

    @Test("without rotation the refresh token stays and does not come again")
    func withoutRotation() async throws {
        let caller = OAuthCaller(Sandbox.OAuthOptions(rotatesRefreshTokens: false))
        let first = try await caller.tokens()
        for _ in 0..<3 {
            let answer = try await caller.token(caller.refresh(try #require(first.refresh)))
            #expect(try answer.json.objectValue?.keys == ["access_token", "token_type", "expires_in", "scope"])
            #expect(try await caller.isAlive(try OAuthCaller.Tokens(answer).access))
        }
    }

    @Test("tokens end to the second, each refresh token a year after its own issue")
    func expiry() async throws {
        let first = try await caller.tokens()
        caller.clock.advance(by: .seconds(1799))
        #expect(try await caller.isAlive(first.access))
        caller.clock.advance(by: .seconds(1))
        #expect(try await !caller.isAlive(first.access))
        caller.clock.advance(by: .seconds(365 * 86_400 - 1801))
        let second = try await refresh(caller, first.refresh)
        caller.clock.advance(by: .seconds(365 * 86_400))
        try expectTokenError(try await caller.token(caller.refresh(try #require(second.refresh))), "invalid_grant")
    }

    @Test("lifetimes can be chosen")
    func lifetimes() async throws {
        let caller = OAuthCaller(
            Sandbox.OAuthOptions(accessTokenLifetime: .seconds(2), refreshTokenLifetime: .seconds(3)))
        let answer = try await caller.token(caller.redemption(try caller.code()))
        #expect(try answer.json["expires_in"]?.int64Value == 2)
        let tokens = try OAuthCaller.Tokens(answer)
        caller.clock.advance(by: .seconds(2))
        #expect(try await !caller.isAlive(tokens.access))
        caller.clock.advance(by: .seconds(1))
        try expectTokenError(try await caller.token(caller.refresh(try #require(tokens.refresh))), "invalid_grant")
    }

    @Test("the scope can get narrower for one access token, never wider")
    func scope() async throws {
        var tokens = try await caller.tokens()
        let narrow = try await caller.token(
            caller.refresh(try #require(tokens.refresh), ["scope": "freshdesk.tickets.view"]))
        #expect(try narrow.json["scope"]?.stringValue == "freshdesk.tickets.view")
        tokens = try OAuthCaller.Tokens(narrow)
        for scope in [
            "freshdesk.tickets.edit", "freshdesk.tickets.view freshdesk.tickets.edit", "freshdesk.tickets.view ",
            " ", "x", "freshdesk.tickets.view\u{212A}",
        ] {
            let answer = try await caller.token(caller.refresh(try #require(tokens.refresh), ["scope": scope]))
            try expectTokenError(answer, scope.contains("\u{212A}") ? "invalid_request" : "invalid_scope")
        }
        // Nothing was spent, and the family has kept its scopes.
        let wide = try await caller.token(caller.refresh(try #require(tokens.refresh)))
        #expect(try wide.json["scope"]?.stringValue == "freshdesk.tickets.view freshchat.conversation.create")
    }

    @Test("what is no refresh token is refused")
    func unknown() async throws {
        let tokens = try await caller.tokens()
        let refresh = try #require(tokens.refresh)
        for (token, error) in [
            ("", "invalid_request"), ("nonsense", "invalid_grant"), (tokens.access, "invalid_grant"),
            (refresh + " ", "invalid_grant"), (refresh.uppercased(), "invalid_grant"),
        ] {
            try expectTokenError(try await caller.token(caller.refresh(token)), error)
        }
        try expectTokenError(try await caller.token([("grant_type", "refresh_token")]), "invalid_request")
        #expect(try await caller.token(caller.refresh(refresh)).status == 200)
    }

    @Test("access tokens can be ended or revoked under the client's feet, families too")
    func revocation() async throws {
        let first = try await caller.tokens()
        caller.sandbox.oauth.expireAccessTokens()
        #expect(try await !caller.isAlive(first.access))
        let second = try await refresh(caller, first.refresh)
        #expect(try await caller.isAlive(second.access))
        caller.sandbox.oauth.revokeAccessTokens()
        #expect(try await !caller.isAlive(second.access))
        let third = try await refresh(caller, second.refresh)
        caller.sandbox.oauth.revokeAll()
        #expect(try await !caller.isAlive(third.access))
        try expectTokenError(try await caller.token(caller.refresh(try #require(third.refresh))), "invalid_grant")
        #expect(try await caller.isAlive(try await caller.tokens().access))
    }
}
