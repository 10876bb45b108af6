import TestSupport
import Testing

extension CommandTests {
    @Suite("help and wrong words")
    struct HelpAndMisuse {
        @Test(
            "help goes to standard output on every level",
            arguments: [
                ["--help"], ["-h"], ["help"], ["demo", "--help"], ["demo", "-h"], ["verify", "--help"],
                ["verify", "freshdesk", "--json", "-h"], ["api", "--help"], ["api", "freshdesk", "--help"],
                ["sandbox", "--help"], ["login", "--help"], ["connections", "--help"],
                ["connections", "add", "--help"],
            ])
        func help(arguments: [String]) async throws {
            let result = try await freshworks(arguments)
            #expect(result.status == 0)
            #expect(result.output.contains("usage: freshworks "))
            #expect(result.diagnostics.isEmpty)
        }

        @Test("names every command, option and variable")
        func content() async throws {
            let expected = [
                ([], ["demo", "verify", "api", "sandbox", "login", "connections"]),
                (
                    ["verify"],
                    [
                        "--json", "--deadline", "FRESHDESK_SUBDOMAIN", "FRESHDESK_API_KEY", "FRESHDESK_EMAIL",
                        "FRESHDESK_PASSWORD", "FRESHCHAT_SUBDOMAIN", "FRESHCHAT_API_TOKEN", "FRESHSALES_SUBDOMAIN",
                        "FRESHSALES_API_KEY", "FRESHDESK_BASE_URL", "FRESHCHAT_BASE_URL", "FRESHSALES_BASE_URL",
                        "_FILE", "FRESHWORKS_SESSION", "FRESHWORKS_CLIENT_SECRET",
                    ]
                ),
                (["api"], ["--query", "--body", "--all", "FRESHDESK_SUBDOMAIN"]),
                (
                    ["connections"],
                    [
                        "add", "list", "show", "verify", "rotate", "rename", "disable", "enable", "remove", "import",
                        "export", "--secret-file", "--secret-env", "--unverified", "--with-secrets", "--format",
                        "FRESHWORKS_CONNECTIONS_DIRECTORY",
                    ]
                ),
                (["sandbox"], ["--port", "--rate", "--tickets"]),
                (
                    ["login"],
                    [
                        "--organization", "--scope", "--name", "--port", "--redirect-path", "--timeout",
                        "FRESHWORKS_CLIENT_ID", "FRESHWORKS_CLIENT_SECRET", "FRESHWORKS_CLIENT_SECRET_FILE",
                        "FRESHWORKS_OAUTH_BASE_URL", "FRESHWORKS_SESSION_DIRECTORY", "XDG_STATE_HOME",
                    ]
                ),
            ]
            for (command, words) in expected {
                let result = try await freshworks(command + ["--help"])
                for word in words { #expect(result.output.contains(word), "\(command) \(word)") }
            }
        }

        @Test("without a command tells how to use it, on standard error")
        func nothing() async throws {
            let result = try await freshworks([])
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.diagnostics.contains("usage: freshworks COMMAND"))
        }

        @Test(
            "an unknown word or option is refused, on standard error, with what there is",
            arguments: [
                (["tickets"], "demo, verify, api, schema, sandbox, login, connections"),
                (["--version"], "demo, verify, api, schema, sandbox, login, connections"),
                (["verify", "--xml"], "--connection, --deadline, --json"),
                (["verify", "freshservice"], "freshdesk, freshchat, freshsales"),
                (["verify", "--deadline", "0"], "--deadline"), (["verify", "--deadline"], "--deadline"),
                (["verify", "--json=1"], "--json"), (["api", "--json"], "--all, --body, --connection, --query"),
                (["sandbox", "--json"], "--port, --rate, --tickets"),
            ])
        func unknown(arguments: [String], words: String) async throws {
            expectComplaint(try await freshworks(arguments), status: 2, words)
        }

        @Test("a secret in the place of any word is not repeated")
        func secrets() async throws {
            let server = try RawServer { _ in [.json(404, "{}")] }
            for secret in [Invented.deskKey, Invented.chatToken, Invented.salesKey, Invented.password] {
                for arguments in [
                    [secret], ["--\(secret)"], ["--api-key", secret], ["--api-key=\(secret)"], ["verify", secret],
                    ["verify", "--\(secret)"], ["verify", "--api-key", secret], ["verify", "--api-key=\(secret)"],
                    ["verify", "--deadline", secret], ["verify", "--json=\(secret)"], ["api", secret],
                    ["api", secret, "GET", "x"], ["api", "freshdesk", secret, "x"],
                    ["api", "freshdesk", "GET", "x", secret],
                    ["api", "freshdesk", "GET", "x", "--query", secret],
                    ["api", "freshdesk", "POST", "x", "--body", secret],
                    ["api", "freshdesk", "POST", "x", "--body", "@\(secret)"],
                    ["api", "freshdesk", "GET", "x", "--api-key", secret], ["demo", secret], ["demo", "--\(secret)"],
                    ["sandbox", secret], ["sandbox", "--\(secret)"], ["sandbox", "--port", secret],
                    ["login", secret], ["login", "--\(secret)"], ["login", "--name", "\(secret)!"],
                    ["login", "--name", "a", "--scope", secret],
                    ["login", "--name", "a", "--scope", "s", "--port", secret],
                    ["login", "--name", "a", "--scope", "s", "--redirect-path", secret],
                    ["login", "--name", "a", "--scope", "s", "--timeout", secret],
                    ["api", "freshdesk", "GET", "https://\(secret)@acme.freshdesk.com/x"],
                    ["api", "freshdesk", "GET", "\(secret)/.."],
                ] {
                    let result = try await freshworks(arguments, Service.freshdesk.environment(port: server.port))
                    #expect(result.status == 2, "\(arguments)")
                    #expect(result.output.isEmpty)
                }
            }
            #expect(server.connectionCount == 0)
        }

        @Test("a secret in the place of the path is not repeated, whether the call fails or is refused")
        func secretAsPath() async throws {
            let server = try RawServer { _ in [.json(404, "{}")] }
            for service in Service.all {
                for port in [1, server.port] {
                    let result = try await freshworks(
                        ["api", service.name, "GET", service.secret], service.environment(port: port))
                    #expect(result.status == (port == 1 ? 3 : 1))
                    #expect(result.diagnostics.hasPrefix("freshworks: "))
                }
            }
        }
    }
}
