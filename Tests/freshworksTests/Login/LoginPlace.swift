import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

/// A sandbox to log in to, and an empty folder for sessions.
final class LoginPlace: Sendable {
    let sandbox: Sandbox
    let server: SandboxServer
    let folder: TemporaryFolder

    static let scopes = ["freshdesk.tickets.view", "freshchat.agents.view", "freshsales.contacts.view"]

    init() async throws {
        sandbox = Sandbox()
        server = try await sandbox.serve()
        folder = try TemporaryFolder()
    }

    deinit { server.stop() }

    /// It is made by the command.
    var sessions: URL { folder.url.appending(path: "sessions") }
    /// Whether anything but the store's lock is there.
    var hasSessions: Bool {
        let names = try? FileManager.default.contentsOfDirectory(atPath: sessions.path)
        return names?.contains { $0 != ".lock" } == true
    }

    var environment: [String: String] {
        [
            "FRESHWORKS_CLIENT_ID": sandbox.oauth.clientID, "FRESHWORKS_CLIENT_SECRET": sandbox.oauth.clientSecret,
            "FRESHWORKS_OAUTH_BASE_URL": server.oauthBaseURL.absoluteString,
            "FRESHWORKS_SESSION_DIRECTORY": sessions.path,
        ]
    }

    /// What a program needs that uses the session.
    var sessionEnvironment: [String: String] {
        [
            "FRESHWORKS_SESSION": "acme", "FRESHWORKS_SESSION_DIRECTORY": sessions.path,
            "FRESHWORKS_CLIENT_SECRET": sandbox.oauth.clientSecret,
            "FRESHDESK_BASE_URL": server.freshdeskBaseURL.absoluteString,
            "FRESHCHAT_BASE_URL": server.freshchatBaseURL.absoluteString,
            "FRESHSALES_BASE_URL": server.freshsalesBaseURL.absoluteString,
        ]
    }

    /// Starts a login that waits for the browser.
    func begin(_ options: String..., environment: [String: String]? = nil) async throws -> WaitingLogin {
        let scopes = Self.scopes.flatMap { ["--scope", $0] }
        let tool = try CommandLineTool("freshworks").start(
            ["login", "--name", "acme"] + scopes + options, environment: environment ?? self.environment)
        let line = try #require(await tool.firstLine())
        return WaitingLogin(tool: tool, url: try #require(URL(string: line)))
    }

    /// Logs in, with consent.
    func logIn() async throws {
        let login = try await begin()
        #expect(try login.open(sandbox.oauth.consent(to: login.url)).status == 200)
        #expect(await login.tool.result().status == 0)
    }

    /// What is stored of the session's tokens.
    func storedTokens() async throws -> JSONObject {
        let kept = try #require(try await FileStore(directory: sessions).load("oauth/acme"))
        return try #require(try JSONValue(parsing: kept.data)["tokens"]?.objectValue)
    }

    /// Puts tokens in the session's place whose access token has expired.
    func storeExpiredTokens() async throws {
        let client = try OAuthClient(
            .freshworks(
                baseURL: server.oauthBaseURL.absoluteString, clientID: sandbox.oauth.clientID,
                clientSecret: Secret(sandbox.oauth.clientSecret), scopes: Self.scopes,
                redirectURI: #require(URL(string: "http://127.0.0.1/callback"))))
        let tokens = OAuthTokens(
            accessToken: Secret("FAKEexpired0123456789"), refreshToken: Secret("FAKErefresh0123456789"),
            obtainedAt: Date(timeIntervalSince1970: 1_700_000_000),
            expiresAt: Date(timeIntervalSince1970: 1_700_001_800))
        _ = try await OAuthSession(client, store: FileStore(directory: sessions), name: "acme", initial: tokens)
    }
}

/// A login whose address was printed.
struct WaitingLogin {
    let tool: RunningTool
    let url: URL

    private func parameter(_ name: String) throws -> String {
        let items = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems
        return try #require(items?.first { $0.name == name }?.value)
    }

    var redirectURI: String { get throws { try parameter("redirect_uri") } }
    var state: String { get throws { try parameter("state") } }
    var port: Int { get throws { try #require(URL(string: redirectURI)?.port) } }

    /// Opens an address as a browser does.
    func open(_ address: URL) throws -> RawClient.Response {
        try get("\(address.path())?\(address.query() ?? "")")
    }

    /// Sends a request of this line and these fields.
    func get(_ target: String, method: String = "GET", host: String? = nil) throws -> RawClient.Response {
        let port = try port
        return try RawClient(port: port).exchange(
            "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n\r\n")
    }
}
