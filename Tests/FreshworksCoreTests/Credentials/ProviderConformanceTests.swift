import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

/// The laws of ``CredentialProvider``, for each that the library has.
@Suite("Every credential provider", .endsIfItHangs)
struct ProviderConformanceTests {
    /// A source of a credential that can be taken away, brought back and replaced.
    final class Place: CredentialSource {
        private let folder: TemporaryFolder
        private let value = Mutex<String?>("FAKEtoken.one.1")
        let clock = ManualClock()

        init() throws {
            folder = try TemporaryFolder()
            try set("FAKEtoken.one.1")
        }

        var path: String { folder.url.appending(path: "token").path }

        func set(_ text: String?) throws {
            value.withLock { $0 = text }
            guard let text else { return try FileManager.default.removeItem(atPath: path) }
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        }

        func credential() throws -> Credential {
            struct Down: Error {}
            guard let text = value.withLock({ $0 }) else { throw Down() }
            return .freshchat(token: text)
        }

        /// A session of an authorization server that hands out what is here. The tokens that it begins with are over.
        func session() async throws -> OAuthSession {
            let server = ScriptedTransport { _ in
                guard let text = self.value.withLock({ $0 }) else { throw FreshworksError(.connectionRefused, "down") }
                return .json(
                    200,
                    #"{"access_token":"\#(text)","refresh_token":"FAKErefresh","#
                        + #""token_type":"bearer","expires_in":1800}"#)
            }
            let spent = OAuthTokens(
                accessToken: Secret("FAKEtoken.zero.0"), refreshToken: Secret("FAKErefresh"),
                obtainedAt: clock.wallNow - 3600, expiresAt: clock.wallNow - 1800)
            let runtime = FreshworksRuntime(.init(random: { 0 }), transport: server, clock: clock)
            return try await OAuthSession(
                OAuthClient(.example, runtime: runtime), store: InMemoryStore(), name: "acme", initial: spent)
        }
    }

    struct Kind: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// Whether it goes on with what it has while its source is down.
        var holds: Bool
        var make: @Sendable (Place) async throws -> any CredentialProvider

        var laws: ProviderLaws<Place> { get throws { ProviderLaws(try Place(), holds: holds, make: make) } }
    }

    static let kinds = [
        Kind(testDescription: "file", holds: true) { place in .file(place.path) { .freshchat(token: $0) } },
        Kind(testDescription: "environment", holds: true) {
            .environment(.freshchat, variables: ["FRESHCHAT_API_TOKEN_FILE": $0.path])
        },
        Kind(testDescription: "custom", holds: false) { place in .custom { try place.credential() } },
        Kind(testDescription: "cached", holds: true) { place in
            .cached(.custom { try place.credential() }, freshFor: .zero, staleFor: .seconds(600), clock: place.clock)
        },
        Kind(testDescription: "chain", holds: true) { place in
            .chain([.environment(.freshchat, variables: [:]), .file(place.path) { .freshchat(token: $0) }])
        },
        Kind(testDescription: "chain of closures", holds: false) { place in
            .chain([.custom { throw FreshworksError(.notConfigured, "not here") }, .custom { try place.credential() }])
        },
        Kind(testDescription: "session", holds: true) { try await $0.session() },
    ]

    @Test(
        "says the same credential again as long as it is the same, also when it is asked to replace it",
        arguments: kinds)
    func stable(kind: Kind) async throws { try await kind.laws.saysTheSameAgain() }

    @Test("has the newer one when the old one is rejected", arguments: kinds)
    func replaced(kind: Kind) async throws { try await kind.laws.hasTheNewerOne() }

    @Test("is asked again after it failed, and is not stuck", arguments: kinds)
    func failedOnce(kind: Kind) async throws { try await kind.laws.isAskedAgain() }

    @Test("is asked again after it failed to replace a rejected one", arguments: kinds)
    func failedToReplace(kind: Kind) async throws { try await kind.laws.isAskedAgainForANewerOne() }

    @Test("goes on with a credential that is still valid while its source is down, if it keeps one", arguments: kinds)
    func sourceDown(kind: Kind) async throws { try await kind.laws.goesOnWhileTheSourceIsDown() }

    @Test("lets a caller that is cancelled go, and serves the next", arguments: kinds)
    func cancelled(kind: Kind) async throws { try await kind.laws.letsTheCancelledGo() }

    @Test("that is fixed knows its credential at once, and has no other")
    func fixed() async throws {
        let credential = Credential.freshchat(token: "FAKEtoken.one.1")
        let inEnvironment: any CredentialProvider = .environment(
            .freshchat, variables: ["FRESHCHAT_API_TOKEN": "FAKEtoken.one.1"])
        let fixed: any CredentialProvider = .fixed(credential)
        for provider in [fixed, inEnvironment] {
            let first = try await provider.credential()
            #expect(provider.fixedCredential?.revision == first.revision)
            #expect(try await provider.credential(replacing: first) == nil)
        }
    }

    // MARK: - Particular ones

    @Test("that caches begins another load when one hangs, and those who wait for it get what comes")
    func hangingLoad() async throws {
        let clock = ManualClock()
        let (gate, opened) = AsyncStream<Void>.makeStream()
        let loads = Mutex(0)
        let provider: CachedProvider = .cached(
            .custom {
                let number = loads.withLock { count in
                    count += 1
                    return count
                }
                if number == 1 { for await _ in gate {} }
                return .freshchat(token: "FAKEtoken.\(number).x")
            }, freshFor: .seconds(60), staleFor: .zero, patience: .seconds(30), clock: clock)
        let first = Task { try await provider.credential().key }
        while loads.withLock({ $0 }) == 0 { await Task.yield() }
        clock.advance(by: .seconds(30))
        #expect(try await provider.credential().key == "FAKEtoken.2.x")
        opened.finish()
        #expect(try await first.value == "FAKEtoken.1.x")
        // What was asked for earlier does not take the newer one's place.
        #expect(try await provider.credential().key == "FAKEtoken.2.x")
    }

    @Test("that caches begins another search for a newer credential when one hangs, too")
    func hangingSearch() async throws {
        /// Its first answer about a newer credential never comes before the gate opens.
        final class Slow: CredentialProvider {
            let searches = Mutex(0)
            let gate: AsyncStream<Void>

            init(_ gate: AsyncStream<Void>) { self.gate = gate }

            func credential() async throws -> Credential { .freshchat(token: "FAKEtoken.zero.0") }

            func credential(replacing rejected: Credential) async throws -> Credential? {
                let number = searches.withLock { count in
                    count += 1
                    return count
                }
                if number == 1 { for await _ in gate {} }
                return .freshchat(token: "FAKEtoken.\(number).y")
            }
        }
        let clock = ManualClock()
        let (gate, opened) = AsyncStream<Void>.makeStream()
        let slow = Slow(gate)
        let provider: CachedProvider = .cached(
            slow, freshFor: .seconds(60), staleFor: .zero, patience: .seconds(5), clock: clock)
        let rejected = try await provider.credential()
        let first = Task { try await provider.credential(replacing: rejected)?.key }
        while slow.searches.withLock({ $0 }) == 0 { await Task.yield() }
        clock.advance(by: .seconds(5))
        #expect(try await provider.credential(replacing: rejected)?.key == "FAKEtoken.2.y")
        opened.finish()
        #expect(try await first.value != nil)
    }

    @Test("that is a chain finds an earlier one that was configured meanwhile when the chosen one is taken away")
    func chainTurnsBack() async throws {
        let texts = Mutex<[String?]>([nil, "FAKEtoken.two.2", "FAKEtoken.three.3"])
        func provider(_ index: Int) -> any CredentialProvider {
            .custom {
                guard let text = texts.withLock({ $0[index] }) else { throw FreshworksError(.notConfigured, "none") }
                return .freshchat(token: text)
            }
        }
        let chain: ChainProvider = .chain((0...2).map(provider))
        #expect(try await chain.credential().key == "FAKEtoken.two.2")
        texts.withLock { $0 = ["FAKEtoken.one.1", nil, "FAKEtoken.three.3"] }
        #expect(try await chain.credential().key == "FAKEtoken.one.1")
        texts.withLock { $0 = [nil, nil, nil] }
        let error = await #expect(throws: FreshworksError.self) { _ = try await chain.credential() }
        #expect(error?.code == .notConfigured)
        texts.withLock { $0 = [nil, nil, "FAKEtoken.three.3"] }
        #expect(try await chain.credential().key == "FAKEtoken.three.3")
    }

    @Test("that is a chain looks at all of them again when the chosen one is not configured any more")
    func chainLoosens() async throws {
        let first = Mutex<String?>("FAKEtoken.one.1")
        let chain: ChainProvider = .chain([
            .custom {
                guard let text = first.withLock({ $0 }) else { throw FreshworksError(.notConfigured, "gone") }
                return .freshchat(token: text)
            }, .fixed(.freshchat(token: "FAKEtoken.two.2")),
        ])
        #expect(try await chain.credential().key == "FAKEtoken.one.1")
        first.withLock { $0 = nil }
        #expect(try await chain.credential().key == "FAKEtoken.two.2")
        first.withLock { $0 = "FAKEtoken.three.3" }
        #expect(try await chain.credential().key == "FAKEtoken.two.2")
    }

    @Test("whose failure is final is heard at once, and the call says that and not the 401")
    func finalFailure() async throws {
        struct Ended: CredentialProvider {
            func credential() async throws -> Credential { .freshchat(token: "FAKEtoken.one.1") }
            func credential(replacing rejected: Credential) async throws -> Credential? {
                var error = FreshworksError(.init(rawValue: "lease_revoked"), "the lease was revoked")
                error.isFinal = true
                throw error
            }
        }
        let transport = ScriptedTransport(.json(401, "{}"))
        let api = try APIClient(
            account: .freshchat("acme"), credential: Ended(),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
        let error = await #expect(throws: FreshworksError.self) { _ = try await api.call(.get, "agents") }
        #expect(error?.code.rawValue == "lease_revoked")
        #expect(transport.requests.count == 1)
        #expect(try await api.verify().verdict == .invalidCredential)
    }
}
