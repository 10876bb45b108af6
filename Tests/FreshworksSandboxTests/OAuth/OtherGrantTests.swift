import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Grants that the sandbox knows on demand")
struct OtherGrantTests {
    let caller = OAuthCaller(
        Sandbox.OAuthOptions(
            grants: [.password, .clientCredentials, .refreshToken],
            clientAuthentication: [.basic, .publicClient]))

    @Test("a password gives a pair, with all scopes unless some are named")
    func password() async throws {
        let desk = caller.sandbox.freshdesk
        let all = try await caller.token([
            ("grant_type", "password"), ("username", desk.email), ("password", desk.password),
        ])
        #expect(all.status == 200)
        #expect(
            try all.json["scope"]?.stringValue?.split(separator: " ").count
                == Sandbox.OAuthOptions.defaultScopes.count)
        let tokens = try OAuthCaller.Tokens(all)
        #expect(try await caller.isAlive(tokens.access))
        #expect(try await caller.token(caller.refresh(try #require(tokens.refresh))).status == 200)
        let some = try await caller.token([
            ("grant_type", "password"), ("username", desk.email), ("password", desk.password),
            ("scope", "freshsales.deals.view"),
        ])
        #expect(try some.json["scope"]?.stringValue == "freshsales.deals.view")
    }

    @Test("a wrong password, or none, is refused")
    func wrongPassword() async throws {
        let desk = caller.sandbox.freshdesk
        for (name, password, error) in [
            (desk.email, "wrong", "invalid_grant"), ("nobody@acme.example", desk.password, "invalid_grant"),
            (desk.email, "pässword", "invalid_grant"), (desk.email, "", "invalid_request"),
            ("", desk.password, "invalid_request"), (desk.email, "a\nb", "invalid_request"),
        ] {
            try expectTokenError(
                try await caller.token([("grant_type", "password"), ("username", name), ("password", password)]),
                error)
        }
        try expectTokenError(
            try await caller.token([
                ("grant_type", "password"), ("username", desk.email), ("password", desk.password), ("scope", "x"),
            ]), "invalid_scope")
    }

    @Test("client credentials give no refresh token, and nothing to a client that does not authenticate")
    func clientCredentials() async throws {
        let answer = try await caller.token([
            ("grant_type", "client_credentials"), ("scope", "freshdesk.tickets.view"),
        ])
        #expect(try answer.json.objectValue?.keys == ["access_token", "token_type", "expires_in", "scope"])
        #expect(try await caller.isAlive(try OAuthCaller.Tokens(answer).access))
        try expectTokenError(
            try await caller.token([("grant_type", "client_credentials"), ("scope", "x")]), "invalid_scope")
        try expectTokenError(
            try await caller.token(
                [("grant_type", "client_credentials"), ("client_id", caller.sandbox.oauth.clientID)],
                authorization: .some(nil)), "unauthorized_client")
    }

    @Test("a grant that is not among the options is none")
    func switchedOff() async throws {
        try expectTokenError(
            try await caller.token(caller.redemption(try caller.code())), "unsupported_grant_type")
    }
}
