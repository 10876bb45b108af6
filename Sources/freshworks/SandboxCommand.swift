import Foundation
import FreshworksCore
import FreshworksSandbox

/// `freshworks sandbox`: serves the three services and their OAuth server from memory until a signal comes.
struct SandboxCommand {
    private let port: Int
    private let options: Sandbox.Options
    private let console: any Console

    init(_ words: [String], _ context: CommandContext) throws {
        let arguments = try Arguments(words, options: ["--port", "--rate", "--tickets"])
        guard arguments.positional.isEmpty else { throw Misuse("sandbox takes options only; see --help") }
        port = try arguments.number("--port", in: 0...65_535) ?? 0
        var options = Sandbox.Options()
        if let rate = try arguments.number("--rate", in: 1...1_000_000) {
            options.freshdeskCallsPerMinute = rate
            options.freshchatCallsPerMinute = rate
            options.freshsalesCallsPerHour = rate
        }
        options.tickets = try arguments.number("--tickets", in: 0...1_000_000) ?? options.tickets
        self.options = options
        console = context.console
    }

    func run() async throws -> ExitStatus {
        let sandbox = Sandbox(options)
        let server = try await sandbox.serve(port: port)
        defer { server.stop() }
        let line: JSONValue = [
            "freshdesk": [
                "base_url": .string(server.freshdeskBaseURL.absoluteString),
                "api_key": .string(sandbox.freshdesk.apiKey),
            ],
            "freshchat": [
                "base_url": .string(server.freshchatBaseURL.absoluteString),
                "api_token": .string(sandbox.freshchat.apiToken),
            ],
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
        console.print(line.description)
        do {
            while true { try await options.clock.sleep(for: .seconds(86_400)) }
        } catch is CancellationError {
            return .done
        }
    }
}
