import Foundation
import FreshworksSandbox
import Testing

@Suite("Accounts that users connect by consent at the app's settings", .timeLimit(.minutes(2)))
struct SettingsConsentTests {
    private static let begin = "/settings/consent/acme/freshsales"

    @Test(
        "are connections with a verdict, which are refreshed, and removed with all that was stored of them",
        arguments: ["freshsales", "freshchat"])
    func lifetime(product: String) async throws {
        try await TwoTenants.with { tenants in
            let oauth = tenants.acme.sandbox.oauth
            var id = ""
            try await tenants.withApp { app in
                var ann = tenants.browser()
                let links = try await ann.open("/settings", of: app)
                #expect(links.text.contains("href=\"/settings/consent/globex/\(product)\""))
                let callback = try await ann.consent(beginning: "/settings/consent/acme/\(product)", at: app)
                let connected = try await ann.open(callback, of: app)
                #expect(connected.status == 303 && connected.location == "/settings")
                let page = try await ann.open("/settings", of: app)
                #expect(page.rows.map(\.verdict) == ["valid"])
                id = try #require(page.rows.first?.id)
                #expect(page.text.contains("acme \(product == "freshchat" ? "Freshchat" : "Freshsales")"))
                #expect(try await ann.open("/tenants/acme/contacts", of: app).status == 409)
            }
            // The app has ended, and the access token with it.
            oauth.expireAccessTokens()
            try await tenants.withApp { app in
                var ann = tenants.browser()
                let checked = try await ann.press("/settings/\(id)/verify", of: app)
                #expect(checked.text.contains("class=\"good\"") && checked.rows.map(\.verdict) == ["valid"])
                #expect(oauth.tokenAnswers.map(\.grant) == [.authorizationCode, .refreshToken])
                #expect(try tenants.connectionFiles.contains { $0.contains("invented") })
                let removed = try await ann.press("/settings/\(id)/remove", of: app)
                #expect(removed.text.contains("was removed") && removed.rows.isEmpty)
                #expect(try tenants.connectionFiles.allSatisfy { !$0.contains("invented") })
                // So that the app's log is looked at, in which a callback stands.
                _ = try await ann.open("/oauth/callback?state=x", of: app)
            }
        }
    }

    @Test("ask for consent again when it was taken back, and stay the same connection; so do those connected twice")
    func renewal() async throws {
        try await TwoTenants.with { tenants in
            let oauth = tenants.acme.sandbox.oauth
            try await tenants.withApp { app in
                var ann = tenants.browser()
                func connect(_ path: String) async throws -> String {
                    let callback = try await ann.consent(beginning: path, at: app)
                    #expect(try await ann.open(callback, of: app).location == "/settings")
                    let rows = try await ann.open("/settings", of: app).rows
                    #expect(rows.map(\.verdict) == ["valid"])
                    return try #require(rows.first?.id)
                }
                let id = try await connect(Self.begin)
                oauth.revokeAll()
                let checked = try await ann.press("/settings/\(id)/verify", of: app)
                #expect(checked.text.contains("class=\"bad\"") && checked.rows.map(\.verdict) != ["valid"])
                #expect(checked.text.contains("/settings/\(id)/consent") && !checked.text.contains("/\(id)/rotate"))
                #expect(try await connect("/settings/\(id)/consent") == id)
                #expect(try await connect(Self.begin) == id)
                #expect(try await ann.press("/settings/\(id)/verify", of: app).text.contains("class=\"good\""))
            }
        }
    }

    @Test("are not made of a consent that was refused, nor of one that another browser brings")
    func refused() async throws {
        try await TwoTenants.with { tenants in
            try await tenants.withApp { app in
                var (ann, bob) = (tenants.browser(), tenants.browser())
                let begun = try await ann.open(Self.begin, of: app)
                let callback = try await ann.decide("deny", at: try #require(begun.location))
                let refused = try await ann.open(callback, of: app)
                #expect(refused.status == 200 && refused.text.contains("class=\"bad\"") && refused.rows.isEmpty)

                let good = try await ann.consent(beginning: Self.begin, at: app)
                #expect(try await bob.open(good, of: app).status == 400)
                _ = try await bob.consent(for: "globex", at: app)
                #expect(try await bob.open(good, of: app).status == 400)
                #expect(tenants.acme.sandbox.oauth.tokenAnswers.isEmpty)
                for path in ["/settings/consent/acme/freshdesk", "/settings/consent/other/freshsales"] {
                    #expect(try await ann.open(path, of: app).status == 404)
                }
                #expect(try await ann.open("/settings", of: app).rows.isEmpty)
            }
        }
    }
}

extension Browser.Page {
    /// The connections that a page of settings lists.
    fileprivate var rows: [(id: String, verdict: String)] {
        text.matches(of: /<tr id="([^"]*)"><th>[^<]*<\/th><td>[^<]*<\/td><td>[^<]*<\/td><td>([^<]*)<\/td>/).map {
            (String($0.1), String($0.2))
        }
    }
}
