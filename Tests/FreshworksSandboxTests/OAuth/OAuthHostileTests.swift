import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Hostile requests to the sandbox's OAuth server", .inTurn)
struct OAuthHostileTests {
    let caller = OAuthCaller()
    private static let markup = #""><script>alert('x')</script>&lt;"#

    @Test("markup in a request reaches no page")
    func markup() async throws {
        for name in ["client_id", "redirect_uri", "state", "scope", "code_challenge", "x"] {
            let answer = try await caller.authorize(caller.authorization([name: Self.markup]))
            #expect(!answer.text.contains("<script"))
            #expect(answer.headers["Location"].map { !$0.contains("<") && !$0.contains("\"") } ?? true)
        }
        let decided = try await caller.decide(
            raw: OAuthCaller.encode([("ticket", Self.markup), ("decision", "allow")]))
        #expect(!decided.text.contains("<script"))
    }

    @Test("markup that was registered is shown as text")
    func registeredMarkup() async throws {
        let caller = OAuthCaller(
            Sandbox.OAuthOptions(
                scopes: ["<script>&'"], redirectURIs: [#"https://app.example/"><script>alert('&')</script>"#]))
        let answer = try await caller.authorize(
            caller.authorization([
                "scope": "<script>&'", "redirect_uri": #"https://app.example/"><script>alert('&')</script>"#,
            ]))
        #expect(answer.status == 200)
        #expect(!answer.text.contains("<script"))
        #expect(answer.text.contains("<li>&lt;script&gt;&amp;&#39;</li>"))
        #expect(
            answer.text.contains(
                "https://app.example/&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"))
    }

    @Test("a state of visible characters comes back as it is, and starts no header of its own")
    func state() async throws {
        let state = #"a b&error=x#%0d%0aSet-Cookie: y="\<>'+"#
        let query = OAuthCaller.encode(caller.authorization(["state": state]))
        let url = try #require(URL(string: "\(caller.sandbox.oauth.baseURL)/authorize?\(query)"))
        let callback = try caller.sandbox.oauth.consent(to: url)
        #expect(QueryReader(callback)["state"] == state)
        #expect(QueryReader(callback).items.map(\.name) == ["code", "state", "iss"])

        let server = try await caller.sandbox.serve()
        defer { server.stop() }
        let client = try RawClient(port: server.port)
        let fields = caller.authorization(["state": state, "scope": "x"])
        let answer = try client.exchange(
            "GET /org/oauth/v2/authorize?\(OAuthCaller.encode(fields)) HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(answer.status == 302)
        #expect(answer.fields["set-cookie"] == nil)
        #expect(
            answer.fields.keys.sorted()
                == ["cache-control", "content-length", "location", "pragma", "referrer-policy"])
    }

    /// Enough that whatever takes more than a fixed time per byte would be felt.
    private static let many = 1 << 17

    @Test(
        "a very long value is refused or ignored like a byte",
        arguments: ["code", "refresh_token", "code_verifier", "client_secret", "scope", "x", "ticket"])
    func long(name: String) async throws {
        let long = String(repeating: "a", count: Self.many)
        let answer = try await caller.token(caller.redemption(try caller.code(), [name: long]))
        #expect(answer.status == (["refresh_token", "scope", "x", "ticket"].contains(name) ? 200 : 400))
        #expect(answer.text.count < 4096)
    }

    @Test("a very long ticket is no ticket")
    func longTicket() async throws {
        let form = OAuthCaller.encode([("ticket", String(repeating: "a", count: Self.many)), ("decision", "allow")])
        #expect(try await caller.decide(raw: form).status == 400)
    }

    @Test("very many parameters, or separators, are one more form", arguments: ["a&", "=&", "&&", "%41="])
    func many(part: String) async throws {
        let form = String(repeating: part, count: Self.many / part.utf8.count)
        let answer = try await caller.token(raw: form)
        #expect(answer.status == 400)
    }

    @Test("random bytes are refused with an error of RFC 6749", arguments: 0..<8 as Range<UInt64>)
    func random(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("grant_type=authorization_code&code=%00%zz+;\u{212A}é\u{0}\r\n\"<".unicodeScalars)
        for _ in 0..<100 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<generator.below(80)).map { _ in alphabet[generator.below(alphabet.count)] }))
            let answer = try await caller.token(raw: text)
            #expect(answer.status == 400)
            #expect(try ["invalid_request", "unsupported_grant_type"].contains(answer.json["error"]?.stringValue))
            let page = try await caller.authorize(raw: OAuthCaller.encode([("client_id", text), (text, text)]))
            #expect(page.status == 400)
        }
    }
}
