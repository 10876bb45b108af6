import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("a saved session")
    struct SavedSession {
        @Test("takes the place of the keys of all products")
        func used() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            let environment = place.sessionEnvironment.merging(["FRESHDESK_API_KEY": Invented.deskKey]) { $1 }
            let verified = try await freshworks(["verify", "--json"], environment, clock: ManualClock())
            #expect(try VerifyReport.all(in: verified).map(\.verdict) == ["valid", "valid", "valid"])
            #expect(verified.status == 0)
            #expect(verified.diagnostics.isEmpty)

            let called = try await freshworks(["api", "freshdesk", "GET", "tickets"], environment)
            #expect(called.status == 0)
            #expect(try JSONValue(parsing: Data(called.output.utf8)).arrayValue?.isEmpty == false)
            #expect(place.sandbox.oauth.tokenAnswers.count == 1)
        }

        @Test("serves the products that have an address, and says what the named ones lack")
        func selection() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            var environment = place.sessionEnvironment
            environment["FRESHCHAT_BASE_URL"] = nil
            environment["FRESHCHAT_API_TOKEN"] = Invented.chatToken
            let all = try await freshworks(["verify", "--json"], environment)
            #expect(try VerifyReport.all(in: all).map(\.json["product"]) == ["freshdesk", "freshsales"])
            let named = try await freshworks(["verify", "freshchat", "--json"], environment)
            #expect(named.status == 2)
            #expect(
                try VerifyReport.all(in: named).map(\.advice) == [
                    "Freshchat is not configured; set FRESHCHAT_SUBDOMAIN (or FRESHCHAT_BASE_URL)."
                ])
        }

        @Test("is refreshed when its access token has ended, and the new pair is on the disk")
        func refreshed() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            let before = try await place.storedTokens()
            place.sandbox.oauth.expireAccessTokens()
            let result = try await freshworks(
                ["verify", "--json"], place.sessionEnvironment, clock: ManualClock())
            #expect(try VerifyReport.all(in: result).map(\.verdict) == ["valid", "valid", "valid"])
            #expect(result.diagnostics.isEmpty)
            let after = try await place.storedTokens()
            #expect(after["access_token"] as String? != before["access_token"])
            #expect(after["refresh_token"] as String? != before["refresh_token"])
            for tokens in [before, after] {
                for name in ["access_token", "refresh_token"] {
                    let token: String = try #require(tokens[name])
                    #expect(!result.output.contains(token))
                }
            }
            #expect(place.sandbox.oauth.tokenAnswers.map(\.status) == [200, 200])
            let called = try await freshworks(
                ["api", "freshchat", "GET", "agents"], place.sessionEnvironment, clock: ManualClock())
            #expect(called.status == 0)
            #expect(place.sandbox.oauth.tokenAnswers.count == 2)
        }

        @Test("that the server took back is told with the way to a new one")
        func ended() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            place.sandbox.oauth.revokeAll()
            let advice = "The session acme has ended; run freshworks login --name acme again."
            for _ in 1...2 {
                let result = try await freshworks(
                    ["verify", "--json"], place.sessionEnvironment, clock: ManualClock())
                #expect(result.status == 1)
                let reports = try VerifyReport.all(in: result)
                #expect(reports.map(\.verdict) == ["invalid_credential", "invalid_credential", "invalid_credential"])
                #expect(reports.map(\.advice) == [advice, advice, advice])
                #expect(result.diagnostics == "freshworks: \(advice)\n")
            }
            let called = try await freshworks(["api", "freshdesk", "GET", "tickets"], place.sessionEnvironment)
            #expect(called.status == 1)
            #expect(called.diagnostics.contains(advice))
            #expect(place.sandbox.oauth.tokenAnswers.map(\.error) == [nil, "invalid_grant"])

            try await place.logIn()
            #expect(try await freshworks(["verify"], place.sessionEnvironment).status == 0)
        }

        @Test("without a scope of the product is told from a session that has ended")
        func otherProduct() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            let stranger = try RawServer { _ in [.json(401, "{}")] }
            var environment = place.sessionEnvironment
            environment["FRESHDESK_BASE_URL"] = "http://127.0.0.1:\(stranger.port)/api/v2"
            let result = try await freshworks(["verify", "freshdesk", "--json"], environment)
            #expect(result.status == 1)
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.verdict == "invalid_credential")
            #expect(report.advice.hasPrefix("The access token of the session acme was rejected; "))
        }

        @Test("that lacks a scope is told with the scopes it has")
        func missingScope() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            let narrow = try RawServer { _ in [.json(403, #"{"code":"access_denied"}"#)] }
            var environment = place.sessionEnvironment
            environment["FRESHDESK_BASE_URL"] = "http://127.0.0.1:\(narrow.port)/api/v2"
            let result = try await freshworks(["verify", "freshdesk", "--json"], environment)
            #expect(result.status == 1)
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.verdict == "forbidden")
            #expect(report.advice.contains("(\(LoginPlace.scopes.joined(separator: " "))) lack one"))
        }

        @Test("that cannot be refreshed for now gives no verdict, and the advice names the authorization server")
        func unreachable() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            try await place.storeExpiredTokens()
            place.server.stop()
            let product = try RawServer { _ in [.json(200, Service.freshdesk.proof)] }
            var environment = place.sessionEnvironment
            environment["FRESHDESK_BASE_URL"] = "http://127.0.0.1:\(product.port)/api/v2"
            let result = try await freshworks(["verify", "freshdesk", "--json"], environment)
            #expect(result.status == 3)
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.verdict == "unreachable")
            #expect(report.status == .null)
            #expect(report.advice.contains("POST http://127.0.0.1:\(place.server.port)/org/oauth/v2/token"))
            let called = try await freshworks(
                ["api", "freshdesk", "GET", "tickets"], environment, clock: ManualClock())
            expectComplaint(called, status: 3, "POST http://127.0.0.1:\(place.server.port)/org/oauth/v2/token")
            #expect(!called.diagnostics.contains("may have carried out"))
            #expect(product.connectionCount == 0)
        }

        @Test("of a client whose secret is wrong is an invalid credential, and says so")
        func wrongSecret() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            try await place.storeExpiredTokens()
            var environment = place.sessionEnvironment
            environment["FRESHWORKS_CLIENT_SECRET"] = "FAKEwrong0123456789"
            let result = try await freshworks(["verify", "freshdesk", "--json"], environment)
            #expect(result.status == 1)
            let report = try #require(try VerifyReport.all(in: result).first)
            #expect(report.verdict == "invalid_credential")
            #expect(report.status == .null)
            #expect(report.advice.contains("does not know the client or refused its secret"))
        }

        @Test("that cannot be opened is not configured, and the sentence helps")
        func unopened() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            let other = place.folder.url.appending(path: "other")
            for (changes, words) in [
                (["FRESHWORKS_SESSION": "other"], "save one with freshworks login"),
                (["FRESHWORKS_SESSION": "no/name"], "use at most 64 letters"),
                (["FRESHWORKS_CLIENT_SECRET": ""], "set FRESHWORKS_CLIENT_SECRET"),
                (["FRESHWORKS_CLIENT_SECRET_FILE": "/x"], "unset one of them"),
                (["FRESHWORKS_SESSION_DIRECTORY": ""], "set FRESHWORKS_SESSION_DIRECTORY"),
                (
                    ["FRESHWORKS_SESSION_DIRECTORY": "", "HOME": other.path],
                    "\(other.path)/.local/state/freshworks/sessions"
                ),
                (
                    ["FRESHWORKS_SESSION_DIRECTORY": "", "XDG_STATE_HOME": other.path],
                    "\(other.path)/freshworks/sessions"
                ),
                (
                    ["FRESHWORKS_SESSION_DIRECTORY": "", "XDG_STATE_HOME": "relative", "HOME": other.path],
                    "\(other.path)/.local/state/freshworks/sessions"
                ),
            ] {
                let environment = place.sessionEnvironment.merging(changes) { $1 }
                let result = try await freshworks(["verify", "freshdesk", "--json"], environment)
                #expect(result.status == 2)
                let report = try #require(try VerifyReport.all(in: result).first)
                #expect(report.verdict == "not_configured")
                #expect(report.advice.contains(words), "\(report.advice)")
                expectComplaint(try await freshworks(["api", "freshdesk", "GET", "tickets"], environment), status: 2)
            }
        }

        @Test("in a folder or file that others can use is refused")
        func openToOthers() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            for (path, mode) in [("", 0o750), ("/login%2Facme", 0o640), ("/oauth%2Facme", 0o604)] {
                let item = place.sessions.path + path
                let former = try FileManager.default.attributesOfItem(atPath: item)[.posixPermissions] ?? 0
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: item)
                let result = try await freshworks(["verify", "freshdesk", "--json"], place.sessionEnvironment)
                #expect(result.status == 2)
                let report = try JSONValue(parsing: Data(result.output.utf8)).arrayValue?.first
                #expect(report?["verdict"] == "not_configured")
                #expect(report?["advice"]?.stringValue?.hasPrefix("\(item) has mode 0") == true)
                try FileManager.default.setAttributes([.posixPermissions: former], ofItemAtPath: item)
            }
            #expect(try await freshworks(["verify"], place.sessionEnvironment).status == 0)
        }

        @Test("takes the client's secret from a file too")
        func secretFile() async throws {
            let place = try await LoginPlace()
            try await place.logIn()
            place.sandbox.oauth.expireAccessTokens()
            let file = try place.folder.file("secret", Data("\(place.sandbox.oauth.clientSecret)\n".utf8))
            let environment = place.sessionEnvironment.merging([
                "FRESHWORKS_CLIENT_SECRET": "", "FRESHWORKS_CLIENT_SECRET_FILE": file.path,
            ]) { $1 }
            #expect(try await freshworks(["verify"], environment).status == 0)
        }
    }
}
