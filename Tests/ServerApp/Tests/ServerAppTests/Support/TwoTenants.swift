import AsyncHTTPClient
import Foundation
import Freshsales
import FreshworksSandbox
import Testing

/// Two organizations with an account each, and a folder for an app that serves them.
struct TwoTenants {
    let acme: Organization
    let globex: Organization
    let folder: URL
    let client: HTTPClient
    /// Where browsers find the app.
    let publicURL: String

    struct Organization {
        let sandbox: Sandbox
        let server: SandboxServer

        init(_ name: String, publicURL: String) async throws {
            sandbox = Sandbox(Sandbox.Options(account: name, contacts: 0))
            sandbox.oauth.registerRedirectURI(publicURL + "/oauth/callback")
            server = try await sandbox.serve()
            let freshsales = try FreshsalesClient(
                subdomain: name, credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
            try await freshsales.contacts.create(
                ContactDraft(firstName: "Of", lastName: name) { $0.email = "sample@example.com" })
        }

        fileprivate var settings: JSONValue {
            [
                "freshsales": .string(server.freshsalesBaseURL.absoluteString),
                "freshchat": .string(server.freshchatBaseURL.absoluteString),
                "oauth": .string(server.oauthBaseURL.absoluteString),
                "clientID": .string(sandbox.oauth.clientID), "clientSecret": .string(sandbox.oauth.clientSecret),
            ]
        }
    }

    /// What the app has stored.
    var sessions: FileStore {
        get throws { try FileStore(directory: folder.appending(path: "sessions")) }
    }

    /// What of secrets lies in the registry of connections.
    var connectionFiles: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(
                at: folder.appending(path: "connections"), includingPropertiesForKeys: nil
            ).map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        }
    }

    func browser() -> Browser { Browser(client: client) }

    static func with(publicURL: String = Browser.app, _ test: (TwoTenants) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tenants-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (acme, globex) = (
            try await Organization("acme", publicURL: publicURL), try await Organization("globex", publicURL: publicURL)
        )
        defer {
            acme.server.stop()
            globex.server.stop()
        }
        let tenants: JSONValue = ["acme": acme.settings, "globex": globex.settings]
        try tenants.serialized().write(to: folder.appending(path: "tenants.json"))
        try await Browser.withClient { client in
            try await test(TwoTenants(acme: acme, globex: globex, folder: folder, client: client, publicURL: publicURL))
        }
    }

    /// Runs a test against the app. Then it ends, and what it has logged holds no secret.
    func withApp(port: Int = 0, _ test: (ServedApp) async throws -> Void) async throws {
        let environment = [
            "TENANTS_FILE": folder.appending(path: "tenants.json").path, "PUBLIC_URL": publicURL, "PORT": "\(port)",
            "SESSIONS_FOLDER": folder.appending(path: "sessions").path,
            "CONNECTIONS_FOLDER": folder.appending(path: "connections").path,
        ]
        try await ServerAppTests.withApp(
            .asyncHTTPClient, baseURL: acme.server.freshdeskBaseURL.absoluteString,
            apiKey: acme.sandbox.freshdesk.apiKey, environment: environment
        ) { app in
            try await test(app)
            app.process.terminate()
            let end = await app.process.result()
            #expect(end.status == 0)
            #expect(end.diagnostics.contains { $0.contains("GET /oauth/callback") })
            // All that the sandbox hands out is called that.
            let secrets = ["invented", "state=", acme.sandbox.oauth.clientSecret, globex.sandbox.oauth.clientSecret]
            #expect(end.diagnostics.filter { line in secrets.contains { line.contains($0) } } == [])
        }
    }
}
