import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A token endpoint's answer")
struct TokenAnswerTests {
    private func refreshed(_ members: String) async throws -> OAuthTokens {
        let fixture = try OAuthFixture(ScriptedTransport(.json(200, "{\"access_token\":\"new\"\(members)}")))
        return try await fixture.client.refresh(fixture.tokens)
    }

    @Test("may spell the life of a token in every way; where it does not, half an hour is assumed")
    func life() async throws {
        let lives: [(String, TimeInterval)] = [
            (#","expires_in":1800"#, 1800), (#","expires_in":"1800""#, 1800), (#","expires_in":1799.5"#, 1799.5),
            (#","expires_in":0"#, 1800), ("", 1800), (#","expires_in":null"#, 1800), (#","expires_in":"soon""#, 1800),
            (#","expires_in":"""#, 1800), (#","expires_in":-1"#, 1800), (#","expires_in":"-5""#, 1800),
            (#","expires_in":true"#, 1800), (#","expires_in":[1800]"#, 1800), (#","expires_in":1e400"#, 1800),
            (#","expires_in":"NaN""#, 1800), (#","expires_in":1e300"#, 315_360_000),
            (#","expires_in":99999999999999999999"#, 315_360_000),
        ]
        for (members, life) in lives {
            let tokens = try? await refreshed(members)
            #expect(tokens?.expiresAt.map { $0.timeIntervalSince1970 - 1_748_865_600 } == life, "\(members)")
            #expect(tokens != nil, "\(members)")
        }
    }

    @Test("has its life counted from when it was asked for, since the server began no earlier")
    func slowAnswer() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport { _ in
            clock.advance(by: .seconds(15))
            return .json(200, OAuthFixture.issued)
        }
        let client = try OAuthClient(
            OAuthFixture.configuration(), runtime: FreshworksRuntime(transport: transport, clock: clock))
        let old = OAuthTokens(
            accessToken: Secret("a"), refreshToken: Secret("b"), obtainedAt: clock.wallNow, expiresAt: nil)
        let tokens = try await client.refresh(old)
        #expect(tokens.expiresAt?.timeIntervalSince1970 == 1_748_867_400.0)
        #expect(tokens.obtainedAt.timeIntervalSince1970 == 1_748_865_600)
    }

    @Test("may list scopes as text or as an array, of which the legal ones count")
    func scopes() async throws {
        #expect(try await refreshed(#","scope":"x.y  z""#).scopes == ["x.y", "z"])
        #expect(try await refreshed(#","scope":["x.y","z",7,"a b","q\""]"#).scopes == ["x.y", "z"])
        #expect(try await refreshed(#","scope":"""#).scopes == [])
        #expect(try await refreshed(#","scope":7"#).scopes == ["a.b", "c.d"])
    }

    @Test("may list scopes as long as a store can keep them; a longer list counts as none")
    func scopeBomb() async throws {
        let many = String(repeating: "a.b ", count: 10_000)
        #expect(try await refreshed(",\"scope\":\"\(many)\"").scopes.count == 10_000)
        #expect(try await refreshed(",\"scope\":\"\(many)\(many)\"").scopes == ["a.b", "c.d"])
        let list = Array(repeating: "\"a.b\"", count: 20_000).joined(separator: ",")
        #expect(try await refreshed(",\"scope\":[\(list)]").scopes == ["a.b", "c.d"])
    }

    @Test(
        "may spell the type of the token in any case, or leave it out", arguments: ["Bearer", "bearer", "BEARER", ""])
    func tokenType(type: String) async throws {
        #expect(try await refreshed(",\"token_type\":\"\(type)\"").accessToken == Secret("new"))
        #expect(try await refreshed("").accessToken == Secret("new"))
    }

    @Test("of status 200 without a usable token counts as a server's failure that may have issued one")
    func malformed() async throws {
        let answers: [TransportResponse] = [
            .text(200, "<html>log in</html>"), .empty(200), .empty(204), .json(200, "{}"), .json(200, "[]"),
            .json(200, "null"), .json(200, #"{"access_token":"a""#), .json(200, #"{"access_token":""}"#),
            .json(200, #"{"access_token":null}"#), .json(200, #"{"access_token":7}"#),
            .json(200, #"{"access_token":"a b"}"#), .json(200, #"{"access_token":"a\r\nb"}"#),
            .json(200, #"{"access_token":"a=b"}"#), .json(200, #"{"access_token":"=="}"#),
            .json(200, #"{"access_token":"é"}"#), .json(200, #"{"access_token":"a","token_type":"mac"}"#),
            .json(200, #"{"access_token":"a","token_type":"DPoP"}"#),
            .json(200, #"{"access_token":"a","refresh_token":"b\n"}"#), .json(200, #"{"error":"invalid_grant"}"#),
            .text(200, "access_token=a", type: "application/x-www-form-urlencoded"),
            .json(200, "{\"access_token\":\"\(String(repeating: "a", count: 65_537))\"}"),
            .json(200, String(repeating: "[", count: 100_000)),
            .json(
                200,
                #"{"access_token":"a","x":"# + String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
                    + "}"),
        ]
        for answer in answers {
            let error = try await OAuthFixture.failure(answer)
            #expect(error.code == .malformedTokenResponse)
            #expect(error.mayHaveBeenExecuted)
            #expect(error.status == answer.status)
            #expect(error.attempts == 1)
        }
    }

    @Test("may hold a token of 64 KiB")
    func longToken() async throws {
        let token = String(repeating: "a", count: 65_536)
        let fixture = try OAuthFixture(ScriptedTransport(.json(200, "{\"access_token\":\"\(token)\"}")))
        #expect(try await fixture.client.refresh(fixture.tokens).accessToken == Secret(token))
    }

    @Test(
        "with a word of RFC 6749 or RFC 6750 is an error with that code and advice",
        arguments: [
            "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type",
            "invalid_scope", "access_denied", "unsupported_response_type", "server_error", "temporarily_unavailable",
            "invalid_token", "insufficient_scope",
        ])
    func words(word: String) async throws {
        let error = try await OAuthFixture.failure(
            .json(400, "{\"error\":\"\(word)\",\"error_description\":\"no\\r\\n\\\"way\\\"é\"}", ("X-Request-Id", "r1"))
        )
        #expect(error.code.rawValue == word)
        #expect(error.status == 400)
        #expect(error.advice != nil)
        #expect(error.message.hasSuffix(": no way"))
        #expect(error.requestID == "r1")
        #expect(error.operation == "oauth.refresh")
        #expect(error.requestLine == "POST https://acme.myfreshworks.com/org/oauth/v2/token")
        #expect(!error.mayHaveBeenExecuted)
    }

    @Test("of any other failure is an error that says so")
    func otherFailures() async throws {
        let cases: [(TransportResponse, FreshworksError.Code, Bool)] = [
            (.json(400, #"{"error":"org_blocked"}"#), .oauthRefused, false),
            (.json(400, #"{"error":"not a word"}"#), .requestRefused, false),
            (.json(400, #"{"error":{"code":1}}"#), .requestRefused, false),
            (.text(400, "<html></html>"), .requestRefused, false), (.empty(401), .invalidClient, false),
            (.json(401, #"{"error":"not a word"}"#), .invalidClient, false),
            (.json(401, #"{"error":"invalid_grant"}"#), .invalidGrant, false), (.empty(403), .forbidden, false),
            (.text(404, "no"), .notFound, false),
            (.empty(302, ("Location", "https://evil.example")), .redirected, false),
            (.json(500, #"{"error":"invalid_grant"}"#), .serviceFailed, true), (.empty(503), .serviceFailed, true),
        ]
        for (answer, code, executed) in cases {
            let error = try await OAuthFixture.failure(answer)
            #expect(error.code == code)
            #expect(error.mayHaveBeenExecuted == executed)
            #expect(error.status == answer.status)
        }
        let limited = try await OAuthFixture.failure(.json(429, #"{"error":"invalid_grant"}"#, ("Retry-After", "7")))
        #expect(limited.code == .rateLimited)
        #expect(limited.retryAfter == .seconds(7))
        #expect(limited.attempts == 1)
    }
}
