import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import Testing

@Suite("OAuth sessions of three processes whose steps interleave at random", .serialized)
struct OAuthSessionInterleavingTests {
    private static let claimTime = Duration.seconds(1)

    @Test("no order of steps makes two of them use one refresh token, nor does a store that fails to claim or release")
    func orders() async throws {
        for seed in 1...100 as ClosedRange<UInt64> {
            #expect(try await reuse(seed: seed, .init(storeFailures: 4)) == nil, "seed \(seed)")
        }
    }

    @Test("with kills, a refresh token comes back only if the one who spent it died before it could store the next")
    func kills() async throws {
        var losses = 0
        for seed in 1...100 as ClosedRange<UInt64> {
            let reuse = try await reuse(seed: seed, .init(kills: 4))
            #expect([nil, .killed].contains(reuse), "seed \(seed)")
            if reuse != nil { losses += 1 }
        }
        #expect(losses > 0)
    }

    @Test("with stalls, a refresh token comes back only if somebody's claim ran out while its request was under way")
    func stalls() async throws {
        var losses: Set<TurnServer.Reuse> = []
        for seed in 1...100 as ClosedRange<UInt64> {
            guard let reuse = try await reuse(seed: seed, .init(kills: 1, stalls: 6)) else { continue }
            #expect(reuse != .inexcusable, "seed \(seed)")
            losses.insert(reuse)
        }
        #expect(losses.contains(.stalled) && losses.contains(.late))
    }

    /// Plays three rounds, each of which begins with an expired session.
    /// - Returns: What cost the session, if it was lost.
    private func reuse(seed: UInt64, _ mischief: SessionTurns.Mischief) async throws -> TurnServer.Reuse? {
        let turns = SessionTurns(seed: seed)
        let server = TurnServer(turns, claimTime: Self.claimTime)
        let store = InMemoryStore()
        let tokens = OAuthTokens(
            accessToken: Secret("access-1"), refreshToken: Secret("refresh-1"),
            obtainedAt: Date(timeIntervalSince1970: 1_748_865_600),
            expiresAt: Date(timeIntervalSince1970: 1_748_865_600 + 1800))
        var sessions: [Int: OAuthSession] = [:]
        for process in 0..<3 {
            let clock = TurnClock(turns: turns, process: process, skew: Double(turns.below(1200) - 600))
            let runtime = FreshworksRuntime(
                .init(random: { 0 }), transport: TurnTransport(server: server, turns: turns, process: process),
                clock: clock)
            let client = try OAuthClient(.example, runtime: runtime)
            let view = TurnStore(
                store: store, turns: turns, process: process, server: server, failures: mischief.storeFailures)
            let opened = Mutex<OAuthSession?>(nil)
            await turns.play([process], .init()) { _ in
                let session = try? await OAuthSession(
                    client, store: view, name: "acme", initial: process == 0 ? tokens : nil,
                    options: .init(claimTime: Self.claimTime))
                opened.withLock { $0 = session }
            }
            while !clock.isPatient.isSet { await Task.yield() }
            let session: OAuthSession = try #require(opened.withLock { $0 })
            sessions[process] = session
        }
        for _ in 1...3 {
            turns.advance(by: .seconds(3600))
            server.fail(turns.below(4) / 2)
            let alive = sessions.filter { !turns.killed.contains($0.key) }
            let ends = Mutex<[Int: String]>([:])
            await turns.play(alive.keys.sorted(), mischief) { [alive] process in
                for _ in 1...6 {
                    do {
                        let token = try await alive[process]?.token
                        return ends.withLock { $0[process] = token }
                    } catch {
                        ends.withLock { $0[process] = "\(error)" }
                    }
                }
            }
            if let reuse = server.reuses.first { return reuse }
            let newest = "access-\(server.generation)"
            for (process, end) in ends.withLock({ $0 }) where !turns.killed.contains(process) {
                #expect(end == newest, "seed \(seed)")
            }
        }
        return nil
    }
}
