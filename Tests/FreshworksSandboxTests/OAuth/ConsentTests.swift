import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("The sandbox's consent page")
struct ConsentTests {
    let caller = OAuthCaller()

    private func ticket() async throws -> String {
        let answer = try await caller.authorize(caller.authorization())
        return String(try #require(answer.text.firstMatch(of: /name="ticket" value="([^"]+)"/)?.1))
    }

    @Test("who allows is sent back with code, state and issuer")
    func allow() async throws {
        let answer = try await caller.decide(raw: "ticket=\(try await ticket())&decision=allow")
        #expect(answer.status == 302)
        #expect(answer.text == "")
        let location = try #require(answer.headers["Location"])
        #expect(
            location.wholeMatch(
                of:
                    /https:\/\/app\.example\/callback\?code=[A-Za-z0-9_]{32,}&state=af0ifjsldkj&iss=https%3A%2F%2Facme\.myfreshworks\.com/
            ) != nil)
        #expect(answer.headers["Cache-Control"] == "no-store")
        #expect(answer.headers["Referrer-Policy"] == "no-referrer")
    }

    @Test("who denies is sent back with the error and the state")
    func deny() async throws {
        let answer = try await caller.decide(raw: "decision=deny&ticket=\(try await ticket())")
        #expect(answer.status == 302)
        let query = try QueryReader(answer.headers["Location"])
        #expect(query["error"] == "access_denied")
        #expect(query["state"] == "af0ifjsldkj")
        #expect(query["code"] == nil)
    }

    @Test("a page counts once")
    func once() async throws {
        let ticket = try await ticket()
        #expect(try await caller.decide(raw: "ticket=\(ticket)&decision=deny").status == 302)
        let again = try await caller.decide(raw: "ticket=\(ticket)&decision=allow")
        #expect(again.status == 400)
        #expect(again.text.contains("The consent page was used before or is too old"))
    }

    @Test("a page counts for ten minutes")
    func tooOld() async throws {
        let (first, second) = (try await ticket(), try await ticket())
        caller.clock.advance(by: .seconds(599))
        #expect(try await caller.decide(raw: "ticket=\(first)&decision=allow").status == 302)
        caller.clock.advance(by: .seconds(1))
        #expect(try await caller.decide(raw: "ticket=\(second)&decision=allow").status == 400)
    }

    @Test(
        "a decision that is not the page's is refused and spends nothing",
        arguments: [
            "ticket=T", "decision=allow", "ticket=T&decision=maybe", "ticket=T&decision=allow&decision=deny",
            "ticket=T&ticket=T&decision=allow", "ticket=T%00&decision=allow", "ticket=x&decision=allow", "",
        ])
    func malformed(form: String) async throws {
        let ticket = try await ticket()
        let answer = try await caller.decide(raw: form.replacing("T", with: ticket))
        #expect(answer.status == 400)
        #expect(answer.headers["Location"] == nil)
        #expect(try await caller.decide(raw: "ticket=\(ticket)&decision=allow").status == 302)
    }

    @Test("a decision must be a form", arguments: [nil, "text/plain", "application/json", "multipart/form-data"])
    func type(type: String?) async throws {
        let form = "ticket=\(try await ticket())&decision=allow"
        #expect(try await caller.send(.post, "authorize", form: form, type: type).status == 400)
    }

    @Test("the Swift face plays the user")
    func face() throws {
        let base = caller.sandbox.oauth.baseURL
        #expect(base.absoluteString == "https://acme.myfreshworks.com/org/oauth/v2")
        #expect(caller.sandbox.oauth.organization == "acme")
        #expect(caller.sandbox.oauth.clientID.wholeMatch(of: /fw_ext_[0-9]+/) != nil)
        let url = try #require(URL(string: "\(base)/authorize?\(OAuthCaller.encode(caller.authorization()))"))
        let allowed = try QueryReader(caller.sandbox.oauth.consent(to: url))
        #expect(allowed.items.map(\.name) == ["code", "state", "iss"])
        let denied = try QueryReader(caller.sandbox.oauth.consent(to: url, deny: true))
        #expect(denied["error"] == "access_denied")
        let wrong = caller.authorization(["scope": "nothing"])
        let refused = try #require(URL(string: "\(base)/authorize?\(OAuthCaller.encode(wrong))"))
        #expect(try QueryReader(caller.sandbox.oauth.consent(to: refused))["error"] == "invalid_scope")
    }

    @Test(
        "the Swift face throws what the page says",
        arguments: [
            ("https://acme.myfreshworks.com/org/oauth/v2/authorize?client_id=x", "The client is not known"),
            ("https://acme.myfreshworks.com/oauth/v2/authorize", "The page you were looking for doesn't exist"),
            ("https://other.myfreshworks.com/org/oauth/v2/authorize", "There is no account at this address"),
            ("https://attacker.example/org/oauth/v2/authorize", "there is no page"), ("nothing", "names no host"),
        ])
    func faceThrows(address: String, reason: String) throws {
        let url = try #require(URL(string: address))
        let error = #expect(throws: FreshworksError.self) { try caller.sandbox.oauth.consent(to: url) }
        #expect(error?.message.contains(reason) == true)
    }

    @Test("two sandboxes of one seed invent the same, another seed something else")
    func seeds() throws {
        func invented(_ seed: UInt64) -> [String] {
            let oauth = Sandbox(Sandbox.Options(seed: seed, clock: ManualClock())).oauth
            return [oauth.clientID, oauth.clientSecret]
        }
        #expect(invented(1) == invented(1))
        #expect(zip(invented(1), invented(2)).allSatisfy { $0 != $1 })
        #expect(try OAuthCaller().code() == OAuthCaller().code())
        #expect(try caller.code() != caller.code())
    }
}
