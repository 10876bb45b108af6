import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("help and wrong words")
    struct HelpAndMisuse {
        @Test(
            "help goes to standard output on every level",
            arguments: [
                ["--help"], ["-h"], ["help"], ["demo", "--help"], ["demo", "-h"], ["verify", "--help"],
                ["verify", "freshdesk", "--json", "-h"], ["export", "--help"], ["api", "--help"],
                ["api", "freshdesk", "--help"],
                ["sandbox", "--help"], ["login", "--help"], ["connections", "--help"],
                ["connections", "add", "--help"], ["completion", "--help"],
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
                ([], ["demo", "verify", "api", "export", "sandbox", "login", "connections"]),
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
                    ["export"],
                    [
                        "--to", "--resume", "--after", "--since", "--deleted", "--conversations", "--view", "--share",
                        "tickets", "time_entries", "channels", "sales_accounts", "FRESHDESK_SUBDOMAIN",
                    ]
                ),
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

        @Test("the version is that of the package, which requests name as their sender")
        func version() async throws {
            let server = try RawServer { _ in [.json(200, "{}")] }
            let result = try await freshworks(["--version"])
            #expect(result.status == 0)
            #expect(result.output.wholeMatch(of: /freshworks \d+\.\d+\.\d+\n/) != nil)
            _ = try await freshworks(
                ["api", "freshdesk", "GET", "x"], Service.freshdesk.environment(port: server.port))
            let sender = result.output.dropLast().replacing("freshworks ", with: "swift-freshworks/")
            #expect(server.requests.map { $0["User-Agent"] } == [String(sender)])
        }

        @Test("the sandbox's help lists the custom fields that it has")
        func customFields() async throws {
            let result = try await freshworks(["sandbox", "--help"])
            let fields = Sandbox().freshdesk.customFields
            #expect(!fields.isEmpty)
            for field in fields { #expect(result.output.contains(field.name)) }
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
                (["tickets"], "demo, verify, api, export, schema, sandbox, login, connections, completion"),
                (
                    ["verify", "--xml"],
                    "there is no option --xml; the options here are --connection, --deadline, --json"
                ),
                (["verify", "--dead-line", "9"], "there is no option --dead-line; did you mean --deadline?"),
                (["connections", "list", "--tags=x"], "there is no option --tags; did you mean --tag?"),
                (["connections", "rename", "a", "b", "--json"], "there is no option --json: the command takes none"),
                (["demo", "--json"], "there is no option --json: the command takes none"),
                (["verify", "freshservice"], "freshdesk, freshchat, freshsales"),
                (["verify", "--deadline", "0"], "--deadline"), (["verify", "--deadline"], "--deadline"),
                (["verify", "--json=1"], "--json"),
                (["api", "--json"], "--all, --body, --connection, --include, --jq, --query"),
                (["completion", "powershell"], "bash, zsh, fish"),
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
