import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("The app's tenants, each with an organization of its own", .timeLimit(.minutes(2)))
struct ConsentTests {
    @Test("two users connect two tenants at once, and each tenant shows its own contacts")
    func connects() async throws {
        try await TwoTenants.with { tenants in
            try await tenants.withApp { app in
                var (ann, bob) = (tenants.browser(), tenants.browser())
                let begun = try await ann.open("/tenants/acme/connect", of: app)
                let cookie = try #require(begun.setCookie)
                for attribute in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/oauth/callback"] {
                    #expect(cookie.contains("; \(attribute)"))
                }
                let annsCallback = try await ann.decide(at: try #require(begun.location))
                let bobsCallback = try await bob.consent(for: "globex", at: app)

                let connected = try await ann.open(annsCallback, of: app)
                #expect(connected.status == 303)
                #expect(connected.location == "/tenants/acme/contacts")
                #expect(connected.referrerPolicy == "no-referrer")
                #expect(try await bob.open(bobsCallback, of: app).location == "/tenants/globex/contacts")

                #expect(try await tenants.sessions.keys(prefix: "") == ["oauth/acme", "oauth/globex"])
                #expect(try await ann.names(of: "acme", at: app) == ["Of acme"])
                #expect(try await bob.names(of: "globex", at: app) == ["Of globex"])
            }
        }
    }

    @Test("a callback is taken once, from the browser that began it, and for the tenant that it began with")
    func refusesForeignCallbacks() async throws {
        try await TwoTenants.with { tenants in
            try await tenants.withApp { app in
                var (ann, bob) = (tenants.browser(), tenants.browser())
                let callback = try await ann.consent(for: "acme", at: app)

                let unknown = try await bob.open(callback, of: app)
                #expect(unknown.status == 400)
                #expect(unknown.referrerPolicy == "no-referrer")
                _ = try await bob.consent(for: "globex", at: app)
                let foreign = try await bob.open(callback, of: app)
                #expect(foreign.status == 400)
                #expect(foreign.json?["error"]?.stringValue == "state_mismatch")
                #expect(foreign.referrerPolicy == "no-referrer")

                #expect(try await ann.open(callback + "&iss=https%3A%2F%2Fother.example", of: app).status == 400)
                #expect(try await ann.open(callback, of: app).status == 400)
                #expect(tenants.acme.sandbox.oauth.tokenAnswers.isEmpty)
                #expect(tenants.globex.sandbox.oauth.tokenAnswers.isEmpty)

                let second = try await ann.consent(for: "acme", at: app)
                #expect(try await ann.open(second, of: app).status == 303)
                #expect(try await ann.open(second, of: app).status == 400)
                #expect(tenants.acme.sandbox.oauth.tokenAnswers.count == 1)
                #expect(try await tenants.sessions.keys(prefix: "") == ["oauth/acme"])
            }
        }
    }

    @Test("a user who refuses connects nothing, and a tenant that is not connected says where to")
    func survivesRefusal() async throws {
        try await TwoTenants.with { tenants in
            try await tenants.withApp { app in
                var ann = tenants.browser()
                let begun = try await ann.open("/tenants/acme/connect", of: app)
                let callback = try await ann.decide("deny", at: try #require(begun.location))
                let refused = try await ann.open(callback, of: app)
                #expect(refused.status == 403)
                #expect(refused.json?["error"]?.stringValue == "access_denied")

                let reply = try await ann.open("/tenants/acme/contacts", of: app)
                #expect(reply.status == 409)
                #expect(reply.json == ["connect": "/tenants/acme/connect"])
                #expect(try await ann.open("/tenants/other/contacts", of: app).status == 404)
            }
        }
    }

    @Test("a session outlives its access tokens and the app, and one that was taken back is connected again")
    func keepsSessions() async throws {
        try await TwoTenants.with { tenants in
            let acme = tenants.acme.sandbox
            var ann = tenants.browser()
            try await tenants.withApp { app in
                let callback = try await ann.consent(for: "acme", at: app)
                _ = try await ann.open(callback, of: app)
                #expect(try await ann.names(of: "acme", at: app) == ["Of acme"])
                acme.oauth.expireAccessTokens()
                #expect(try await ann.names(of: "acme", at: app) == ["Of acme"])
                #expect(acme.oauth.tokenAnswers.map(\.grant) == [.authorizationCode, .refreshToken])
            }
            try await tenants.withApp { app in
                #expect(try await ann.names(of: "acme", at: app) == ["Of acme"])
                #expect(acme.oauth.tokenAnswers.count == 2)

                acme.oauth.revokeAll()
                let reply = try await ann.open("/tenants/acme/contacts", of: app)
                #expect(reply.status == 409)
                #expect(reply.json == ["connect": "/tenants/acme/connect"])

                let callback = try await ann.consent(for: "acme", at: app)
                #expect(try await ann.open(callback, of: app).status == 303)
                #expect(try await ann.names(of: "acme", at: app) == ["Of acme"])
            }
        }
    }
}

extension Browser {
    fileprivate mutating func names(of tenant: String, at app: ServedApp) async throws -> [String?] {
        let page = try await open("/tenants/\(tenant)/contacts", of: app)
        #expect(page.status == 200)
        return page.json?.arrayValue?.map { $0["name"]?.stringValue } ?? []
    }
}
