import Foundation
import Freshdesk
import Synchronization
import TestSupport
import Testing

@Suite("What is known of a call beside its result")
struct AnswersTests {
    private func client(
        _ transport: any HTTPTransport, observer: (any RequestObserver)? = nil
    ) throws -> FreshdeskClient {
        let runtime = FreshworksRuntime(
            .init(paces: false, random: { 0 }), transport: transport, clock: StillClock(), observer: observer)
        return try FreshdeskClient(subdomain: "acme", credential: .apiKey("FAKEdeskKey0123456789"), runtime: runtime)
    }

    @Test("the header fields and the request id of successful calls, in their order, and of a list's every page")
    func answers() async throws {
        let transport = ScriptedTransport(
            .json(200, #"{"id":7}"#, ("X-Request-Id", "r-1"), ("X-RateLimit-Remaining", "41")),
            .json(
                200, #"[{"id":1}]"#, ("X-Request-Id", "r-2"),
                ("Link", #"<https://acme.freshdesk.com/api/v2/agents?page=2>; rel="next""#)),
            .json(200, "[]", ("X-Trace-ID", "r-3")))
        let freshdesk = try client(transport)
        let (agents, answers) = try await freshdesk.recordingAnswers { freshdesk in
            [try await freshdesk.agents.get(7)] + (try await freshdesk.agents.list().all())
        }
        #expect(agents.map(\.id) == [7, 1])
        #expect(answers.map(\.operation) == ["agents.get", "agents.list", "agents.list"])
        #expect(answers.map(\.requestID) == ["r-1", "r-2", "r-3"])
        #expect(answers.map(\.status) == [200, 200, 200])
        #expect(answers.first?.headers["x-ratelimit-remaining"] == "41")
    }

    @Test("calls of the client outside are not taken down, and a failure throws with the request id")
    func others() async throws {
        let transport = ScriptedTransport(.json(200, #"{"id":7}"#), .json(404, "", ("X-Request-Id", "r-9")))
        let freshdesk = try client(transport)
        let (_, answers) = try await freshdesk.recordingAnswers { _ in try await freshdesk.agents.get(7) }
        #expect(answers.isEmpty)
        let error = await #expect(throws: FreshworksError.self) {
            try await freshdesk.recordingAnswers { try await $0.agents.get(8) }
        }
        #expect(error?.requestID == "r-9")
    }

    @Test("an observer hears of each attempt, when it is over, and of the request id at the end")
    func attempts() async throws {
        let observer = AttemptLog()
        let transport = ScriptedTransport(
            .json(503, "{}", ("X-Request-Id", "r-1"), ("Retry-After", "2")),
            .json(429, "{}", ("X-Request-Id", "r-2"), ("Retry-After", "3")),
            .json(200, #"{"id":7}"#, ("X-Request-Id", "r-3")))
        _ = try await client(transport, observer: observer).agents.get(7)
        let seen = observer.attempts
        #expect(seen.map(\.number) == [1, 2, 3])
        #expect(seen.map(\.status) == [503, 429, 200])
        #expect(seen.map(\.requestID) == ["r-1", "r-2", "r-3"])
        #expect(seen.map(\.error) == [.serviceFailed, .rateLimited, nil])
        #expect(seen.map(\.mayHaveBeenExecuted) == [true, false, false])
        #expect(seen.map { $0.repeatsAfter.map { $0 > .zero } } == [true, true, nil])
        #expect(seen.last?.bytesReceived == 8)
        #expect(observer.outcomes.map(\.requestID) == ["r-3"])
        #expect(observer.outcomes.map(\.attempts) == [3])
    }

    @Test(
        "an attempt without an answer is told too, a canceled one as canceled, and one that was never sent not at all")
    func failures() async throws {
        let observer = AttemptLog()
        let lost = ScriptedTransport { _ in
            throw FreshworksError(.connectionFailed, "the connection broke", mayHaveBeenExecuted: true)
        }
        await #expect(throws: FreshworksError.self) {
            try await client(lost, observer: observer).agents.create(AgentDraft(email: "a@b.test", ticketScope: .group))
        }
        #expect(observer.attempts.map(\.error) == [.connectionFailed])
        #expect(observer.attempts.map(\.mayHaveBeenExecuted) == [true])

        let canceled = AttemptLog()
        let transport = ScriptedTransport { _ in throw CancellationError() }
        await #expect(throws: (any Error).self) {
            try await client(transport, observer: canceled).agents.get(7)
        }
        #expect(canceled.attempts.map(\.wasCancelled) == [true])
        #expect(canceled.attempts.map(\.error) == [nil])

        let unsent = AttemptLog()
        let refusing = ScriptedTransport { _ in throw FreshworksError(.shutDown, "the transport was shut down") }
        await #expect(throws: FreshworksError.self) { try await client(refusing, observer: unsent).agents.get(7) }
        #expect(unsent.attempts.isEmpty)
        #expect(unsent.outcomes.map(\.attempts) == [0])
    }
}

/// Remembers what it is told.
private final class AttemptLog: RequestObserver {
    private let seen = Mutex((attempts: [ObservedAttempt](), outcomes: [ObservedOutcome]()))

    var attempts: [ObservedAttempt] { seen.withLock(\.attempts) }
    var outcomes: [ObservedOutcome] { seen.withLock(\.outcomes) }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }
    func attemptEnded(_ call: ObservedCall, _ attempt: ObservedAttempt) {
        seen.withLock { $0.attempts.append(attempt) }
    }
    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) { seen.withLock { $0.outcomes.append(outcome) } }
}
