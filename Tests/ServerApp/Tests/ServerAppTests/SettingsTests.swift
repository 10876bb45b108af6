import Foundation
import FreshworksSandbox
import Testing

@Suite("The app's settings, where users connect their accounts", .timeLimit(.minutes(2)))
struct SettingsTests {
    private static let new = "/new/freshchat/key"

    @Test("a connection is added, checked, given a new token and removed, and each step says how it went")
    func lifetime() async throws {
        try await SettingsVisit.with { visit in
            let form = try await visit.get(Self.new)
            #expect(form.status == 200)
            #expect(form.text.contains("An account has one live token"))

            var values = ["name": "Support <&\"'>", "subdomain": "acme", "api_token": visit.sandbox.freshchat.apiToken]
            let added = try await visit.post(Self.new, values)
            #expect(added.notice?.contains("works and was saved") == true)
            #expect(added.text.contains("Support &lt;&amp;&quot;&#39;&gt;"))
            let id = try #require(added.connections.first)
            #expect(try await visit.post("/\(id)/verify").text.contains("class=\"good\""))

            visit.sandbox.freshchat.rotateToken()
            let checked = try await visit.post("/\(id)/verify")
            #expect(checked.notice?.contains("Freshchat keeps one live token") == true)
            #expect(checked.text.contains("invalid_credential"))

            #expect(try await visit.get("/\(id)/rotate").text.contains("name=\"subdomain\"") == false)
            let old = try await visit.post("/\(id)/rotate", ["api_token": try #require(values["api_token"])])
            #expect(old.text.contains("class=\"bad\""))
            values["api_token"] = visit.sandbox.freshchat.apiToken
            let rotated = try await visit.post("/\(id)/rotate", ["api_token": visit.sandbox.freshchat.apiToken])
            #expect(rotated.notice?.contains("which works") == true)
            #expect(rotated.connections == [id])

            let removed = try await visit.post("/\(id)/remove")
            #expect(removed.notice?.contains("was removed") == true)
            #expect(removed.connections.isEmpty)
        }
    }

    @Test("a form that cannot be taken comes back with its problems and what was typed, but no secret")
    func mistakes() async throws {
        try await SettingsVisit.with { visit in
            let blank = try await visit.post(Self.new, ["name": "Support", "subdomain": "acme.attacker.example"])
            #expect(blank.text.contains("value=\"Support\""))
            #expect(blank.text.matches(of: /<strong>/).count == 2)
            let wrong = try await visit.post(
                Self.new, ["name": "Support", "subdomain": "acme", "api_token": "FAKEtoken.of.another"])
            #expect(wrong.text.contains("class=\"bad\""))
            for page in [blank, wrong] {
                #expect(!page.text.contains("FAKEtoken"))
                #expect(page.connections.isEmpty)
            }
            #expect(try await visit.get().connections == [])
            #expect(try await visit.get("/new/freshbooks/key").status == 404)
            #expect(try await visit.get("/new/freshchat/password").status == 422)
        }
    }

    @Test("a form on somebody else's page changes nothing")
    func foreignForm() async throws {
        try await SettingsVisit.with { visit in
            let values = ["name": "Support", "subdomain": "acme", "api_token": visit.sandbox.freshchat.apiToken]
            let port = visit.app.port
            for origin in ["https://attacker.example", "http://127.0.0.1:\(port - 1)", "null", ""] {
                let refused = try await visit.post(Self.new, values, origin: origin)
                #expect(refused.status == 403)
            }
            let settings = try await visit.get()
            #expect(settings.status == 200)
            #expect(settings.connections == [])
        }
    }
}
