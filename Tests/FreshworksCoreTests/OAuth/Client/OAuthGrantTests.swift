import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A token request")
struct OAuthGrantTests {
    @Test("for a code is a form with the client in its header, and no secret in its address")
    func exchange() async throws {
        let fixture = try OAuthFixture()
        let pending = fixture.client.beginAuthorization()
        let tokens = try await fixture.client.exchange(callback: OAuthFixture.callback(pending), pending: pending)

        let request = try #require(fixture.transport.requests.first)
        #expect(fixture.transport.requests.count == 1)
        #expect(fixture.transport.lines == ["POST /org/oauth/v2/token"])
        #expect(request.headers["Authorization"] == "Basic ZndfZXh0XzE6RkFLRWNsaWVudCUyRnNlY3JldCUyQjk=")
        #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
        #expect(request.headers["Accept"] == "application/json")
        #expect(request.headers["traceparent"] == "00-trace-01")
        #expect(request.timeout == .seconds(20))
        let verifier = try #require(fixture.transport.forms[0].split(separator: "code_verifier=").last)
        #expect(
            fixture.transport.forms[0] == "grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA"
                + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ft%3D7&code_verifier=\(verifier)")
        #expect(verifier.count == 43)
        // The server shall find that the digest of what it gets now is what it saw then.
        #expect(pending.url.absoluteString.contains("code_challenge=\(Base64URL.encode(SHA256.hash(verifier.utf8)))&"))

        #expect(tokens.accessToken == Secret("FAKEaccess.token_1-~+/=="))
        #expect(tokens.refreshToken == Secret("FAKErefresh token 1"))
        #expect(tokens.scopes == ["freshdesk.tickets.view"])
        #expect(tokens.obtainedAt == fixture.clock.wallNow)
        #expect(tokens.expiresAt == fixture.clock.wallNow.addingTimeInterval(1800))
    }

    @Test("to refresh asks for what was granted, unless a server wants more said")
    func refresh() async throws {
        let plain = try OAuthFixture()
        _ = try await plain.client.refresh(plain.tokens)
        #expect(plain.transport.forms == ["grant_type=refresh_token&refresh_token=FAKErefresh+token+1"])

        let wordy = try OAuthFixture {
            $0.sendsScopeOnRefresh = true
            $0.sendsRedirectURIOnRefresh = true
        }
        _ = try await wordy.client.refresh(wordy.tokens)
        #expect(
            wordy.transport.forms == [
                "grant_type=refresh_token&refresh_token=FAKErefresh+token+1&scope=a.b+c.d"
                    + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ft%3D7"
            ])
    }

    @Test("to refresh is repeated once without the scopes that the server refused")
    func refusedScope() async throws {
        let refusal = TransportResponse.json(400, #"{"error":"invalid_scope"}"#)
        let fixture = try OAuthFixture(ScriptedTransport(refusal, .json(200, OAuthFixture.issued))) {
            $0.sendsScopeOnRefresh = true
        }
        _ = try await fixture.client.refresh(fixture.tokens)
        #expect(
            fixture.transport.forms == [
                "grant_type=refresh_token&refresh_token=FAKErefresh+token+1&scope=a.b+c.d",
                "grant_type=refresh_token&refresh_token=FAKErefresh+token+1",
            ])
        let stubborn = try OAuthFixture(ScriptedTransport(refusal)) { $0.sendsScopeOnRefresh = true }
        await expectRefusal(.invalidScope) { _ = try await stubborn.client.refresh(stubborn.tokens) }
        #expect(stubborn.transport.requests.count == 2)
        let silent = try OAuthFixture(ScriptedTransport(refusal))
        await expectRefusal(.invalidScope) { _ = try await silent.client.refresh(silent.tokens) }
        #expect(silent.transport.requests.count == 1)
    }

    @Test("to refresh keeps refresh token and scopes that the server does not name")
    func keptRefreshToken() async throws {
        for answer in [#"{"access_token":"new"}"#, #"{"access_token":"new","refresh_token":"","scope":null}"#] {
            let fixture = try OAuthFixture(ScriptedTransport(.json(200, answer)))
            let tokens = try await fixture.client.refresh(fixture.tokens)
            #expect(tokens.accessToken == Secret("new"))
            #expect(tokens.refreshToken == Secret("FAKErefresh token 1"))
            #expect(tokens.scopes == ["a.b", "c.d"])
            #expect(tokens.expiresAt == fixture.clock.wallNow.addingTimeInterval(1800))
        }
    }

    @Test("to refresh is not made without a refresh token")
    func noRefreshToken() async throws {
        let fixture = try OAuthFixture()
        let tokens = OAuthTokens(
            accessToken: Secret("a"), refreshToken: nil, obtainedAt: fixture.clock.wallNow, expiresAt: nil)
        await expectRefusal(.noRefreshToken) { _ = try await fixture.client.refresh(tokens) }
        #expect(fixture.transport.requests.isEmpty)
    }

    @Test("proves who the client is in one way alone")
    func authentication() async throws {
        let refresh = "grant_type=refresh_token&"
        let token = "refresh_token=FAKErefresh+token+1"
        let cases: [((inout OAuthConfiguration) throws -> Void, header: String?, form: String)] = [
            (
                {
                    $0.clientID = "a:b c"
                    $0.clientSecret = Secret("p+/%~*")
                }, "Basic YSUzQWIrYzpwJTJCJTJGJTI1JTdFKg==", refresh + token
            ),
            (
                {
                    $0.clientID = "fw_ext_123456"
                    $0.clientSecret = Secret("s3cr3t")
                }, "Basic ZndfZXh0XzEyMzQ1NjpzM2NyM3Q=", refresh + token
            ),
            (
                { $0.clientAuthentication = .body }, nil,
                refresh + "client_id=fw_ext_1&client_secret=FAKEclient%2Fsecret%2B9&" + token
            ),
            ({ $0.clientSecret = nil }, nil, refresh + "client_id=fw_ext_1&" + token),
            (
                {
                    $0.clientAuthentication = .body
                    try $0.customHeaders.set("authorization", to: "Basic QVBJX0tFWQ==")
                }, "Basic QVBJX0tFWQ==", refresh + token
            ),
        ]
        for (change, header, form) in cases {
            let fixture = try OAuthFixture { try? change(&$0) }
            _ = try await fixture.client.refresh(fixture.tokens)
            #expect(fixture.transport.requests[0].headers["Authorization"] == header)
            #expect(fixture.transport.forms == [form])
        }
    }

    @Test("has the header fields of the configuration, none of which shows when it is printed")
    func customHeaders() async throws {
        let fixture = try OAuthFixture { try? $0.customHeaders.set("X-Key", to: "FAKEheader1") }
        _ = try await fixture.client.refresh(fixture.tokens)
        #expect(fixture.transport.requests[0].headers["X-Key"] == "FAKEheader1")
        #expect(!Exposure(of: fixture.transport.requests[0]).shows(["FAKEheader1"]))
        #expect(!Exposure(of: fixture.client).shows(["FAKEheader1"]))
    }

    @Test("for a password and for the client itself asks for the configured scopes")
    func otherGrants() async throws {
        let fixture = try OAuthFixture()
        let tokens = try await fixture.client.tokens(username: "a@example.com", password: Secret("FAKE pass&word"))
        #expect(tokens.refreshToken == Secret("FAKErefresh token 1"))
        let own = try await fixture.client.clientCredentials()
        #expect(own.refreshToken == nil)
        #expect(own.accessToken == Secret("FAKEaccess.token_1-~+/=="))
        #expect(
            fixture.transport.forms == [
                "grant_type=password&username=a%40example.com&password=FAKE+pass%26word"
                    + "&scope=freshdesk.tickets.view+freshdesk.tickets.edit",
                "grant_type=client_credentials&scope=freshdesk.tickets.view+freshdesk.tickets.edit",
            ])
    }

    @Test("for the client itself is not made for agents, nor by a client that cannot prove who it is")
    func refusedClientCredentials() async throws {
        let agent = try OAuthFixture { $0.tokenLevel = .agent }
        await expectRefusal(.invalidOAuthConfiguration) { _ = try await agent.client.clientCredentials() }
        let unknown = try OAuthFixture { $0.clientSecret = nil }
        await expectRefusal(.invalidOAuthConfiguration) { _ = try await unknown.client.clientCredentials() }
        #expect(agent.transport.requests.isEmpty && unknown.transport.requests.isEmpty)
    }

    @Test("can be followed by a question whose the token is, at the configured address alone")
    func userInfo() async throws {
        let place = try OAuthFixture.url("https://id.example/userinfo?v=1")
        let fixture = try OAuthFixture(ScriptedTransport(.json(200, #"{"sub":"7","email":"a@example.com"}"#))) {
            $0.userInfoURL = place
        }
        let claims = try await fixture.client.userInfo(fixture.tokens)
        #expect(claims == ["sub": "7", "email": "a@example.com"])
        #expect(fixture.transport.lines == ["GET /userinfo?v=1"])
        #expect(fixture.transport.requests[0].url == place)
        #expect(fixture.transport.requests[0].headers["Authorization"] == "Bearer FAKEold")

        let old = try OAuthFixture(ScriptedTransport(.empty(401))) { $0.userInfoURL = place }
        await expectRefusal(.invalidToken) { _ = try await old.client.userInfo(old.tokens) }
        let none = try OAuthFixture()
        await expectRefusal(.notConfigured) { _ = try await none.client.userInfo(none.tokens) }
        #expect(none.transport.requests.isEmpty)
    }

    @Test("whose the token is can be refused in the words of RFC 6750, which stand in a header field")
    func userInfoChallenges() async throws {
        let cases: [(Int, String, FreshworksError.Code)] = [
            (401, #"Bearer realm="acme""#, .invalidToken), (401, #"Bearer error="invalid_token""#, .invalidToken),
            (403, #"Bearer error="insufficient_scope", scope="openid""#, .insufficientScope),
            (403, "Bearer", .forbidden), (400, #"Bearer error="invalid_request""#, .requestRefused),
        ]
        for (status, challenge, code) in cases {
            let place = try OAuthFixture.url("https://id.example/userinfo")
            let fixture = try OAuthFixture(ScriptedTransport(.empty(status, ("WWW-Authenticate", challenge)))) {
                $0.userInfoURL = place
            }
            await expectRefusal(code) { _ = try await fixture.client.userInfo(fixture.tokens) }
            #expect(fixture.transport.requests.count == 1)
        }
    }

    @Test("is heard of by observers, without its query")
    func observed() async throws {
        let fixture = try OAuthFixture {
            $0.userInfoURL = URL(string: "https://id.example/userinfo?key=FAKEkey")
        }
        _ = try await fixture.client.refresh(fixture.tokens)
        _ = try await fixture.client.tokens(username: "a", password: Secret("FAKE"))
        _ = try await fixture.client.clientCredentials()
        _ = try await fixture.client.userInfo(fixture.tokens)
        let calls = fixture.observer.calls
        #expect(calls.map(\.call.product) == ["oauth", "oauth", "oauth", "oauth"])
        #expect(
            calls.map(\.call.operation) == [
                "oauth.refresh", "oauth.password", "oauth.clientCredentials", "oauth.userInfo",
            ])
        #expect(
            calls.map(\.call.path) == ["org/oauth/v2/token", "org/oauth/v2/token", "org/oauth/v2/token", "userinfo"])
        #expect(calls.map(\.outcome.attempts) == [1, 1, 1, 1])
        #expect(calls.allSatisfy { $0.outcome.status == 200 && $0.outcome.error == nil })
    }
}
