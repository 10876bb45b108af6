import Foundation
import Freshchat
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("sandbox")
    struct SandboxServing {
        /// A sandbox that serves in a child process.
        private struct Serving {
            let tool: RunningTool
            let line: JSONValue

            init(_ options: String...) async throws {
                tool = try CommandLineTool("freshworks").start(["sandbox"] + options)
                line = try JSONValue(parsing: Data(try #require(await tool.firstLine()).utf8))
            }

            func text(_ keys: String...) throws -> String {
                try #require(line.value(at: keys)?.stringValue)
            }

            var environment: [String: String] {
                get throws {
                    [
                        "FRESHDESK_BASE_URL": try text("freshdesk", "base_url"),
                        "FRESHDESK_API_KEY": try text("freshdesk", "api_key"),
                        "FRESHCHAT_BASE_URL": try text("freshchat", "base_url"),
                        "FRESHCHAT_API_TOKEN": try text("freshchat", "api_token"),
                        "FRESHSALES_BASE_URL": try text("freshsales", "base_url"),
                        "FRESHSALES_API_KEY": try text("freshsales", "api_key"),
                    ]
                }
            }

            var port: Int {
                get throws { try #require(URL(string: try text("freshdesk", "base_url"))?.port) }
            }

            func stop(_ signal: Int32 = SIGTERM) async -> CommandLineTool.Result {
                tool.signal(signal)
                return await tool.result()
            }
        }

        @Test("prints one line of JSON, serves all three products, and ends by signal", arguments: [SIGINT, SIGTERM])
        func serves(signal: Int32) async throws {
            let serving = try await Serving()
            #expect(serving.line.objectValue?.keys == ["freshdesk", "freshchat", "freshsales", "oauth"])
            #expect(serving.line["freshdesk"]?.objectValue?.keys == ["base_url", "api_key"])
            #expect(serving.line["freshchat"]?.objectValue?.keys == ["base_url", "api_token"])
            #expect(serving.line["freshsales"]?.objectValue?.keys == ["base_url", "api_key"])
            #expect(serving.line["oauth"]?.objectValue?.keys == ["base_url", "client_id", "client_secret"])
            let port = try serving.port
            #expect(try serving.text("freshdesk", "base_url") == "http://127.0.0.1:\(port)/api/v2")
            #expect(try serving.text("freshchat", "base_url") == "http://127.0.0.1:\(port)/v2")
            #expect(try serving.text("freshsales", "base_url") == "http://127.0.0.1:\(port)/crm/sales/api")
            #expect(try serving.text("oauth", "base_url") == "http://127.0.0.1:\(port)/org/oauth/v2")

            let result = try await freshworks(["verify", "--json"], serving.environment)
            #expect(try VerifyReport.all(in: result).map(\.verdict) == ["valid", "valid", "valid"])

            let ended = await serving.stop(signal)
            #expect(ended.status == 0)
            #expect(ended.output.isEmpty)
            #expect(ended.diagnostics.isEmpty)

            try await untilFree(port: port)
        }

        @Test("listens on the port it is told, and says when that is taken")
        func port() async throws {
            let first = try await Serving()
            let port = try first.port
            let second = try await freshworks(["sandbox", "--port", "\(port)"])
            expectComplaint(second, status: 2, "\(port)")
            _ = await first.stop()

            try await untilFree(port: port)
            let third = try await Serving("--port", "\(port)")
            #expect(try third.port == port)
            #expect(await third.stop().status == 0)
        }

        @Test("delivers Freshchat's webhooks to an address of this machine, signed for the key that it prints")
        func webhook() async throws {
            let receiver = try RawServer { _ in [.response(200)] }
            let serving = try await Serving("--webhook", try receiver.url("/hook").absoluteString)
            #expect(
                serving.line["freshchat"]?.objectValue?.keys == ["base_url", "api_token", "webhook_public_key"])
            let verifier = try WebhookVerifier(publicKey: try serving.text("freshchat", "webhook_public_key"))
            let client = try FreshchatClient.fromEnvironment(serving.environment)
            let user = try #require(try await client.users.list().first())
            let id = try #require(try await client.users.conversations(of: user.id).first()?.id)
            let sent = try await client.messages.send(MessageDraft(from: .user(user.id), text: "Où ?"), to: id)
            try await eventually { !receiver.requests.isEmpty }
            let request = try #require(receiver.requests.first)
            #expect(request.method == "POST")
            #expect(request.target == "/hook")
            let delivery = WebhookDelivery(body: Data(request.body)) { request[$0] }
            #expect(try verifier.event(of: delivery).message?.id == sent.id)
            #expect(delivery.retryCount == 0)
            #expect(await serving.stop().status == 0)
        }

        @Test(
            "delivers webhooks nowhere else", arguments: ["http://example.org/hook", "http://192.168.0.1/", "nowhere"])
        func foreignWebhook(address: String) async throws {
            expectComplaint(try await freshworks(["sandbox", "--webhook", address]), status: 2)
        }

        @Test("runs a command with the variables of its products set, and ends with its exit status")
        func command() async throws {
            let tool = CommandLineTool("freshworks")
            let verified = try await tool.run(
                ["sandbox", "--tickets", "3", "--", tool.executable.path, "verify", "--json"],
                environment: [
                    "FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY_FILE": "/nowhere", "FRESHWORKS_SESSION": "gone",
                ])
            #expect(verified.status == 0)
            #expect(try VerifyReport.all(in: verified).map(\.verdict) == ["valid", "valid", "valid"])
            let path = ["PATH": "/usr/bin:/bin", "OWN": "kept"]
            let failed = try await tool.run(
                ["sandbox", "--", "sh", "-c", "echo $OWN $FRESHWORKS_CLIENT_ID --help; exit 7"], environment: path)
            #expect(failed.status == 7)
            #expect(failed.output.hasPrefix("kept "))
            #expect(failed.output.split(separator: " ").count == 3)
            let help = try await tool.run(["sandbox", "--", "sh", "-c", "echo $0", "--help"], environment: path)
            #expect(help.output == "--help\n")
        }

        @Test("hands a signal on to the command that it runs", arguments: [SIGINT, SIGTERM])
        func commandEnds(signal: Int32) async throws {
            let tool = try CommandLineTool("freshworks").start(
                ["sandbox", "--", "sh", "-c", "echo ready; exec sleep 600"], environment: ["PATH": "/usr/bin:/bin"])
            #expect(await tool.firstLine() == "ready")
            tool.signal(signal)
            let result = await tool.result()
            #expect(result.status == 128 + SIGTERM)
            #expect(result.diagnostics.isEmpty)
        }

        @Test("says when a command cannot be started", arguments: [["--", "/nowhere/at-all"], ["--"]])
        func noCommand(words: [String]) async throws {
            expectComplaint(try await freshworks(["sandbox"] + words), status: 2)
        }

        @Test("allows as many calls per window as it is told")
        func rate() async throws {
            let serving = try await Serving("--rate", "2")
            for service in Service.all {
                for (exit, verdict): (Int32, String) in [(0, "valid"), (0, "valid"), (3, "rate_limited")] {
                    // Less than the rest of a window.
                    let result = try await freshworks(
                        ["verify", service.name, "--json", "--deadline", "7"], serving.environment)
                    #expect(result.status == exit)
                    #expect(try VerifyReport.all(in: result).map(\.verdict) == [verdict])
                }
            }
            _ = await serving.stop()
        }

        @Test("has as many tickets as it is told")
        func tickets() async throws {
            let serving = try await Serving("--tickets=7")
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "tickets?updated_since=2001-01-01T00:00:00Z", "--all"], serving.environment)
            #expect(try JSONValue(parsing: Data(result.output.utf8)).arrayValue?.count == 7)
            _ = await serving.stop()
        }

        @Test(
            "refuses options that it does not have and values that make no sense",
            arguments: [
                ["--port", "65536"], ["--port", "-1"], ["--port", "x"], ["--port"], ["--rate", "0"],
                ["--tickets", "-1"],
                ["--tickets", "1.5"], ["--hosts", "0.0.0.0"], ["here"], ["--port", "1", "--port", "2"],
            ])
        func misuse(arguments: [String]) async throws {
            expectComplaint(try await freshworks(["sandbox"] + arguments), status: 2)
        }
    }
}
