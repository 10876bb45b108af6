import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("The sandbox's access tokens in use")
struct BearerTests {
    let caller = OAuthCaller()

    private static let addresses = [
        "https://acme.freshdesk.com/api/v2/agents/me", "https://acme.freshchat.com/v2/accounts/configuration",
        "https://acme.myfreshworks.com/crm/sales/api/contacts/filters",
    ]

    @Test("all three products accept a token with a scope of theirs, as the first agent")
    func accepted() async throws {
        let tokens = try await caller.tokens([
            "scope": "freshdesk.tickets.view freshchat.conversation.create freshsales.contacts.view"
        ])
        for address in Self.addresses {
            #expect(try await caller.ask(address, tokens.access).status == 200)
            #expect(caller.sandbox.requests.last?.credential == .current(revision: 1))
        }
        let me = try await caller.ask(Self.addresses[0], tokens.access).json
        #expect(me.value(at: ["contact", "email"])?.stringValue == "ana.reis@acme.example")
    }

    @Test("a token without a scope of the product gets 403 in the product's words")
    func foreignScope() async throws {
        let other = try await caller.tokens(["scope": "freshchat.conversation.create"])
        let desk = try await caller.ask(Self.addresses[0], other.access)
        #expect(desk.status == 403)
        #expect(desk.text == #"{"code":"access_denied","message":"You are not authorized to perform this action."}"#)
        let sales = try await caller.ask(Self.addresses[2], other.access)
        #expect(sales.status == 403)
        #expect(sales.text == #"{"errors":{"code":403,"message":["You are not authorised for this action."]}}"#)
        let ticket = try await caller.tokens(["scope": "freshdesk.tickets.view"])
        let chat = try await caller.ask(Self.addresses[1], ticket.access)
        #expect(chat.status == 403)
        #expect(
            chat.text == #"{"code":403,"status":"FORBIDDEN","message":"the token has no scope for this account"}"#)
    }

    @Test("a token that expired, was revoked or never was is a bad credential like others")
    func dead() async throws {
        let scope = "freshdesk.tickets.view freshchat.conversation.create freshsales.contacts.view"
        let expired = try await caller.tokens(["scope": scope]).access
        caller.clock.advance(by: .seconds(1800))
        let revoked = try await caller.tokens(["scope": scope]).access
        caller.sandbox.oauth.revokeAccessTokens()
        for (token, use) in [
            (expired, CredentialUse.revoked(revision: 1)), (revoked, .revoked(revision: 2)), ("nonsense", .unknown),
            ("", .unknown), (revoked + "x", .unknown),
        ] {
            for (address, body) in zip(
                Self.addresses,
                [
                    #"{"code":"invalid_credentials","message":"You have to be logged in to perform this action."}"#,
                    #"{"code":401,"status":"UNAUTHENTICATED","message":"Authentication failed"}"#,
                    #"{"login":"failed","message":null}"#,
                ])
            {
                let answer = try await caller.ask(address, token)
                #expect(answer.status == 401)
                #expect(answer.text == body)
                #expect(caller.sandbox.requests.last?.credential == use)
            }
        }
    }

    @Test("the products' own credentials still work")
    func ownCredentials() async throws {
        _ = try await caller.tokens()
        let products = SandboxCaller()
        #expect(try await products.freshdesk("agents/me").status == 200)
        #expect(try await products.freshchat("accounts/configuration").status == 200)
        #expect(try await products.freshsales("contacts/filters").status == 200)
    }

    @Test("the user can be asked for")
    func userinfo() async throws {
        let tokens = try await caller.tokens()
        let answer = try await caller.ask("https://acme.myfreshworks.com/org/oauth/v2/userinfo", tokens.access)
        #expect(answer.status == 200)
        #expect(answer.headers["Cache-Control"] == "no-store")
        let json = try answer.json
        #expect(json.objectValue?.keys == ["sub", "email", "name", "organisation_id", "organisation_domain"])
        #expect(json["email"]?.stringValue == "ana.reis@acme.example")
        #expect(json["name"]?.stringValue == "Ana Reis")
        #expect(json["organisation_domain"]?.stringValue == "acme.myfreshworks.com")
    }

    @Test("who asks for the user without a live token gets a challenge of RFC 6750")
    func challenges() async throws {
        let tokens = try await caller.tokens()
        let none = try await caller.send(.get, "userinfo")
        #expect(none.status == 401)
        #expect(none.headers["WWW-Authenticate"] == #"Bearer realm="acme""#)
        let wrongScheme = try await caller.send(.get, "userinfo", authorization: caller.clientHeader)
        #expect(wrongScheme.status == 401)
        #expect(wrongScheme.headers["WWW-Authenticate"] == #"Bearer realm="acme""#)
        for value in ["Bearer x", "Bearer ", "Bearer  \(tokens.access)", "Bearer \(tokens.access) x"] {
            let answer = try await caller.send(.get, "userinfo", authorization: value)
            #expect(answer.status == 401)
            #expect(
                answer.headers["WWW-Authenticate"]
                    == #"Bearer realm="acme", error="invalid_token", error_description="The access token is not known""#
            )
        }
        let query = try await caller.send(.get, "userinfo?access_token=\(tokens.access)")
        #expect(query.status == 400)
        #expect(query.headers["WWW-Authenticate"]?.contains(#"error="invalid_request""#) == true)
        #expect(caller.sandbox.requests.last?.query == "access_token=<redacted>")
        caller.clock.advance(by: .seconds(1800))
        #expect(
            try await caller.send(.get, "userinfo", authorization: "bearer \(tokens.access)")
                .headers["WWW-Authenticate"]
                == #"Bearer realm="acme", error="invalid_token", error_description="The access token expired""#)
        caller.sandbox.oauth.revokeAll()
        #expect(
            try await caller.send(.get, "userinfo", authorization: "bearer \(tokens.access)")
                .headers["WWW-Authenticate"]
                == #"Bearer realm="acme", error="invalid_token", error_description="The access token was revoked""#)
        #expect(try await caller.send(.post, "userinfo").status == 405)
    }
}
