import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The sandbox's authorization endpoint", .serialized, .inTurn)
struct AuthorizeEndpointTests {
    let caller = OAuthCaller()

    @Test("a good request shows a consent page, which nobody may keep, frame or be referred from")
    func page() async throws {
        let answer = try await caller.authorize(caller.authorization())
        #expect(answer.status == 200)
        #expect(answer.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer.headers["Cache-Control"] == "no-store")
        #expect(answer.headers["Referrer-Policy"] == "no-referrer")
        #expect(answer.headers["X-Frame-Options"] == "DENY")
        #expect(answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'")
        for text in [
            "<li>freshdesk.tickets.view</li><li>freshchat.conversation.create</li>", caller.sandbox.oauth.clientID,
            "https://app.example/callback", "<form method=\"post\" action=\"authorize\">",
        ] { #expect(answer.text.contains(text)) }
        // What comes back is kept here, not in the page.
        #expect(!answer.text.contains("af0ifjsldkj"))
        #expect(!answer.text.contains(caller.sandbox.oauth.clientSecret))
    }

    @Test(
        "a request of an unknown client, or to an unknown redirect URI, is sent nowhere",
        arguments: [
            ("client_id", nil), ("client_id", ""), ("client_id", "fw_ext_1"), ("client_id", "fw_ext_%00"),
            ("redirect_uri", nil), ("redirect_uri", ""), ("redirect_uri", "https://app.example/callback/"),
            ("redirect_uri", "https://app.example/callback?x=1"), ("redirect_uri", "https://APP.example/callback"),
            ("redirect_uri", "https://app.example:443/callback"), ("redirect_uri", "https://app.example/callback#x"),
            ("redirect_uri", "https://app.example.attacker.example/callback"),
            ("redirect_uri", "http://app.example/callback"), ("redirect_uri", "https://127.0.0.1/callback"),
            ("redirect_uri", "http://127.0.0.1:80@attacker.example/callback"),
            ("redirect_uri", "http://127.0.0.1.attacker.example/callback"),
            ("redirect_uri", "http://127.0.0.1:99999/callback"), ("redirect_uri", "http://127.0.0.1:/callback"),
            ("redirect_uri", "http://127.0.0.1:8080/callback/other"), ("redirect_uri", "http://[::1]:8080/callback"),
            ("redirect_uri", "http://127.0.0.2/callback"), ("redirect_uri", "/callback"),
            ("redirect_uri", "javascript:alert(1)"),
            ("redirect_uri", "https://app.example/callback\r\nX-Evil: 1"),
        ] as [(String, String?)])
    func refusedWithAPage(name: String, value: String?) async throws {
        let answer = try await caller.authorize(caller.authorization([name: value]))
        #expect(answer.status == 400)
        #expect(answer.headers["Location"] == nil)
        #expect(answer.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(
            answer.text.contains(
                name == "client_id" ? "The client is not known" : "The redirect URI is not registered"))
        #expect(!answer.text.contains("attacker"))
    }

    @Test(
        "a redirect URI or client that is named twice is sent nowhere, even if both are right",
        arguments: ["redirect_uri", "client_id"])
    func namedTwice(name: String) async throws {
        let fields = caller.authorization()
        let again = try #require(fields.first { $0.0 == name })
        #expect(try await caller.authorize(fields + [again]).status == 400)
        #expect(try await caller.authorize([(name, "x")] + fields).status == 400)
        #expect(try await overHTTP(OAuthCaller.encode(fields) + "&\(name)=%zz").status == 400)
    }

    @Test(
        "other errors go back to the client by redirection",
        arguments: [
            ("response_type", nil, "invalid_request"), ("response_type", "token", "unsupported_response_type"),
            ("response_type", "code token", "unsupported_response_type"),
            ("response_type", "CODE", "unsupported_response_type"),
            ("scope", nil, "invalid_scope"), ("scope", "", "invalid_scope"), ("scope", " ", "invalid_scope"),
            ("scope", "freshdesk.tickets.view  freshdesk.tickets.edit", "invalid_scope"),
            ("scope", "freshdesk.tickets.view ", "invalid_scope"),
            ("scope", "freshdesk.tickets.view,freshdesk.tickets.edit", "invalid_scope"),
            ("scope", "freshdesk.tickets.view freshservice.tickets.view", "invalid_scope"),
            ("scope", "Freshdesk.tickets.view", "invalid_scope"),
            ("code_challenge", nil, "invalid_request"), ("code_challenge_method", nil, "invalid_request"),
            ("code_challenge_method", "plain", "invalid_request"), ("code_challenge_method", "s256", "invalid_request"),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c", "invalid_request"),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM", "invalid_request"),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM", "invalid_request"),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=", "invalid_request"),
            ("resource", "https://acme.freshdesk.com", "invalid_id"), ("resource", "", "invalid_id"),
            ("nonce", "a\u{0}b", "invalid_request"),
        ] as [(String, String?, String)])
    func refusedByRedirection(name: String, value: String?, error: String) async throws {
        let answer = try await caller.authorize(caller.authorization([name: value]))
        #expect(answer.status == 302)
        let location = try #require(answer.headers["Location"])
        #expect(location.hasPrefix("https://app.example/callback?error=\(error)&error_description="))
        let query = try QueryReader(location)
        #expect(query["state"] == "af0ifjsldkj")
        #expect(query["iss"] == "https://acme.myfreshworks.com")
        #expect(query["error_description"]?.wholeMatch(of: /[\x20-\x21\x23-\x5B\x5D-\x7E]+/) != nil)
        #expect(query["code"] == nil)
        #expect(answer.headers["Cache-Control"] == "no-store")
    }

    @Test(
        "a state that is missing, repeated or no visible ASCII is an error and does not come back",
        arguments: [nil, "", "a\r\nLocation: https://attacker.example", "a\u{0}", "größe", "\u{212A}"] as [String?])
    func state(state: String?) async throws {
        let answer = try await caller.authorize(caller.authorization(["state": state]))
        let query = try QueryReader(answer.headers["Location"])
        #expect(query["error"] == "invalid_request")
        #expect(query.items.map(\.name) == ["error", "error_description", "iss"])
        let twice = try await caller.authorize(caller.authorization() + [("state", "other")])
        #expect(try QueryReader(twice.headers["Location"]).items.map(\.name) == ["error", "error_description", "iss"])
    }

    @Test(
        "any parameter that is repeated or malformed is an error",
        arguments: ["&x=1&x=2", "&scope=freshdesk.tickets.view", "&x=%", "&x=%4", "&%zz=1", "&x=%FF", "&x=%00"])
    func malformed(addition: String) async throws {
        let answer = try await overHTTP(OAuthCaller.encode(caller.authorization()) + addition)
        #expect(answer.status == 302)
        let query = try QueryReader(answer.fields["location"])
        #expect(query["error"] == "invalid_request")
        #expect(query["state"] == "af0ifjsldkj")
    }

    /// In process Foundation would repair broken escapes.
    private func overHTTP(_ query: String) async throws -> RawClient.Response {
        let server = try await caller.sandbox.serve()
        defer { server.stop() }
        return try RawClient(port: server.port).exchange(
            "GET /org/oauth/v2/authorize?\(query) HTTP/1.1\r\nHost: a\r\n\r\n")
    }

    @Test(
        "what the server does not know, and what has no value, is ignored",
        arguments: ["&prompt=consent", "&&x&state="])
    func ignored(addition: String) async throws {
        #expect(
            try await caller.authorize(raw: OAuthCaller.encode(caller.authorization()) + addition).status == 200)
    }

    @Test("PKCE is the client's choice, but not if it need not authenticate")
    func withoutPKCE() async throws {
        let fields = caller.authorization(["code_challenge": nil, "code_challenge_method": nil])
        #expect(try await caller.authorize(fields).status == 200)
        let open = OAuthCaller(Sandbox.OAuthOptions(clientAuthentication: [.basic, .publicClient]))
        let answer = try await open.authorize(
            open.authorization(["code_challenge": nil, "code_challenge_method": nil]))
        #expect(try QueryReader(answer.headers["Location"])["error"] == "invalid_request")
        #expect(try await open.authorize(open.authorization()).status == 200)
    }

    @Test(
        "loopback addresses may have any port",
        arguments: [
            "http://127.0.0.1/callback", "http://127.0.0.1:1/callback", "http://127.0.0.1:65535/callback",
            "http://localhost:10001/callback",
        ])
    func loopback(uri: String) async throws {
        #expect(try await caller.authorize(caller.authorization(["redirect_uri": uri])).status == 200)
    }

    @Test("a redirect URI can be registered later, and keeps its own query")
    func registered() async throws {
        let uri = "https://other.example/cb?tenant=1"
        #expect(try await caller.authorize(caller.authorization(["redirect_uri": uri])).status == 400)
        caller.sandbox.oauth.registerRedirectURI(uri)
        #expect(try await caller.authorize(caller.authorization(["redirect_uri": uri])).status == 200)
        let answer = try await caller.authorize(caller.authorization(["redirect_uri": uri, "scope": nil]))
        #expect(answer.headers["Location"]?.hasPrefix("https://other.example/cb?tenant=1&error=invalid_scope&") == true)
        caller.sandbox.oauth.registerRedirectURI("http://[::1]/cb")
        #expect(
            try await caller.authorize(caller.authorization(["redirect_uri": "http://[::1]:8080/cb"])).status == 200)
    }

    @Test("other methods and pages are told so", arguments: [("PUT", "authorize", 405), ("GET", "nothing", 404)])
    func otherRequests(method: String, path: String, status: Int) async throws {
        let answer = try await caller.send(TransportRequest.Method(rawValue: method), path)
        #expect(answer.status == status)
        #expect(answer.headers["Allow"] == (status == 405 ? "GET, POST" : nil))
    }
}
