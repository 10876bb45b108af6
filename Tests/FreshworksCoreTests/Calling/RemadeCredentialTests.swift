import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("A credential that its provider makes anew each time")
struct RemadeCredentialTests {
    private static let dead = "FAKEkey0123456789abcd"
    private static let live = "FAKEkey9876543210abcd"

    /// What somebody writes who reads a secret store: a value without memory.
    private struct Own: CredentialProvider {
        let key: @Sendable () -> String

        func credential() async throws -> Credential { .freshdesk(apiKey: key()) }
    }

    private let clock = ManualClock()
    private let transport = ScriptedTransport { request in
        let isLive = request.headers["Authorization"] == Self.header(of: Self.live)
        return isLive ? .json(200, "{}") : .empty(401)
    }

    private static func header(of key: String) -> String { "Basic \(Data("\(key):X".utf8).base64EncodedString())" }

    private func client(_ provider: any CredentialProvider, on runtime: FreshworksRuntime? = nil) throws -> APIClient {
        let runtime = runtime ?? FreshworksRuntime(.init(random: { 0 }), transport: transport, clock: clock)
        return try APIClient(account: .freshdesk("acme"), credential: provider, runtime: runtime)
    }

    private func code(of client: APIClient) async -> FreshworksError.Code? {
        do {
            _ = try await client.call(.get, "agents/me")
            return nil
        } catch { return (error as? FreshworksError)?.code }
    }

    @Test("is sent once while it is wrong, and once more after five seconds", arguments: [false, true])
    func once(isCached: Bool) async throws {
        let own = Own { Self.dead }
        let client = try client(
            isCached ? CachedProvider(own, freshFor: .zero, staleFor: .zero, clock: clock) : own)
        for _ in 0..<5 { #expect(await code(of: client) == .invalidCredential) }
        #expect(transport.requests.count == 1)
        await withTaskGroup(of: FreshworksError.Code?.self) { group in
            for _ in 0..<20 { group.addTask { await code(of: client) } }
            for await code in group { #expect(code == .invalidCredential) }
        }
        #expect(transport.requests.count == 1)
        clock.advance(by: .seconds(5))
        #expect(await code(of: client) == .invalidCredential)
        #expect(transport.requests.count == 2)
    }

    @Test("is followed by the next call as soon as its value is another one")
    func heals() async throws {
        let key = Mutex(Self.dead)
        let client = try client(Own { key.withLock { $0 } })
        #expect(await code(of: client) == .invalidCredential)
        key.withLock { $0 = Self.live }
        #expect(await code(of: client) == nil)
        #expect(transport.requests.count == 2)
    }

    @Test("keeps nobody else of the account from calling")
    func others() async throws {
        let runtime = FreshworksRuntime(.init(random: { 0 }), transport: transport, clock: clock)
        let (wrong, right) = (try client(Own { Self.dead }, on: runtime), try client(Own { Self.live }, on: runtime))
        for _ in 0..<3 {
            #expect(await code(of: wrong) == .invalidCredential)
            #expect(await code(of: right) == nil)
        }
        #expect(transport.requests.count == 4)
    }
}
