import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A challenge for bearer tokens")
struct BearerChallengeTests {
    @Test("is found and read in every spelling of RFC 9110")
    func spellings() {
        let cases: [(String, error: String?, scopes: [String])] = [
            (
                #"Bearer realm="example", error="invalid_token", error_description="The access token expired""#,
                "invalid_token", []
            ),
            (#"Bearer error="insufficient_scope", scope="a.b c.d""#, "insufficient_scope", ["a.b", "c.d"]),
            (#"bearer ERROR = invalid_token ,  Scope= "x""#, "invalid_token", ["x"]),
            (#"Basic realm="a, Bearer error=\"fake\"", Bearer error="invalid_token""#, "invalid_token", []),
            (#"Negotiate YWJj==, Bearer error=invalid_token"#, "invalid_token", []),
            (#"Newauth realm="apps", type=1, title="Login to \"apps\"", Bearer realm="x", error="e""#, "e", []),
            (#"Bearer error="a\"b\\c""#, #"a"b\c"#, []),
            (#", ,Bearer , error=one,error=two"#, "one", []),
            (#"Bearer, Basic realm="x", error="not_ours""#, nil, []),
            (#"Bearer realm="x", Bearer error="second""#, "second", []),
            ("Bearer", nil, []), ("", nil, []), ("=", nil, []), (#"Bearer error="open"#, nil, []),
            (#"Basic error="not_ours""#, nil, []), (#"Bearer error="x", scope="a\"b c\\d e""#, "x", ["e"]),
        ]
        for (field, error, scopes) in cases {
            let challenge = BearerChallenge(field)
            #expect(challenge.error == error, "\(field)")
            #expect(challenge.scopes == scopes, "\(field)")
        }
    }

    private func failure(_ status: Int, _ challenge: String) async throws -> FreshworksError {
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.oauth(accessToken: "FAKEtoken")),
            runtime: FreshworksRuntime(
                .quiet, transport: ScriptedTransport(.empty(status, ("WWW-Authenticate", challenge))),
                clock: StillClock()))
        return try #require(
            await #expect(throws: FreshworksError.self) { _ = try await client.call(.get, "tickets") })
    }

    @Test("tells an expired token from another bad credential, under the code that callers know")
    func invalidToken() async throws {
        let expired = try await failure(401, #"Bearer error="invalid_token""#)
        #expect(expired.code == .invalidCredential)
        #expect(expired.message.contains("expired or was revoked"))
        #expect(try await failure(401, "Bearer").message == "the service rejected the credential")
    }

    @Test("names the scopes that a call needs")
    func insufficientScope() async throws {
        let error = try await failure(403, #"Bearer error="insufficient_scope", scope="freshdesk.tickets.edit""#)
        #expect(error.code == .insufficientScope)
        #expect(error.advice == "Ask the user for consent with the scope freshdesk.tickets.edit.")
        let silent = try await failure(403, "Bearer error=insufficient_scope")
        #expect(silent.advice == "Ask the user for consent with the needed scope.")
        #expect(try await failure(403, "Bearer error=other").code == .forbidden)
        let long = try await failure(
            403, "Bearer error=insufficient_scope, scope=\"\(String(repeating: "FAKEtoken x ", count: 9_000))\"")
        #expect((long.advice ?? "").utf8.count < 400)
        #expect(!long.description.contains("FAKEtoken"))
    }

    @Test(
        "of any seeded shape is read to its end without a crash, and without what no challenge said", arguments: 0..<8)
    func fuzz(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "Bearer", "bearer ", "Basic", " ", "\t", ",", "=", "==", "\"", "\\", "\\\"", "error", "error=", "scope=",
            "\"a b\"", "invalid_token", "\u{0}", "é", "/", "~", "realm=\"x\"", "\r\n", ";",
        ]
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...20, using: &random)
            let field = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let challenge = BearerChallenge(field)
            if challenge != BearerChallenge("") { #expect(field.lowercased().contains("bearer")) }
            for scope in challenge.scopes { #expect(scope.utf8.allSatisfy { (0x21...0x7E).contains($0) }) }
        }
    }
}
