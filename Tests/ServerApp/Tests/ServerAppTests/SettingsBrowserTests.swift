import Foundation
import FreshworksSandbox
import Testing

@Suite("The app's settings in a real browser", .enabled(if: WebDriver.program != nil), .timeLimit(.minutes(3)))
struct SettingsBrowserTests {
    @Test("a user connects an account, sees what is the matter with it, mends it and removes it")
    func lifetime() async throws {
        try await SettingsVisit.with { visit in
            try await Browser.withClient { client in
                try await WebDriver.with(client) { browser in
                    try await browser.open("http://127.0.0.1:\(visit.app.port)/settings")
                    try await browser.click("a[href='/settings/new/freshchat/key']")
                    try await browser.type("Acme support", into: "#name")
                    try await browser.type("acme", into: "#subdomain")
                    try await browser.type("FAKEtoken.of.another", into: "#api_token")
                    try await browser.click("form > button")
                    #expect(try await browser.shows("one live token", at: "p.bad"))
                    #expect(try await browser.source()?.contains("FAKEtoken") == false)

                    try await browser.type(visit.sandbox.freshchat.apiToken, into: "#api_token")
                    try await browser.click("form > button")
                    #expect(try await browser.shows("Acme support works", at: "p.good"))
                    #expect(try await browser.shows("Acme support", at: "tr th"))

                    visit.sandbox.freshchat.rotateToken()
                    try await browser.click("form[action$='/verify'] button")
                    #expect(try await browser.shows("one live token", at: "p.bad"))
                    try await browser.click("a[href$='/rotate']")
                    try await browser.type(visit.sandbox.freshchat.apiToken, into: "#api_token")
                    try await browser.click("form > button")
                    #expect(try await browser.shows("which works", at: "p.good"))

                    try await browser.click("form[action$='/remove'] button")
                    #expect(try await browser.shows("was removed", at: "p.good"))
                }
            }
        }
    }

    @Test("a user starts the consent from the settings, allows it, sees the connection there, and removes it")
    func consent() async throws {
        let port = try await Self.freePort()
        try await TwoTenants.with(publicURL: "http://127.0.0.1:\(port)") { tenants in
            try await tenants.withApp(port: port) { app in
                try await WebDriver.with(tenants.client) { browser in
                    try await browser.open("http://127.0.0.1:\(app.port)/settings")
                    try await browser.click("a[href='/settings/consent/acme/freshsales']")
                    try await browser.click("button[value='allow']")
                    #expect(try await browser.shows("acme Freshsales", at: "tr th"))
                    #expect(try await browser.shows("valid", at: "tr td:nth-of-type(3)"))
                    try await browser.click("form[action$='/verify'] button")
                    #expect(try await browser.shows("The credential works.", at: "p.good"))
                    try await browser.click("form[action$='/remove'] button")
                    #expect(try await browser.shows("was removed", at: "p.good"))
                }
            }
        }
    }

    /// A port that was free a moment ago: the app's address must be known before it starts.
    private static func freePort() async throws -> Int {
        let server = try await Sandbox().serve()
        defer { server.stop() }
        return try #require(server.freshdeskBaseURL.port)
    }
}
