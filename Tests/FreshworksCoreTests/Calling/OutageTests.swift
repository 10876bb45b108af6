import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("A call in an outage")
struct OutageTests {
    private func client(
        _ transport: ScriptedTransport, _ provider: any CredentialProvider = .fixed(.freshdesk(apiKey: "FAKEkey01")),
        clock: any RuntimeClock = StillClock(), attempts: Int = 2, paces: Bool = false
    ) throws -> APIClient {
        let retry = FreshworksRuntime.Retry(maximumAttempts: attempts, firstWait: .milliseconds(1))
        return try APIClient(
            account: .freshdesk("acme"), credential: provider,
            runtime: FreshworksRuntime(.init(paces: paces, retry: retry), transport: transport, clock: clock))
    }

    private func failing(first error: FreshworksError, then response: TransportResponse) -> ScriptedTransport {
        let isFirst = Mutex(true)
        return ScriptedTransport { _ in
            let fails = isFirst.withLock { flag in
                defer { flag = false }
                return flag
            }
            if fails { throw error }
            return response
        }
    }

    @Test("ends by its deadline although the credential provider never answers, not even when cancelled")
    func hangingProvider() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport(.json(200, "{}"))
        let api = try client(transport, HangingProvider(), clock: clock)
        let call = Task { try await api.call(.get, "tickets", options: CallOptions(deadline: .seconds(10))) }
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(10))
        let error = await #expect(throws: FreshworksError.self) { _ = try await call.value }
        #expect(error?.code == .timedOut)
        #expect(error?.message == "the credential provider gave no answer before the call's deadline")
        #expect(error?.mayHaveBeenExecuted == false)
        #expect(transport.requests.isEmpty)
        await api.runtime.shutdown()
    }

    @Test("can be cancelled while the credential provider hangs")
    func cancelledProvider() async throws {
        let clock = ManualClock()
        let api = try client(ScriptedTransport(.json(200, "{}")), HangingProvider(), clock: clock)
        let call = Task { try await api.call(.get, "tickets") }
        try await clock.waitForSleepers(1)
        call.cancel()
        await #expect(throws: CancellationError.self) { _ = try await call.value }
    }

    @Test("says that the credential provider failed, also when that throws a cancellation of its own")
    func failingProvider() async throws {
        struct Sealed: Error {}
        for thrown in [Sealed(), CancellationError()] as [any Error] {
            let transport = ScriptedTransport(.json(200, "{}"))
            let api = try client(transport, .custom { throw thrown })
            let error = await #expect(throws: FreshworksError.self) { _ = try await api.call(.get, "tickets") }
            #expect(error?.code == .callFailed)
            #expect(error?.message == "the credential provider failed with an error of its own")
            #expect(transport.requests.isEmpty)
        }
    }

    @Test("that was lost and then refused may have been executed")
    func lostThenRefused() async throws {
        let failures = Mutex<[FreshworksError]>([
            FreshworksError(.connectionFailed, "lost", mayHaveBeenExecuted: true),
            FreshworksError(.connectionRefused, "refused"),
        ])
        let transport = ScriptedTransport { _ in throw failures.withLock { $0.removeFirst() } }
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await client(transport).call(.put, "tickets/1", body: [:])
        }
        #expect(error?.code == .connectionRefused)
        #expect(error?.attempts == 2)
        #expect(error?.mayHaveBeenExecuted == true)
    }

    @Test("has worked as a DELETE that was lost and finds nothing left to delete", arguments: [404, 405, 410])
    func lostDelete(status: Int) async throws {
        let answered = ScriptedTransport(.json(503, "{}"), .json(status, #"{"message":"gone"}"#))
        #expect(try await client(answered).call(.delete, "tickets/1").status == 204)
        let lost = FreshworksError(.connectionFailed, "lost", mayHaveBeenExecuted: true)
        let transport = failing(first: lost, then: .json(status, "{}"))
        try await client(transport).send(Endpoint<Void>("tickets.delete", .delete, "tickets/1"))
        #expect(transport.requests.count == 2)
    }

    @Test("has not worked as a DELETE that is refused at once, or after one that never arrived")
    func refusedDelete() async throws {
        for status in [404, 405] {
            let refused = failing(first: FreshworksError(.connectionRefused, "refused"), then: .json(status, "{}"))
            for transport in [refused, ScriptedTransport(.json(status, "{}"))] {
                let error = await #expect(throws: FreshworksError.self) {
                    _ = try await client(transport).call(.delete, "tickets/1")
                }
                #expect(error?.status == status)
            }
        }
    }

    @Test("reports the failure that it met, not that there was no time for another attempt")
    func failureBeforeTimeRanOut() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport { _ in .json(503, "{}") }
        let api = try client(transport, clock: clock)
        let call = Task { try await api.call(.get, "tickets", options: CallOptions(deadline: .seconds(10))) }
        try await clock.waitForSleepers(1)
        // The machine was suspended in the wait before the second attempt.
        clock.advance(by: .seconds(3600))
        let error = await #expect(throws: FreshworksError.self) { _ = try await call.value }
        #expect(error?.code == .serviceFailed)
        #expect(error?.status == 503)
    }

    @Test("advises to look before repeating a call that may have been executed, but not one that is safe to repeat")
    func advice() async throws {
        let look = "Before you repeat the call, look whether it took effect."
        let api = try client(ScriptedTransport(.json(503, "{}")), attempts: 1)
        let post = await #expect(throws: FreshworksError.self) { _ = try await api.call(.post, "tickets", body: [:]) }
        #expect(post?.advice == "Try again later. " + look)
        let get = await #expect(throws: FreshworksError.self) { _ = try await api.call(.get, "tickets") }
        #expect(get?.advice == "Try again later.")
    }

    @Test("is verified as rate limited when a 429 closed the account for longer than the check may take")
    func verdictBehindClosedGate() async throws {
        let transport = ScriptedTransport(.json(429, "{}", ("Retry-After", "120")))
        let api = try client(transport, paces: true)
        _ = try? await api.call(.get, "tickets")
        let result = try await api.verify()
        #expect(result.verdict == .rateLimited)
        #expect(transport.requests.count == 1)
    }

    @Test("is no verdict on the host when the check was never sent")
    func verdictWithoutAttempt() async throws {
        let clock = ManualClock()
        let api = try client(ScriptedTransport(.json(200, "{}")), HangingProvider(), clock: clock)
        let check = Task { try await api.verify() }
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(30))
        #expect(try await check.value.verdict == .inconclusive)
    }

    @Test(
        "advises a new address for a download only where the address is refused",
        arguments: [(403, true), (404, true), (429, false), (503, false)])
    func downloadAdvice(status: Int, isRefused: Bool) async throws {
        let api = try client(ScriptedTransport(.json(status, "{}")))
        let url = try #require(URL(string: "https://files.example/a?sig=1"))
        let error = await #expect(throws: FreshworksError.self) { _ = try await api.runtime.download(url) }
        #expect(error?.advice?.contains("read the record again") == isRefused)
    }

    @Test("does not advise a new address for a download that broke off")
    func brokenDownload() async throws {
        let transport = ScriptedTransport { _ in
            var error = FreshworksError(.truncatedResponse, "cut off", advice: "Try again later.")
            error.status = 200
            throw error
        }
        let url = try #require(URL(string: "https://files.example/a?sig=1"))
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await client(transport).runtime.download(url)
        }
        #expect(error?.advice == "Try again later.")
    }
}

/// Never answers, whatever happens to the task that waits.
private final class HangingProvider: CredentialProvider {
    private let waiting = Mutex<[CheckedContinuation<Credential, Never>]>([])

    func credential() async throws -> Credential {
        await withCheckedContinuation { continuation in waiting.withLock { $0.append(continuation) } }
    }

    deinit {
        for continuation in waiting.withLock({ $0 }) { continuation.resume(returning: .freshdesk(apiKey: "FAKEkey01")) }
    }
}
