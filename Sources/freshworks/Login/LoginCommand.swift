import Foundation
import FreshworksCore

/// `freshworks login`: obtains a session by consent in a browser and saves it.
struct LoginCommand {
    private let name: SessionName
    private let server: SavedLogin.Server
    private let clientID: String
    private let clientSecret: Secret
    private let scopes: [String]
    private let port: UInt16
    private let path: String
    private let timeout: Duration
    private let folder: SessionFolder
    private let context: CommandContext

    init(_ words: [String], _ context: CommandContext) throws {
        let environment = context.environment
        let arguments = try Arguments(words, of: Subcommand.login.options)
        guard arguments.positional.isEmpty else {
            throw Misuse("login takes options only; see freshworks login --help")
        }
        guard let name = try arguments.one("--name") else {
            throw Misuse("login needs --name, what to call the session")
        }
        self.name = try SessionName(name)
        scopes = arguments.all("--scope").flatMap { $0.split(separator: " ").map(String.init) }
        guard !scopes.isEmpty else { throw Misuse("login needs --scope, what to ask for") }
        path = try arguments.one("--redirect-path") ?? "/callback"
        guard path.wholeMatch(of: /\/[A-Za-z0-9._~\/-]*/) != nil else {
            throw Misuse("--redirect-path is a path such as /callback")
        }
        // Browsers leave port 80 out of the Host field, and those below 1024 are rarely free to take.
        port = UInt16(try arguments.number("--port", in: 1024...65_535) ?? 0)
        // An authorization is good for ten minutes.
        timeout = .seconds(try arguments.number("--timeout", in: 1...600) ?? 300)
        server = try Self.server(arguments.one("--organization"), environment)
        clientID = try OAuthVariables.clientID(in: environment)
        clientSecret = try OAuthVariables.clientSecret(in: environment)
        folder = try SessionFolder(environment)
        self.context = context
    }

    private static func server(_ organization: String?, _ environment: [String: String]) throws -> SavedLogin.Server {
        if let baseURL = environment["FRESHWORKS_OAUTH_BASE_URL"], !baseURL.isEmpty { return .baseURL(baseURL) }
        guard let organization else {
            throw Misuse("login needs --organization, or FRESHWORKS_OAUTH_BASE_URL in the environment")
        }
        return .organization(organization)
    }

    private var console: any Console { context.console }

    func run() async throws -> ExitStatus {
        try await context.withRuntime(login)
    }

    private func login(over runtime: FreshworksRuntime) async throws -> ExitStatus {
        // Better now than after the consent, whose tokens would be lost.
        _ = try await folder.store.load(name.loginKey)
        try await folder.tryWriting()
        let receiver = try LoginReceiver(port: port, path: path)
        defer { receiver.stop() }
        let login = SavedLogin(
            server: server, clientID: clientID, scopes: scopes, redirectURI: try receiver.redirectURI)
        let client = try OAuthClient(login.configuration(clientSecret: clientSecret), runtime: runtime)
        let pending = client.beginAuthorization()
        console.diagnose("freshworks: open this address in a browser on this machine and give your consent there")
        console.print(pending.url.absoluteString)

        let patience = Task {
            try await runtime.clock.sleep(for: timeout)
            receiver.stopWaiting()
        }
        defer { patience.cancel() }
        for await callback in receiver.callbacks {
            do {
                let tokens = try await client.exchange(callback: callback.url, pending: pending)
                try await folder.save(tokens, of: login, by: client, as: name)
                tell(of: tokens)
                await callback.show(.done)
                return .done
            } catch let error as FreshworksError where [.stateMismatch, .malformedCallback].contains(error.code) {
                // Every page in the browser can call this address. Whoever does not know the state ends nothing.
                await callback.show(.foreign)
            } catch {
                await callback.show(.failed)
                throw error
            }
        }
        try Task.checkCancellation()
        throw FreshworksError(
            .timedOut, "nobody gave consent within \(timeout.components.seconds) seconds",
            advice: "Run the command again, with a longer --timeout if need be.")
    }

    private func tell(of tokens: OAuthTokens) {
        let end = tokens.expiresAt.map { "until \($0.formatted(.iso8601))" } ?? "of unknown life"
        let after = tokens.refreshToken == nil ? ", not refreshable" : ", refreshed when used"
        console.diagnose(
            """
            freshworks: saved the session \(name.text) (\(tokens.scopes.joined(separator: " ")); access token \(end)\(after)) \
            in \(folder.path)
            """)
    }
}
