import FreshworksCore
import TestSupport
import Testing

/// The first process stops where the test says, and goes on long after its claim has run out.
extension OAuthSessionProcessTests {
    /// Long enough for those who do not stop, on a busy machine too.
    private static let claim = 8000

    @Test(
        "a process that stops between claim and request sends nothing when it wakes, and takes the winner's pair",
        .endsIfItHangs)
    func stoppedBeforeRequest() async throws {
        let server = try await SandboxRefreshServer()
        defer { server.stop() }
        let team = try await SessionTeam(of: 3, at: server, claimMilliseconds: Self.claim)
        defer { team.end() }
        try await stopFirst(of: team, at: "claim")

        try team.begin(1, from: 1)
        let others = try await team.results(of: 1, from: 1)
        let woken = try await team.workers[0].wake(in: 1)

        let answers = server.refreshAnswers()
        let pair = try #require(answers.first)
        #expect(answers.count == 1)
        #expect(others.map(\.token) == [pair.accessToken, pair.accessToken])
        #expect(woken?.token == pair.accessToken)
        try await expect(team, at: server, toHold: pair)
    }

    @Test(
        "a process that stops before its write does not overwrite the winner's pair when it wakes, but takes it",
        .endsIfItHangs)
    func stoppedBeforeWrite() async throws {
        let server = try await SandboxRefreshServer(rotates: false)
        defer { server.stop() }
        let team = try await SessionTeam(of: 3, at: server, claimMilliseconds: Self.claim)
        defer { team.end() }
        try await stopFirst(of: team, at: "pair")

        try team.begin(1, from: 1)
        let others = try await team.results(of: 1, from: 1)
        let woken = try await team.workers[0].wake(in: 1)

        let answers = server.refreshAnswers()
        try #require(answers.count == 2)
        #expect(others.map(\.token) == [answers[1].accessToken, answers[1].accessToken])
        #expect(woken?.token == answers[1].accessToken)
        let record = try await team.record()
        #expect(record.accessToken == answers[1].accessToken)
        #expect(record.generation == 2)
        #expect(!record.isClaimed)
    }

    @Test(
        "with reuse detection a process that stops before its write costs the session, and a new consent brings it back",
        .endsIfItHangs)
    func stoppedBeforeWriteWithReuseDetection() async throws {
        let server = try await SandboxRefreshServer()
        defer { server.stop() }
        let team = try await SessionTeam(of: 3, at: server, claimMilliseconds: Self.claim)
        defer { team.end() }
        try await stopFirst(of: team, at: "pair")

        try team.begin(1, from: 1)
        let others = try await team.results(of: 1, from: 1)
        #expect(others.map(\.error) == ["needs_reauthorization", "needs_reauthorization"])
        let answers = server.refreshAnswers()
        #expect(answers.map(\.error) == [nil, "invalid_grant"])
        let refusal = try #require(answers.last)
        _ = try await team.workers[0].wake(in: 1)
        let loss = SessionLoss(by: refusal, among: answers, team.reports(of: 1), killed: nil)
        #expect(loss == .stalled, "\(team.story(of: 1))")

        // The pair that came late is worth nothing to this server, which tells whoever uses it.
        try team.begin(2)
        #expect(try await team.results(of: 2).allSatisfy { $0.error == "needs_reauthorization" })
        try await team.consent()
        try team.begin(3)
        let results = try await team.results(of: 3)
        let newest = try #require(server.refreshAnswers().last?.accessToken)
        #expect(results.map(\.token) == [newest, newest, newest])
        #expect(try await team.record().refusal == nil)
    }

    @Test(
        "a pair that comes late is stored and used if there is no newer one, although others were refused meanwhile",
        .endsIfItHangs)
    func lateAfterRefusal() async throws {
        let server = try await SandboxRefreshServer(detectsReuse: false)
        defer { server.stop() }
        let team = try await SessionTeam(of: 3, at: server, claimMilliseconds: Self.claim)
        defer { team.end() }
        try await stopFirst(of: team, at: "pair")

        try team.begin(1, from: 1)
        let others = try await team.results(of: 1, from: 1)
        #expect(others.map(\.error) == ["needs_reauthorization", "needs_reauthorization"])
        let woken = try await team.workers[0].wake(in: 1)

        let pair = try #require(server.refreshAnswers().first)
        #expect(woken?.token == pair.accessToken)
        try await expect(team, at: server, toHold: pair)
    }

    @Test(
        "a pair that comes late is stored and used if another process has claimed the refresh and done nothing yet",
        .endsIfItHangs)
    func lateAfterClaim() async throws {
        let server = try await SandboxRefreshServer()
        defer { server.stop() }
        let team = try await SessionTeam(of: 3, at: server, claimMilliseconds: Self.claim)
        defer { team.end() }
        try await stopFirst(of: team, at: "pair")
        try team.workers[1].halt(at: "claim")
        try team.workers[1].begin(1)
        _ = try await team.workers[1].report("stopping", in: 1)

        let woken = try await team.workers[0].wake(in: 1)
        // The second claim runs out too, or it would be made use of.
        try await Task.sleep(for: .milliseconds(Self.claim))
        let second = try await team.workers[1].wake(in: 1)

        let answers = server.refreshAnswers()
        let pair = try #require(answers.first)
        #expect(answers.count == 1)
        #expect(woken?.token == pair.accessToken)
        #expect(second?.token == pair.accessToken)
        try await expect(team, at: server, toHold: pair)
    }

    private func stopFirst(of team: SessionTeam, at place: String) async throws {
        try team.workers[0].halt(at: place)
        try team.workers[0].begin(1)
        _ = try #require(try await team.workers[0].report("stopping", in: 1))
    }

    /// Expects that a pair is stored, and that it is good for the next round.
    private func expect(_ team: SessionTeam, at server: SandboxRefreshServer, toHold pair: RefreshAnswer) async throws {
        let record = try await team.record()
        #expect(record.accessToken == pair.accessToken)
        #expect(record.refreshToken == pair.refreshToken)
        #expect(record.refusal == nil)
        #expect(!record.isClaimed)

        try team.begin(2)
        let results = try await team.results(of: 2)
        let next = try #require(server.refreshAnswers().last)
        #expect(next.presented == pair.refreshToken)
        #expect(next.error == nil)
        #expect(results.map(\.token) == [next.accessToken, next.accessToken, next.accessToken])
    }
}
