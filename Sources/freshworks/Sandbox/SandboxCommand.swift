import Foundation
import FreshworksCore
import FreshworksSandbox

/// `freshworks sandbox`: serves the three services and their OAuth server from memory, until a signal comes or for as long as
/// another command runs.
struct SandboxCommand {
    private let port: Int
    private let options: Sandbox.Options
    private let webhook: URL?
    /// The command to run beside the sandbox, with its arguments.
    private let command: [String]?
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        let parts = words.split(separator: "--", maxSplits: 1, omittingEmptySubsequences: false).map { Array($0) }
        let arguments = try Arguments(parts[0], of: Subcommand.sandbox.options)
        guard arguments.positional.isEmpty else { throw Misuse("sandbox takes options only; see --help") }
        command = parts.count > 1 ? parts[1] : nil
        guard command?.isEmpty != true else { throw Misuse("-- stands before a command to run") }
        port = try arguments.number("--port", in: 0...65_535) ?? 0
        var options = Sandbox.Options()
        if let rate = try arguments.number("--rate", in: 1...1_000_000) {
            options.freshdeskCallsPerMinute = rate
            options.freshchatCallsPerMinute = rate
            options.freshsalesCallsPerHour = rate
        }
        options.tickets = try arguments.number("--tickets", in: 0...1_000_000) ?? options.tickets
        self.options = options
        webhook = try arguments.one("--webhook").map { text in
            guard let url = URL(string: text), url.host() != nil else {
                throw Misuse("--webhook takes an address such as http://127.0.0.1:8080/webhook")
            }
            return url
        }
        self.context = context
    }

    func run() async throws -> ExitStatus {
        let sandbox = Sandbox(options)
        let courier = try webhook.map { try sandbox.freshchat.deliverWebhooks(to: $0) }
        do {
            let status = try await serve(sandbox)
            await courier?.stop()
            return status
        } catch {
            await courier?.stop()
            throw error
        }
    }

    private func serve(_ sandbox: Sandbox) async throws -> ExitStatus {
        let server = try await sandbox.serve(port: port)
        defer { server.stop() }
        let surroundings = SandboxSurroundings(sandbox, server, hasWebhook: webhook != nil)
        if let command {
            let child = try ChildProcess(command, environment: surroundings.environment(over: context.environment))
            return ExitStatus(rawValue: try await child.status)
        }
        context.console.print(surroundings.line.description)
        do {
            while true { try await options.clock.sleep(for: .seconds(86_400)) }
        } catch is CancellationError {
            return .done
        }
    }
}

/// Where a sandbox is and what it is called with, for programs.
private struct SandboxSurroundings {
    private let sandbox: Sandbox
    private let server: SandboxServer
    private let hasWebhook: Bool

    init(_ sandbox: Sandbox, _ server: SandboxServer, hasWebhook: Bool) {
        (self.sandbox, self.server, self.hasWebhook) = (sandbox, server, hasWebhook)
    }

    /// One line of JSON.
    var line: JSONValue {
        var freshchat: JSONObject = [
            "base_url": .string(server.freshchatBaseURL.absoluteString),
            "api_token": .string(sandbox.freshchat.apiToken),
        ]
        if hasWebhook { freshchat["webhook_public_key"] = .string(sandbox.freshchat.webhookPublicKey) }
        return [
            "freshdesk": [
                "base_url": .string(server.freshdeskBaseURL.absoluteString),
                "api_key": .string(sandbox.freshdesk.apiKey),
            ],
            "freshchat": .object(freshchat),
            "freshsales": [
                "base_url": .string(server.freshsalesBaseURL.absoluteString),
                "api_key": .string(sandbox.freshsales.apiKey),
            ],
            "oauth": [
                "base_url": .string(server.oauthBaseURL.absoluteString),
                "client_id": .string(sandbox.oauth.clientID),
                "client_secret": .string(sandbox.oauth.clientSecret),
            ],
        ]
    }

    /// The variables that this command and the clients read, in the place of those of real accounts.
    func environment(over variables: [String: String]) -> [String: String] {
        var environment = variables.filter { name, _ in
            !["FRESHDESK_", "FRESHCHAT_", "FRESHSALES_"].contains { name.hasPrefix($0) }
                && !["FRESHWORKS_SESSION", "FRESHWORKS_CLIENT_SECRET_FILE"].contains(name)
        }
        environment["FRESHDESK_BASE_URL"] = server.freshdeskBaseURL.absoluteString
        environment["FRESHDESK_API_KEY"] = sandbox.freshdesk.apiKey
        environment["FRESHCHAT_BASE_URL"] = server.freshchatBaseURL.absoluteString
        environment["FRESHCHAT_API_TOKEN"] = sandbox.freshchat.apiToken
        environment["FRESHSALES_BASE_URL"] = server.freshsalesBaseURL.absoluteString
        environment["FRESHSALES_API_KEY"] = sandbox.freshsales.apiKey
        environment["FRESHWORKS_OAUTH_BASE_URL"] = server.oauthBaseURL.absoluteString
        environment["FRESHWORKS_CLIENT_ID"] = sandbox.oauth.clientID
        environment["FRESHWORKS_CLIENT_SECRET"] = sandbox.oauth.clientSecret
        if hasWebhook { environment["FRESHCHAT_WEBHOOK_PUBLIC_KEY"] = sandbox.freshchat.webhookPublicKey }
        return environment
    }
}
