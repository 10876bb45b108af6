import FreshworksConnections
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

/// The laws of ``CredentialProvider``, for that of a stored connection.
@Suite("The credential provider of a connection", .endsIfItHangs)
struct ConnectionProviderConformanceTests {
    /// A connection as one process has it, and its store, which another process writes to.
    struct Stored: CredentialSource {
        private let world: World
        private let store: WatchedStore
        let connection: Connection

        init() async throws {
            world = try World()
            let draft = ConnectionDraft(
                name: "Chat", account: try .freshchat("acme"), credential: .freshchat(token: "FAKEtoken.one.1"))
            let id = try await world.registry.add(draft, verifies: false).connection.id
            (connection, store) = try await world.elsewhere(id)
        }

        var clock: ManualClock { world.clock }

        func set(_ token: String?) async throws {
            store.setBroken(token == nil)
            guard let token else { return }
            try await world.registry.replaceCredential(
                of: connection.id, with: .freshchat(token: token), verifies: false)
        }
    }

    private var laws: ProviderLaws<Stored> {
        get async throws { ProviderLaws(try await Stored(), holds: true) { $0.connection.credentialProvider } }
    }

    @Test("says the same credential again as long as it is the same, also when it is asked to replace it")
    func stable() async throws { try await laws.saysTheSameAgain() }

    @Test("has the newer one when the old one is rejected")
    func replaced() async throws { try await laws.hasTheNewerOne() }

    @Test("is asked again after it failed, and is not stuck")
    func failedOnce() async throws { try await laws.isAskedAgain() }

    @Test("is asked again after it failed to replace a rejected one")
    func failedToReplace() async throws { try await laws.isAskedAgainForANewerOne() }

    @Test("goes on with a credential that is still valid while its source is down")
    func sourceDown() async throws { try await laws.goesOnWhileTheSourceIsDown() }

    @Test("lets a caller that is cancelled go, and serves the next")
    func cancelled() async throws { try await laws.letsTheCancelledGo() }
}
