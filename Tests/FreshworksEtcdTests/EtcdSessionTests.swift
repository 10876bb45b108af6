import Foundation
import FreshworksEtcd
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite(
    "A session of several processes over etcd", .serialized, .inTurn, .endsIfItHangs,
    .enabled(if: EtcdServers.canRun, "\(EtcdServers.reason)"))
struct EtcdSessionTests {
    /// How often a member is killed. `.ci/soak` asks for fifty.
    private static let rounds = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap(Int.init) ?? 3

    @Test("eight processes refresh once for each token while one of three members is killed in every round")
    func kills() async throws {
        let server = try await SandboxRefreshServer()
        defer { server.stop() }
        let servers = try await EtcdServers.start(3)
        let address = servers.address(prefix: "sessions")
        // No process stops here, so no claim has to run out, however long a cluster takes to choose a leader.
        let team = try await SessionTeam(
            of: 8, at: server, with: EtcdStore(address: address, variables: [:]), at: address,
            claimMilliseconds: 300_000)
        defer { team.end() }
        var random = SeededGenerator(seed: 1)
        var figures = Figures()
        for round in 1...Self.rounds {
            // By turns any member, and the one that leads, which takes changes with it that are under way.
            let leader = try await servers.leader()
            let victim = round % 2 == 0 ? leader : Int.random(in: 0..<3, using: &random)
            if victim == leader { figures.leaders += 1 }
            let delay = Int.random(in: 0..<60, using: &random)
            server.delayNextAnswer(by: .milliseconds(Int.random(in: 0..<40, using: &random)))
            let start = ContinuousClock.now
            try team.begin(round)
            try await Task.sleep(for: .milliseconds(delay))
            try await servers.kill(victim)
            let results = try await team.results(of: round)
            figures.longest = max(figures.longest, ContinuousClock.now - start)
            let answers = server.refreshAnswers()
            let newest = try #require(answers.last)
            let story = Comment(rawValue: team.story(of: round))

            try #require(answers.count == round, story)
            try #require(answers.allSatisfy { $0.error == nil }, story)
            try #require(results.count == 8, story)
            try #require(results.allSatisfy { $0.token == newest.accessToken }, story)
            figures.repeated += results.count { $0.attempts != 1 }
            // What one process could not store at once, it stores later.
            while try await team.record().accessToken != newest.accessToken {
                try await Task.sleep(for: .milliseconds(20))
            }
            try await servers.restart(victim)
        }
        print("etcd: \(Self.rounds) rounds, \(figures)")
    }

    private struct Figures: CustomStringConvertible {
        var leaders = 0
        var repeated = 0
        var longest = Duration.zero

        var description: String {
            "\(leaders) of the killed members led; \(repeated) processes asked more than once; the longest round took "
                + "\(longest / .milliseconds(1)) ms; one refresh for each token"
        }
    }

    @Test("a token that lives is used while all members are down, and the work resumes by itself")
    func down() async throws {
        let server = try await SandboxRefreshServer()
        defer { server.stop() }
        let servers = try await EtcdServers.start(1)
        let store = try EtcdStore(endpoints: servers.endpoints)
        let clock = MovedClock()
        let client = try OAuthClient(server.configuration, runtime: FreshworksRuntime(clock: clock))
        let tokens = try await client.tokens(username: server.username, password: Secret(server.password))
        let session = try await OAuthSession(client, store: store, name: "acme", initial: tokens)
        let first = try await session.credential()
        try await servers.kill(0)

        // Stale: a refresh is tried behind, and fails.
        clock.move(to: .seconds(1700))
        #expect(try await session.credential().revision == first.revision)
        // Ended: the error says what is down.
        clock.move(to: .seconds(7200))
        let error = try await #require(throws: FreshworksError.self) { _ = try await session.credential() }
        #expect("\(error) \(error.underlying.map { "\($0)" } ?? "")".contains("no etcd can be reached"))
        #expect(server.refreshAnswers().isEmpty)

        try await servers.restart(0)
        clock.move(to: .seconds(7400))
        let next = try await session.credential()
        #expect(next.revision != first.revision)
        #expect(server.refreshAnswers().count == 1)
        let again = try await OAuthSession(client, store: store, name: "acme")
        guard case .accessToken(let stored) = try await again.credential().form, case .accessToken(stored) = next.form
        else {
            Issue.record("the new token is not the stored one")
            return
        }
    }
}

/// The machine's clocks, both ahead by a time that can be changed.
private final class MovedClock: RuntimeClock {
    private let system = SystemClock()
    private let offset = Mutex(Duration.zero)

    var monotonicNow: Duration { system.monotonicNow + offset.withLock { $0 } }
    var wallNow: Date { system.wallNow + offset.withLock { $0 } / .seconds(1) }

    func move(to offset: Duration) { self.offset.withLock { $0 = offset } }

    func sleep(until deadline: Duration) async throws {
        try await system.sleep(until: deadline - offset.withLock { $0 })
    }
}
