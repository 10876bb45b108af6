import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("login")
    struct Login {
        @Test("prints the address, takes the browser's callback, and saves a session that nobody else can read")
        func whole() async throws {
            let place = try await LoginPlace()
            let login = try await place.begin()
            let port = try login.port
            #expect(try login.redirectURI == "http://127.0.0.1:\(port)/callback")
            #expect(
                login.url.absoluteString.hasPrefix("http://127.0.0.1:\(place.server.port)/org/oauth/v2/authorize?"))

            let callback = try place.sandbox.oauth.consent(to: login.url)
            let page = try login.open(callback)
            #expect(page.status == 200)
            #expect(page.body.contains("<h1>You are logged in</h1>"))
            #expect(page.fields["referrer-policy"] == "no-referrer")
            #expect(page.fields["cache-control"] == "no-store")
            #expect(page.fields["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'")

            let result = await login.tool.result()
            #expect(result.status == 0)
            #expect(result.output.isEmpty)
            let lines = result.diagnostics.split(separator: "\n")
            #expect(lines.count == 2)
            let saved = try #require(lines.last)
            #expect(
                saved.hasPrefix("freshworks: saved the session acme (\(LoginPlace.scopes.joined(separator: " ")); "))
            #expect(saved.hasSuffix(" in \(place.sessions.path)"))

            let tokens = try await place.storedTokens()
            let code = try #require(callback.query()?.firstMatch(of: /code=([^&]+)/)?.1)
            let secrets = [
                try #require(tokens["access_token"]), try #require(tokens["refresh_token"]), String(code),
                try login.state, place.sandbox.oauth.clientSecret,
            ]
            for secret in secrets {
                #expect(!result.diagnostics.contains(secret))
                #expect(!page.body.contains(secret))
            }
            let keys = try await FileStore(directory: place.sessions).keys(prefix: "")
            #expect(keys == ["login/acme", "oauth/acme"])
            let record = try #require(try await FileStore(directory: place.sessions).load("login/acme"))
            #expect(!String(decoding: record.data, as: UTF8.self).contains(place.sandbox.oauth.clientSecret))
            try await untilFree(port: port)
        }

        @Test("lets nothing but the right callback end the wait")
        func others() async throws {
            let place = try await LoginPlace()
            let login = try await place.begin("--redirect-path=/callback")
            let port = try login.port
            let callback = try place.sandbox.oauth.consent(to: login.url)
            let target = "/callback?\(callback.query() ?? "")"
            #expect(try login.get("/favicon.ico").status == 404)
            #expect(try login.get("/callback/../callback?state=x").status == 404)
            #expect(try login.get("/callback").status == 400)
            #expect(try login.get("/callback?code=x&state=forged").status == 400)
            #expect(try login.get("/callback?error=access_denied&state=forged").status == 400)
            let forged = try login.get("/callback?state=a&state=b&error=%3Cscript%3E")
            #expect(forged.status == 400)
            #expect(forged.body.contains("<h1>This does not belong to the login that is waiting</h1>"))
            #expect(!forged.body.contains("script"))
            #expect(try login.get(target, method: "POST").status == 405)
            #expect(try login.get(target, method: "HEAD").status == 405)
            for host in ["attacker.example", "attacker.example:\(port)", "127.0.0.1", "127.0.0.1:1", "[::1]:\(port)"] {
                #expect(try login.get(target, host: host).status == 404)
            }
            #expect(try login.get("/callback?state=" + String(repeating: "x", count: 17_000)).status == 431)
            #expect(try RawClient(port: port).exchange("GET\r\n\r\n").status == 400)
            let silent = try RawClient(port: port)

            #expect(try login.get(target, host: "localhost:\(port)").status == 200)
            let result = await login.tool.result()
            #expect(result.status == 0)
            #expect(!result.diagnostics.contains("forged"))
            #expect(try silent.readToEnd().isEmpty)
        }

        @Test("ends with status 1 when consent is refused, and saves nothing")
        func refused() async throws {
            let place = try await LoginPlace()
            let login = try await place.begin()
            let page = try login.open(place.sandbox.oauth.consent(to: login.url, deny: true))
            #expect(page.status == 400)
            #expect(page.body.contains("<h1>The login failed</h1>"))
            let result = await login.tool.result()
            #expect(result.status == 1)
            #expect(result.diagnostics.contains("(access_denied"))
            #expect(!result.diagnostics.contains(try login.state))
            #expect(!place.hasSessions)
        }

        @Test("ends with status 1 when the server refuses the client's secret")
        func wrongSecret() async throws {
            let place = try await LoginPlace()
            var environment = place.environment
            environment["FRESHWORKS_CLIENT_SECRET"] = "FAKEwrong0123456789"
            let login = try await place.begin(environment: environment)
            #expect(try login.open(place.sandbox.oauth.consent(to: login.url)).status == 400)
            let result = await login.tool.result()
            expectNoSecret(in: result, of: environment)
            #expect(result.status == 1)
            #expect(result.diagnostics.contains("(invalid_client, status 401"))
            #expect(!place.hasSessions)
        }

        @Test("ends with status 3 when nobody consents in time")
        func timeout() async throws {
            let place = try await LoginPlace()
            let login = try await place.begin("--timeout", "1")
            let result = await login.tool.result()
            #expect(result.status == 3)
            #expect(result.diagnostics.contains("(timed_out"))
            #expect(!place.hasSessions)
        }

        @Test("a signal ends the wait, frees the port and leaves no file", arguments: [SIGINT, SIGTERM])
        func signal(number: Int32) async throws {
            let place = try await LoginPlace()
            let login = try await place.begin()
            let port = try login.port
            login.tool.signal(number)
            #expect(await login.tool.result().status == 130)
            #expect(throws: RawClient.Failure.refused) { try RawClient(port: port) }
            #expect(!place.hasSessions)
        }

        @Test("listens on the port it is told, and says when that is taken")
        func port() async throws {
            let place = try await LoginPlace()
            let free = try LoopbackListener { _ in }
            free.stop()
            let login = try await place.begin("--port", "\(free.port)", "--redirect-path", "/callback")
            #expect(try login.redirectURI == "http://127.0.0.1:\(free.port)/callback")
            let second = try await freshworks(
                ["login", "--name", "b", "--scope", "s", "--port", "\(free.port)"], place.environment)
            expectComplaint(second, status: 2, "port \(free.port)")
            login.tool.signal(SIGTERM)
            _ = await login.tool.result()
        }

        @Test("refuses a folder that others can use before it asks anybody for consent")
        func openFolder() async throws {
            let place = try await LoginPlace()
            try FileManager.default.createDirectory(
                at: place.sessions, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
            let result = try await freshworks(["login", "--name", "acme", "--scope", "s"], place.environment)
            expectComplaint(result, status: 2, "(store_failed")
        }

        @Test("refuses a folder that it cannot write to before it asks anybody for consent")
        func unwritableFolder() async throws {
            let place = try await LoginPlace()
            let environment = place.environment.merging(["FRESHWORKS_SESSION_DIRECTORY": "/proc/sessions"]) { $1 }
            let result = try await freshworks(
                ["login", "--name", "acme", "--scope", "s", "--timeout", "1"], environment)
            expectComplaint(result, status: 2, "(store_failed")
        }

        @Test("says that consent is needed again when the session cannot be saved")
        func unsaved() async throws {
            let place = try await LoginPlace()
            let login = try await place.begin()
            try? FileManager.default.removeItem(at: place.sessions)
            try Data().write(to: place.sessions)
            #expect(try login.open(place.sandbox.oauth.consent(to: login.url)).status == 400)
            let result = await login.tool.result()
            #expect(result.status == 2)
            #expect(result.diagnostics.contains("(store_failed)"))
            #expect(result.diagnostics.contains("log in again: the tokens of this consent are lost"))
        }

        @Test(
            "refuses what cannot be right",
            arguments: [
                [], ["--name", "acme"], ["--scope", "s"], ["--name", "acme", "--scope", ""], ["acme"],
                ["--name", "a/b", "--scope", "s"], ["--name", "", "--scope", "s"],
                ["--name", String(repeating: "a", count: 65), "--scope", "s"],
                ["--name", "a", "--name", "b", "--scope", "s"], ["--name", "a", "--scope", "s", "--port", "80"],
                ["--name", "a", "--scope", "s", "--timeout", "601"],
                ["--name", "a", "--scope", "s", "--client-secret"],
                ["--name", "a", "--scope", "s", "--redirect-path", "callback"],
                ["--name", "a", "--scope", "s", "--redirect-path", "/a?b=c"], ["--name", "a", "--scope", "\"s\""],
            ])
        func misuse(arguments: [String]) async throws {
            let place = try await LoginPlace()
            expectComplaint(try await freshworks(["login"] + arguments, place.environment), status: 2)
        }

        @Test("needs an organization, a client and its secret, and says which is missing")
        func missing() async throws {
            let place = try await LoginPlace()
            for (changes, words) in [
                (["FRESHWORKS_OAUTH_BASE_URL": ""], "--organization"),
                (["FRESHWORKS_OAUTH_BASE_URL": "http://auth.example/oauth"], "(insecure_scheme"),
                (["FRESHWORKS_CLIENT_ID": ""], "Set FRESHWORKS_CLIENT_ID."),
                (["FRESHWORKS_CLIENT_SECRET": ""], "Set FRESHWORKS_CLIENT_SECRET"),
                (["FRESHWORKS_CLIENT_SECRET_FILE": "/x"], "(conflicting_variables"),
                (["FRESHWORKS_CLIENT_SECRET": "", "FRESHWORKS_CLIENT_SECRET_FILE": "/x"], "(not_configured"),
                (["FRESHWORKS_SESSION_DIRECTORY": ""], "FRESHWORKS_SESSION_DIRECTORY"),
            ] {
                let result = try await freshworks(
                    ["login", "--name", "acme", "--scope", "s"], place.environment.merging(changes) { $1 })
                expectComplaint(result, status: 2, words)
            }
        }

        @Test("sends the user to the organization's own server")
        func organization() async throws {
            let place = try await LoginPlace()
            var environment = place.environment
            environment["FRESHWORKS_OAUTH_BASE_URL"] = nil
            let login = try await place.begin("--organization", "Acme.myfreshworks.com", environment: environment)
            #expect(login.url.absoluteString.hasPrefix("https://acme.myfreshworks.com/org/oauth/v2/authorize?"))
            login.tool.signal(SIGTERM)
            #expect(await login.tool.result().status == 130)
        }
    }
}
