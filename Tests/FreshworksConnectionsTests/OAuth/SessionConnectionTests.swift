import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksConnections

@Suite("A connection whose credential is an OAuth session", .endsIfItHangs)
struct SessionConnectionTests {
    private let world: World
    private let oauth: OAuthClient

    init() throws {
        world = try World()
        let sandbox = world.sandbox
        oauth = try OAuthClient(
            .freshworks(
                organization: "acme", clientID: sandbox.oauth.clientID, clientSecret: sandbox.oauth.clientSecret,
                scopes: Sandbox.OAuthOptions.defaultScopes.filter { $0.hasPrefix("freshsales.") },
                redirectURI: try #require(URL(string: "https://app.example/callback"))), runtime: sandbox.runtime)
    }

    private func consent() async throws -> OAuthTokens {
        let pending = oauth.beginAuthorization()
        return try await oauth.exchange(callback: world.sandbox.oauth.consent(to: pending.url), pending: pending)
    }

    private func added(_ name: String = "CRM") async throws -> AddedConnection {
        try await world.registry.add(
            ConnectionDraft(
                name: name, account: .freshsales("acme"), client: oauth.configuration, tokens: try await consent()))
    }

    /// How many refreshes the server has answered, and whether one of them was a reuse.
    private var refreshes: (count: Int, refused: Int) {
        let answers = world.sandbox.oauth.tokenAnswers.filter { $0.grant == .refreshToken }
        return (answers.count, answers.count { $0.status != 200 })
    }

    private func call(_ connection: Connection) async throws {
        _ = try await FreshsalesClient(connection).call(.get, "contacts/filters")
    }

    @Test("is verified and stored in one value, and its tokens are refreshed there")
    func life() async throws {
        let added = try await self.added()
        #expect(added.connection.kind == .session && added.connection.verdict == .valid)
        try await call(added.connection)
        #expect(refreshes.count == 0)
        world.clock.advance(by: .seconds(7200))
        try await call(added.connection)
        #expect(refreshes.count == 1)
        // Another process goes on with what is stored.
        let (there, _) = try await world.elsewhere(added.connection.id)
        try await call(there)
        #expect(refreshes.count == 1)
        #expect(try await world.registry.find(token: added.instanceToken)?.id == added.connection.id)
        // Record and name, nothing else.
        #expect(try await world.store.keys(prefix: "").count == 2)
        try await world.registry.delete(added.connection.id)
        #expect(try await world.store.keys(prefix: "") == [])
        #expect(await code { try await call(added.connection) } == .connectionDeleted)
    }

    @Test("is refreshed once for each token by many tasks of many processes, while others change the connection")
    func manyProcesses() async throws {
        let id = try await self.added().connection.id
        var places: [Connection] = []
        for _ in 0..<4 { places.append(try await world.elsewhere(id).connection) }
        for round in 1...10 {
            world.clock.advance(by: .seconds(7200))
            let running = Watched { [places] in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<40 { group.addTask { try await call(places[number % 4]) } }
                    group.addTask { try await world.registry.retag(id, ["round \(round)"]) }
                    group.addTask { try await world.registry.describe(id, as: "round \(round)") }
                    try await group.waitForAll()
                }
            }
            while !running.isOver { try await world.pass(.seconds(1)) }
            try await running.value
            #expect(refreshes.count == round && refreshes.refused == 0)
            let now = try await world.registry.get(id)
            #expect(now.tags == ["round \(round)"] && now.description == "round \(round)")
        }
    }

    @Test("whose access token is rejected is refreshed, and one whose consent is gone asks for another")
    func rejected() async throws {
        let added = try await self.added().connection
        try await call(added)
        world.sandbox.oauth.revokeAccessTokens()
        try await call(added)
        #expect(refreshes.count == 1)
        world.sandbox.oauth.revokeAll()
        #expect(await code { try await call(added) } == .needsReauthorization)
        #expect(try await world.registry.verify(added.id).verdict != .valid)
        let client = try await world.registry.oauthClient(of: added.id)
        #expect(client.configuration.clientID == world.sandbox.oauth.clientID && client.configuration.usesPKCE)
        try await world.registry.reauthorize(added.id, with: try await consent())
        try await call(added)
        try await call(try await world.elsewhere(added.id).connection)
        #expect(try await world.registry.verify(added.id).verdict == .valid)
    }

    @Test("keeps its session when it is renamed and disabled, and gives it up for another credential")
    func changes() async throws {
        let added = try await self.added().connection
        try await world.registry.rename(added.id, to: "Other")
        #expect(
            await code { try await world.registry.replaceSecret(of: added.id, with: Secret("x")) } == .invalidArgument)
        try await world.registry.disable(added.id)
        #expect(await code { try await call(added) } == .connectionDisabled)
        #expect(try await world.registry.verify(added.id).verdict == .valid)
        try await world.registry.enable(added.id)
        #expect(try await world.registry.get(added.id).kind == .session)
        try await call(added)
        let key = world.sandbox.freshsales.apiKey
        let changed = try await world.registry.replaceCredential(of: added.id, with: .freshsales(apiKey: key))
        #expect(changed.kind == .key)
        try await call(added)
        let bytes = try await world.store.contents()
        #expect(bytes.range(of: Data(world.sandbox.oauth.clientSecret.utf8)) == nil)
        #expect(await code { try await world.registry.reauthorize(added.id, with: consent()) } == .invalidArgument)
    }

    @Test("shows no token, and exports none: a copy would be refreshed beside the original, which ends both")
    func secrecy() async throws {
        let added = try await self.added()
        let kept = try #require(try await world.registry.kept(added.connection.id)).record
        let session = try #require(kept.session)
        let token = try #require(session.accessToken).reveal()
        let secrets = [token, world.sandbox.oauth.clientSecret]
        for value in [added, added.connection, kept, session, world.registry] as [Any] {
            #expect(!Exposure(of: value).shows(secrets), "\(type(of: value))")
        }
        let exported = try await world.registry.export([added.connection.id], secrets: .inPlainText)
        for secret in secrets { #expect(!exported.description.contains(secret)) }
        #expect(exported.arrayValue?[0]["kind"] == "oauth_session")
        let error = #expect(throws: FreshworksError.self) { try ConnectionImport(exported) }
        #expect(error?.fieldErrors.map(\.field) == ["$[0].secret"])
        #expect(
            await code { try await world.registry.export([added.connection.id], as: .basicForm, secrets: .inPlainText) }
                == .invalidArgument)
    }

    @Test("goes to another host with a token that lives, though the one that is kept has ended")
    func hostChange() async throws {
        let draft = ConnectionDraft(
            name: "CRM", account: try .freshsales("other"), client: oauth.configuration, tokens: try await consent())
        let added = try await world.registry.add(draft, verifies: false).connection
        world.clock.advance(by: .seconds(7200))
        let moved = try await world.registry.changeHost(of: added.id, to: .freshsales("acme"))
        #expect(moved.verdict == .valid && moved.kind == .session)
        #expect(refreshes.count == 1)
        try await call(moved)
        #expect(refreshes.count == 1)
        #expect(await code { try await call(added) } == .connectionMoved)
    }

    @Test("that was disabled meanwhile has no token for a call that was rejected")
    func disabledUnderWay() async throws {
        let added = try await self.added().connection
        let provider = added.credentialProvider
        let rejected = try await provider.credential()
        try await world.registry.disable(added.id)
        #expect(await code { _ = try await provider.credential(replacing: rejected) } == .connectionDisabled)
        #expect(refreshes.count == 0)
    }
}
