import Foundation
import TestSupport
import Testing

@testable import FreshworksSandbox

/// Rounds in which one of eight processes is killed, and what became of the session.
struct SessionKills: CustomStringConvertible {
    private var rounds = 0
    /// How often the killed process had come how far.
    private var progress: [Progress: Int] = [:]
    private var losses: [SessionLoss: Int] = [:]
    /// Rounds in which a process stood still for so long that its claim may have run out, whoever was killed.
    private var stalledRounds = 0

    /// How far a process has come, by its last report.
    private enum Progress: CaseIterable {
        case withoutClaim, claimed, asking, answered, stored

        var text: String {
            switch self {
            case .withoutClaim: "without a claim"
            case .claimed: "between claim and request"
            case .asking: "while the server answered"
            case .answered: "between answer and write"
            case .stored: "after the write"
            }
        }
    }

    /// A third of a claim, in milliseconds: a process that stood still longer may have been late, and several times.
    private static let standstill = 330

    var description: String {
        let kills = Progress.allCases.map { "\(progress[$0] ?? 0) \($0.text)" }
        let lost = SessionLoss.allCases.map { "\(losses[$0] ?? 0) \($0.rawValue)" }
        return "in \(rounds) rounds a process was killed \(kills.joined(separator: ", ")); "
            + "sessions lost: \(lost.joined(separator: ", ")); "
            + "a process stood still in \(stalledRounds), which prove nothing"
    }

    /// Plays the rounds. After a loss there is a new consent.
    static func play(_ rounds: Int, at server: any RefreshServer, seed: UInt64) async throws -> SessionKills {
        var random = SeededGenerator(seed: seed, purpose: "kills")
        var kills = SessionKills()
        var team = try await SessionTeam(of: 8, at: server)
        defer { team.end() }
        for round in 1...rounds {
            let former = try await server.refreshAnswers().count
            let delay = random.below(40)
            server.delayNextAnswer(by: .milliseconds(delay))
            try team.begin(round)
            let victim = try await killOne(of: team, in: round, answerTakes: delay, &random)
            let results = try await team.results(of: round)
            let answers = Array(try await server.refreshAnswers().dropFirst(former))
            let record = try await team.record()
            let story = Comment(rawValue: team.story(of: round))

            try #require(results.count >= 7, story)
            if results.contains(where: { $0.stoodStill ?? 0 > standstill })
                || team.reports(of: round).contains(where: { $0.report.error == "timed_out" })
            {
                // On a machine that is so busy anything may be late, the server's answer included, which is given two
                // thirds of a second. The session must be usable after a consent.
                kills.stalledRounds += 1
                try await team.consent()
                try await team.replace(victim, in: round)
                continue
            }
            try #require(!record.isClaimed, story)
            if let refusal = answers.first(where: { $0.error != nil }) {
                try #require(refusal.error == "invalid_grant", story)
                let loss = SessionLoss(by: refusal, among: answers, team.reports(of: round), killed: victim)
                kills.losses[try #require(loss, story), default: 0] += 1
                let issued = answers.compactMap(\.accessToken)
                try #require(
                    results.allSatisfy { result in
                        result.error == "needs_reauthorization" || issued.contains { $0 == result.token }
                    }, story)
                try await team.consent()
            } else {
                try #require(answers.count == 1, story)
                try #require(results.allSatisfy { $0.token == answers[0].accessToken }, story)
                try #require(record.refreshToken == answers[0].refreshToken, story)
            }
            kills.rounds += 1
            kills.progress[progress(of: team.workers[victim].reports.filter { $0.round == round }), default: 0] += 1
            try await team.replace(victim, in: round)
        }
        return kills
    }

    /// Kills a process: by turns any one, and the one that refreshes, which would otherwise be hit once in eight rounds,
    /// soon after one of its steps.
    /// - Returns: Its number.
    private static func killOne(
        of team: SessionTeam, in round: Int, answerTakes delay: Int, _ random: inout SeededGenerator
    ) async throws -> Int {
        var victim = random.below(8)
        var latest = delay + 40
        if round % 2 == 0 {
            let step = random.pick(["claimed", "asking", "answered"])
            victim = try await first(to: step, of: team, in: round)
            latest = step == "asking" ? delay + 10 : 5
        }
        try await Task.sleep(for: .microseconds(random.below(latest * 1000)))
        team.workers[victim].kill()
        try await team.workers[victim].end()
        return victim
    }

    private static func first(to step: String, of team: SessionTeam, in round: Int) async throws -> Int {
        while true {
            if let found = team.reports(of: round).first(where: { $0.report.event == step }) { return found.process }
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    private static func progress(of reports: [SessionReport]) -> Progress {
        let events = Set(reports.map(\.event))
        return if events.contains("pair stored") {
            .stored
        } else if events.contains("answered") {
            .answered
        } else if events.contains("asking") {
            .asking
        } else {
            events.contains("claimed") ? .claimed : .withoutClaim
        }
    }
}

/// The ways in which a session may be lost where the server rotates refresh tokens.
enum SessionLoss: String, CaseIterable {
    /// The process that was answered was killed and nobody ever stored the pair.
    case killed = "killed before the write"
    /// The process that was answered stored the pair after its claim had run out, or gave up before it read the answer.
    case stalled = "stalled past the claim"

    /// Looks for the answer that spent the refresh token and was not stored in time; `nil` if there is none, which is a bug.
    init?(
        by refusal: RefreshAnswer, among answers: [RefreshAnswer],
        _ reports: [(process: Int, report: SessionReport)], killed victim: Int?
    ) {
        guard let spending = answers.first(where: { $0.presented == refusal.presented && $0.error == nil }),
            let asking = reports.first(where: { $0.report.event == "asking" }),
            let claim = reports.first(where: { $0.process == asking.process && $0.report.event == "claimed" })
        else { return nil }
        let stored = reports.first { $0.report.refreshToken == spending.refreshToken }
        if asking.process == victim, stored == nil {
            // It must not have used the pair either.
            guard !reports.contains(where: { $0.process == victim && $0.report.event == "done" }) else { return nil }
            self = .killed
            return
        }
        let end = stored ?? reports.first { $0.process == asking.process && $0.report.event == "answered" }
        // The server is given two thirds of a claim, which lasts a second.
        guard let end, end.report.nanoseconds - claim.report.nanoseconds > 660_000_000 else { return nil }
        self = .stalled
    }
}
