import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The sandbox's OAuth server at its doors", .inTurn)
struct OAuthFrontEndTests {
    @Test("one spelling of the addresses exists, the other answers 404", arguments: Sandbox.OAuthOptions.Path.allCases)
    func spelling(path: Sandbox.OAuthOptions.Path) async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock(), oauth: Sandbox.OAuthOptions(path: path)))
        let server = try await sandbox.serve()
        defer { server.stop() }
        #expect(sandbox.oauth.baseURL.absoluteString == "https://acme.myfreshworks.com\(path.rawValue)")
        #expect(server.oauthBaseURL.absoluteString == "http://127.0.0.1:\(server.port)\(path.rawValue)")
        let client = try RawClient(port: server.port)
        for (base, status) in [("/org/oauth/v2", path == .org ? 400 : 404), ("/oauth/v2", path == .plain ? 400 : 404)] {
            let url = try #require(URL(string: "https://acme.myfreshworks.com\(base)/token"))
            #expect(try await sandbox.transport.send(TransportRequest(.post, url)).status == status)
            let remote = try client.exchange("POST \(base)/token HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            #expect(remote.status == status)
        }
    }

    @Test("other hosts of the account, and other accounts, have no OAuth server")
    func hosts() async throws {
        let caller = SandboxCaller()
        for (host, status) in [
            ("acme.freshworks.com", 200), ("acme.freshdesk.com", 200), ("other.myfreshworks.com", 404),
        ] {
            let answer = try await caller.call(.post, "https://\(host)/org/oauth/v2/token")
            #expect(answer.status == status)
            #expect(answer.headers["Content-Type"] == "text/html; charset=utf-8")
        }
        #expect(caller.sandbox.oauth.tokenAnswers.isEmpty)
    }

    @Test("over HTTP a browser and a client get to a first call")
    func loopback() async throws {
        let caller = OAuthCaller()
        let server = try await caller.sandbox.serve()
        defer { server.stop() }
        let client = try RawClient(port: server.port)
        let host = "Host: 127.0.0.1:\(server.port)\r\n"
        let redirect = "http://127.0.0.1:4711/callback"

        let query = OAuthCaller.encode(caller.authorization(["redirect_uri": redirect]))
        let page = try client.exchange("GET /org/oauth/v2/authorize?\(query) HTTP/1.1\r\n\(host)\r\n")
        #expect(page.status == 200)
        let ticket = try #require(page.body.firstMatch(of: /name="ticket" value="([^"]+)"/)?.1)

        func post(_ path: String, _ form: String, _ extra: String = "") throws -> RawClient.Response {
            try client.exchange(
                "POST /org/oauth/v2/\(path) HTTP/1.1\r\n\(host)\(extra)Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.utf8.count)\r\n\r\n\(form)"
            )
        }
        let decided = try post("authorize", "ticket=\(ticket)&decision=allow")
        #expect(decided.status == 302)
        let callback = try QueryReader(decided.fields["location"])
        #expect(callback["iss"] == "http://127.0.0.1:\(server.port)")

        let form = OAuthCaller.encode(
            caller.redemption(try #require(callback["code"]), ["redirect_uri": redirect]))
        let answer = try post("token", form, "Authorization: \(caller.clientHeader)\r\n")
        #expect(answer.status == 200)
        #expect(answer.fields["cache-control"] == "no-store")
        let json = try JSONValue(parsing: Data(answer.body.utf8))
        let token = try #require(json["access_token"]?.stringValue)
        let me = try client.exchange("GET /api/v2/agents/me HTTP/1.1\r\n\(host)Authorization: Bearer \(token)\r\n\r\n")
        #expect(me.status == 200)
    }

    @Test("the Swift face plays the user of a served sandbox, too")
    func servedConsent() async throws {
        let caller = OAuthCaller()
        let server = try await caller.sandbox.serve()
        defer { server.stop() }
        let query = OAuthCaller.encode(caller.authorization())
        let url = try #require(URL(string: "\(server.oauthBaseURL)/authorize?\(query)"))
        let callback = try QueryReader(caller.sandbox.oauth.consent(to: url))
        #expect(callback["iss"] == "http://127.0.0.1:\(server.port)")
        #expect(try await caller.token(caller.redemption(try #require(callback["code"]))).status == 200)
    }

    @Test("faults hit the token endpoint alone, and one that stands in for the answer spends nothing")
    func faults() async throws {
        let caller = OAuthCaller()
        let refresh = try #require(try await caller.tokens().refresh)
        caller.sandbox.inject(.status(503), on: .oauth("token", method: .post))
        #expect(try await caller.send(.get, "userinfo").status == 401)
        #expect(try await caller.token(caller.refresh(refresh)).status == 503)
        caller.sandbox.inject(.reset, on: .oauth("token"))
        await #expect {
            _ = try await caller.token(caller.refresh(refresh))
        } throws: { ($0 as? FreshworksError)?.mayHaveBeenExecuted == true }
        // The lost answer was one.
        #expect(caller.sandbox.oauth.tokenAnswers.map(\.status) == [200, 200])
        try expectTokenError(try await caller.token(caller.refresh(refresh)), "invalid_grant")
        caller.sandbox.inject(.status(500), on: .freshsales(), times: .max)
        try expectTokenError(try await caller.token(caller.refresh(refresh)), "invalid_grant")
    }

    @Test("the answers of the token endpoint are remembered by the digests of their tokens")
    func tokenAnswers() async throws {
        let caller = OAuthCaller()
        let first = try await caller.tokens()
        caller.clock.advance(by: .seconds(10))
        let second = try await OAuthCaller.Tokens(caller.token(caller.refresh(try #require(first.refresh))))
        _ = try await caller.token(caller.refresh(try #require(first.refresh)))
        _ = try await caller.token([("grant_type", "password_of_mine")])
        func digest(_ token: String?) throws -> String {
            SHA256.hash(try #require(token).utf8).map { String(Int($0) + 256, radix: 16).suffix(2) }.joined()
        }
        let answers = caller.sandbox.oauth.tokenAnswers
        #expect(answers.map(\.serial) == [1, 2, 3, 4])
        #expect(answers.map { $0.time.timeIntervalSince1970 - 1_748_865_600 } == [0, 10, 10, 10])
        #expect(answers.map(\.grant) == [.authorizationCode, .refreshToken, .refreshToken, nil])
        #expect(answers.map(\.family) == [1, 1, 1, nil])
        #expect(answers.map(\.status) == [200, 200, 400, 400])
        #expect(answers.map(\.error) == [nil, nil, "invalid_grant", "unsupported_grant_type"])
        #expect(
            answers.map(\.accessTokenDigest) == [try digest(first.access), try digest(second.access), nil, nil])
        #expect(
            answers.map(\.refreshTokenDigest) == [try digest(first.refresh), try digest(second.refresh), nil, nil])
        let spent = try digest(first.refresh)
        #expect(answers.map(\.presentedRefreshTokenDigest) == [nil, spent, spent, nil])
    }

    @Test("neither log holds a code, a state, a token or a secret")
    func secrecy() async throws {
        let caller = OAuthCaller()
        let code = try caller.code()
        let tokens = try await OAuthCaller.Tokens(caller.token(caller.redemption(code)))
        // A client that confuses the addresses, in every place where somebody answers or nobody.
        for host in ["acme.myfreshworks.com/other", "other.myfreshworks.com", "app.example/callback"] {
            _ = try? await SandboxCaller.get("https://\(host)?co%64e=\(code)&x=1&state=af0ifjsldkj", caller.sandbox)
        }
        let log = caller.sandbox.requests
        #expect(log.map(\.product) == Array(repeating: nil, count: 6))
        #expect(
            log[0].query
                == "response_type=code&client_id=\(caller.sandbox.oauth.clientID)&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback"
                + "&scope=freshdesk.tickets.view%20freshchat.conversation.create&state=<redacted>"
                + "&code_challenge=<redacted>&code_challenge_method=S256")
        #expect(log[3].query == "co%64e=<redacted>&x=1&state=<redacted>")
        var text = ""
        dump(log, to: &text)
        dump(caller.sandbox.oauth.tokenAnswers, to: &text)
        for secret in [
            code, tokens.access, try #require(tokens.refresh), "af0ifjsldkj", caller.sandbox.oauth.clientSecret,
            OAuthCaller.verifier, OAuthCaller.challenge,
        ] { #expect(!text.contains(secret)) }
    }
}

extension SandboxCaller {
    fileprivate static func get(_ address: String, _ sandbox: Sandbox) async throws -> Int {
        try await sandbox.transport.send(TransportRequest(.get, try #require(URL(string: address)))).status
    }
}
