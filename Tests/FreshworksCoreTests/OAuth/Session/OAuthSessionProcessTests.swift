import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("An OAuth session of several processes", .serialized, .inTurn)
struct OAuthSessionProcessTests {
    /// How many rounds have a process killed. `.ci/soak` asks for more.
    static let rounds = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap(Int.init)

    @Test("eight processes whose token expires at once send one refresh, fifty times over", .endsIfItHangs)
    func together() async throws {
        let server = try await SandboxRefreshServer()
        defer { server.stop() }
        try await play(50, at: server)
    }

    @Test(
        "the same against Authlib", .endsIfItHangs,
        .enabled(if: AuthlibServer.isRequired || AuthlibServer.isAvailable))
    func togetherAtAuthlib() async throws {
        let server = try await AuthlibServer()
        defer { server.stop() }
        try await play(10, at: server)
    }

    private func play(_ rounds: Int, at server: any RefreshServer) async throws {
        // No process is killed here, so no claim has to run out, however busy the machine is.
        let team = try await SessionTeam(of: 8, at: server, claimMilliseconds: 300_000)
        defer { team.end() }
        for round in 1...rounds {
            try team.begin(round)
            let results = try await team.results(of: round)
            let answers = try await server.refreshAnswers()
            let record = try await team.record()
            let newest = try #require(answers.last)

            try #require(answers.count == round, "\(team.story(of: round))")
            try #require(newest.error == nil)
            try #require(results.count == 8)
            try #require(
                results.allSatisfy { $0.token == newest.accessToken && $0.attempts == 1 }, "\(team.story(of: round))")
            #expect(record.accessToken == newest.accessToken)
            #expect(record.refreshToken == newest.refreshToken)
            #expect(!record.isClaimed)
        }
    }

    @Test(
        "processes killed at any instant lose the session only between the server's answer and the store's",
        .endsIfItHangs)
    func killed() async throws {
        let server = try await SandboxRefreshServer()
        defer { server.stop() }
        let figures = try await SessionKills.play(Self.rounds ?? 50, at: server, seed: 1)
        print("The sandbox's server: \(figures)")
    }

    @Test(
        "the same against Authlib", .endsIfItHangs,
        .enabled(if: AuthlibServer.isRequired || AuthlibServer.isAvailable))
    func killedAtAuthlib() async throws {
        let server = try await AuthlibServer()
        defer { server.stop() }
        let figures = try await SessionKills.play(min(Self.rounds ?? 10, 100), at: server, seed: 2)
        print("Authlib: \(figures)")
    }
}
