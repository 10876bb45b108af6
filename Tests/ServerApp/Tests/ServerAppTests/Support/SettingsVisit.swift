import AsyncHTTPClient
import Foundation
import FreshworksSandbox
import NIOCore
import NIOHTTP1
import Testing

/// A user's visit to the settings of an app whose Freshchat accounts are those of a sandbox.
struct SettingsVisit {
    let app: ServedApp
    let sandbox: Sandbox
    /// Where the app keeps connections.
    let folder: URL
    /// The sandbox's Freshdesk account.
    let freshdeskBaseURL: String
    fileprivate let client: HTTPClient

    struct Page {
        let status: Int
        let text: String

        /// What the page says at its top.
        var notice: String? { text.firstMatch(of: /role="status"[^>]*>([^<]*)</).map { String($0.1) } }
        /// The ids of the connections that it lists.
        var connections: [String] { text.matches(of: /<tr id="([^"]*)"/).map { String($0.1) } }
    }

    /// Runs a test against an app of its own.
    static func with(
        environment more: [String: String] = [:], callsPerMinute: Int = 100,
        _ test: (SettingsVisit) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let sandbox = Sandbox(
            Sandbox.Options(account: "acme", tickets: 0, freshchatCallsPerMinute: callsPerMinute))
        let server = try await sandbox.serve()
        defer { server.stop() }
        let environment = [
            "CONNECTIONS_FOLDER": folder.path, "FRESHCHAT_BASE_URL": server.freshchatBaseURL.absoluteString,
        ]
        try await withApp(
            .asyncHTTPClient, baseURL: server.freshdeskBaseURL.absoluteString, apiKey: sandbox.freshdesk.apiKey,
            environment: environment.merging(more) { $1 }
        ) { app in
            try await Browser.withClient { client in
                try await test(
                    SettingsVisit(
                        app: app, sandbox: sandbox, folder: folder,
                        freshdeskBaseURL: server.freshdeskBaseURL.absoluteString, client: client))
            }
        }
    }

    func get(_ path: String = "") async throws -> Page {
        try await send(HTTPClientRequest(url: "http://127.0.0.1:\(app.port)/settings\(path)"))
    }

    /// Sends a form.
    /// - Parameter origin: Where the browser says the form was; `nil` says the app's own.
    func post(_ path: String, _ values: [String: String] = [:], origin: String? = nil) async throws -> Page {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(app.port)/settings\(path)")
        request.method = .POST
        request.headers.add(name: "Origin", value: origin ?? "http://127.0.0.1:\(app.port)")
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        let body = values.map { "\(Self.escaped($0))=\(Self.escaped($1))" }.joined(separator: "&")
        request.body = .bytes(ByteBuffer(string: body))
        return try await send(request)
    }

    private func send(_ request: HTTPClientRequest) async throws -> Page {
        let response = try await client.execute(request, timeout: .seconds(60))
        return Page(
            status: Int(response.status.code), text: String(buffer: try await response.body.collect(upTo: 1_000_000)))
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
