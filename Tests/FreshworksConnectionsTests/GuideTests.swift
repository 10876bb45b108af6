import Foundation
import Freshchat
import Freshsales
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

// What the module's page shows.
func connect(_ values: [String: String], in registry: ConnectionRegistry) async throws -> Secret {
    let draft = try CredentialForm(for: .freshchat).connection(from: values)
    for mend in draft.repairs { print(mend) }
    let added = try await registry.add(draft)
    print(added.connection.id, added.connection.verdict == .valid)
    return added.instanceToken
}

func askWhoCanAnswer(_ token: String, in registry: ConnectionRegistry) async throws -> [String] {
    guard let connection = try await registry.find(token: token) else { return [] }
    let freshchat = try FreshchatClient(connection)
    var names: [String] = []
    for try await agent in freshchat.agents.list() { names.append(agent.firstName ?? agent.id) }
    return names
}

func rotate(_ id: String, in registry: ConnectionRegistry, newToken: () async throws -> String) async throws {
    try await registry.rotateCredential(of: id) { .freshchat(token: try await newToken()) }
}

func connect(
    _ callback: URL, _ pending: PendingAuthorization, _ oauth: OAuthClient, in registry: ConnectionRegistry
) async throws -> Connection {
    let tokens = try await oauth.exchange(callback: callback, pending: pending)
    let draft = ConnectionDraft(
        name: "Acme CRM", account: try .freshsales("acme"), client: oauth.configuration, tokens: tokens)
    return try await registry.add(draft).connection
}

func bring(_ file: Data, to registry: ConnectionRegistry) async throws -> Int {
    let found = try ConnectionImport(file)
    for note in found.notes { print(note) }
    return try await registry.add(found).count
}

func crm(for user: String, in registry: ConnectionRegistry) async throws -> FreshsalesClient {
    let profile = try AuthorizationProfile(
        "CRM", for: .freshsales, mode: .perUser(fallsBack: true), baseURL: "https://{tenant}.myfreshworks.com")
    let found = try await registry.resolve(profile, user: user)
    print(found.owner == .everybody ? "the shared key" : "a key of one's own")
    return try FreshsalesClient(found.connection)
}

@Suite("The page of the module")
struct GuideTests {
    @Test("shows only code that is compiled here")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath)
        let page = here.deletingLastPathComponent()
            .appending(path: "../../Sources/FreshworksConnections/FreshworksConnections.docc/FreshworksConnections.md")
            .standardizedFileURL
        let code = try String(contentsOf: here, encoding: .utf8)
        let blocks = try String(contentsOf: page, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == 6)
        for block in blocks { #expect(code.contains(block.output.1)) }
    }

    @Test("shows code that does what the page says")
    func codeWorks() async throws {
        let world = try World()
        let (sandbox, registry) = (world.sandbox, world.registry)
        let token = try await connect(
            ["name": "Acme", "subdomain": " Acme.freshchat.com", "api_token": sandbox.freshchat.apiToken], in: registry)
        #expect(try await askWhoCanAnswer(token.reveal(), in: registry).isEmpty == false)
        let id = try #require(try await registry.find(token: token)).id
        try await rotate(id, in: registry) {
            sandbox.freshchat.rotateToken()
            return sandbox.freshchat.apiToken
        }
        #expect(try await askWhoCanAnswer(token.reveal(), in: registry).isEmpty == false)

        let callback = try #require(URL(string: "https://app.example/callback"))
        let oauth = try OAuthClient(
            .freshworks(
                organization: "acme", clientID: sandbox.oauth.clientID, clientSecret: sandbox.oauth.clientSecret,
                scopes: Sandbox.OAuthOptions.defaultScopes.filter { $0.hasPrefix("freshsales.") },
                redirectURI: callback), runtime: sandbox.runtime)
        let pending = oauth.beginAuthorization()
        let crm = try await connect(sandbox.oauth.consent(to: pending.url), pending, oauth, in: registry)
        #expect(crm.kind == .session && crm.verdict == .valid)

        let file =
            #"{"schema":1,"name":"B","product":"freshdesk","base_url":"https://b.freshdesk.com/api/v2","kind":"key","secret":{"key":"FAKEkey0123456789abcd"}}"#
        #expect(try await bring(Data(file.utf8), to: registry) == 1)
        let shared = try AuthorizationProfile(
            "CRM", for: .freshsales, mode: .preAuthorized, baseURL: "https://{tenant}.myfreshworks.com")
        _ = try await registry.add(shared.draft(tenant: "acme", key: sandbox.freshsales.apiKey))
        #expect(try await FreshworksConnectionsTests.crm(for: "ines", in: registry).contacts.views().isEmpty == false)
    }
}
