import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A call that fails on its way", .endsIfItHangs)
struct CallPipelineTests {
    private let clock = ManualClock()
    private let observer = OutcomeObserver()

    private func client(
        _ transport: any HTTPTransport,
        provider: any CredentialProvider = .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
        _ configuration: FreshworksRuntime.Configuration = .init(retry: .init(firstWait: .zero), random: { 0 })
    ) throws -> APIClient {
        try APIClient(
            account: .freshdesk("acme"), credential: provider,
            runtime: FreshworksRuntime(configuration, transport: transport, clock: clock, observer: observer))
    }

    private static let lost = FreshworksError(.connectionFailed, "lost", mayHaveBeenExecuted: true)
    private static let refused = FreshworksError(.connectionRefused, "refused")

    /// Fails first, then answers.
    private func failing(first error: FreshworksError) -> ScriptedTransport {
        let isFirst = Mutex(true)
        return ScriptedTransport { _ in
            let fails = isFirst.withLock { flag in
                defer { flag = false }
                return flag
            }
            if fails { throw error }
            return .json(200, #"{"id":1}"#)
        }
    }

    @Test("a POST whose answer is lost is not repeated, and its error says that it may have been executed")
    func lostPost() async throws {
        let transport = failing(first: Self.lost)
        let error = await #expect(throws: FreshworksError.self) {
            try await client(transport).call(.post, "tickets", body: [:])
        }
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(error?.attempts == 1)
        #expect(transport.requests.count == 1)
        #expect(observer.outcomes.first?.decisions == ["the call may have been executed"])
    }

    @Test("a POST that the service answers with 503 is not repeated")
    func failedPost() async throws {
        let transport = ScriptedTransport(.empty(503), .json(200, "{}"))
        let error = await #expect(throws: FreshworksError.self) {
            try await client(transport).call(.post, "tickets", body: [:])
        }
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(transport.requests.count == 1)
    }

    @Test("a call that is harmless to repeat is repeated", arguments: [TransportRequest.Method.get, .put, .delete])
    func harmless(method: TransportRequest.Method) async throws {
        for transport in [failing(first: Self.lost), ScriptedTransport(.empty(502), .json(200, "{}"))] {
            let response = try await client(transport).call(method, "tickets/1")
            #expect(response.status == 200)
            #expect(transport.requests.count == 2)
        }
    }

    @Test("a POST that nothing took is repeated")
    func refusedConnection() async throws {
        let transport = failing(first: Self.refused)
        _ = try await client(transport).call(.post, "tickets", body: [:])
        #expect(transport.requests.count == 2)
    }

    @Test("a POST refused with 429 is repeated once the wait is over, and the observer hears of all of it")
    func refusedByLimit() async throws {
        let transport = ScriptedTransport(.empty(429, ("Retry-After", "5")), .json(201, #"{"id":1}"#))
        let client = try client(transport)
        let call = Task { try await client.call(.post, "tickets", body: [:]) }
        try await clock.waitForSleepers(1)
        clock.advance(by: .milliseconds(5099))
        for _ in 0..<100 { await Task.yield() }
        #expect(transport.requests.count == 1)
        clock.advance(by: .milliseconds(1))
        #expect(try await call.value.status == 201)
        #expect(transport.requests.count == 2)
        let outcome = try #require(observer.outcomes.first)
        #expect(outcome.attempts == 2)
        #expect(outcome.waited == .milliseconds(5100))
        #expect(outcome.duration == .milliseconds(5100))
        #expect(outcome.decisions == ["the rate limit was used up"])
        #expect(outcome.status == 201)
        #expect(outcome.error == nil)
        #expect(outcome.bytesReceived == 8)
    }

    @Test("a 429 that outlasts the deadline is an error at once")
    func limitOutlastsDeadline() async throws {
        let transport = ScriptedTransport(.empty(429, ("Retry-After", "90")))
        let client = try client(transport)
        for _ in 0..<2 {
            let error = await #expect(throws: FreshworksError.self) { try await client.call(.get, "tickets") }
            #expect(error?.code == .rateLimited)
        }
        #expect(transport.requests.count == 1)
    }

    @Test("a service that always fails gets four requests for a call, and few more than one when all calls fail")
    func bounded() async throws {
        let transport = ScriptedTransport(.empty(503))
        let client = try client(transport)
        await #expect(throws: FreshworksError.self) { try await client.call(.get, "tickets") }
        #expect(transport.requests.count == 4)
        for _ in 0..<99 { await #expect(throws: FreshworksError.self) { try await client.call(.get, "tickets") } }
        // Twenty repetitions in all.
        #expect(transport.requests.count == 120)
        #expect(observer.outcomes.last?.decisions == ["too many calls of the account fail"])
    }

    @Test("a rejected key rests: calls fail without a request, and after the rest one tries again")
    func coolDown() async throws {
        let transport = ScriptedTransport(.json(401, "{}"))
        let client = try client(transport)
        for _ in 0..<10 {
            let error = await #expect(throws: FreshworksError.self) { try await client.call(.get, "tickets") }
            #expect(error?.code == .invalidCredential)
        }
        #expect(transport.requests.count == 1)
        clock.advance(by: .seconds(5))
        await #expect(throws: FreshworksError.self) { try await client.call(.get, "tickets") }
        #expect(transport.requests.count == 2)
    }

    @Test("a provider that has a newer credential does not wait for the rest")
    func newerSkipsCoolDown() async throws {
        let newer = Credential.freshdesk(apiKey: "FAKEkeynewer123456789")
        let provider = LateProvider(.freshdesk(apiKey: "FAKEkeyolder123456789"))
        let transport = ScriptedTransport {
            $0.headers["Authorization"] == "Basic RkFLRWtleW5ld2VyMTIzNDU2Nzg5Olg="
                ? .json(200, "{}") : .json(401, "{}")
        }
        let client = try client(transport, provider: provider)
        await #expect(throws: FreshworksError.self) { try await client.call(.get, "tickets") }
        provider.newer.withLock { $0 = newer }
        _ = try await client.call(.get, "tickets")
        #expect(transport.requests.count == 2)
    }

    @Test("two clients of one account share one pacer; another account has its own")
    func sharedPacer() throws {
        let runtime = FreshworksRuntime(transport: ScriptedTransport(.empty(200)), clock: clock)
        let first = runtime.state(of: try .freshdesk("acme")).pacer
        #expect(first != nil)
        #expect(first === runtime.state(of: try .freshdesk("acme")).pacer)
        #expect(first !== runtime.state(of: try .freshdesk("beta")).pacer)
    }

    @Test("Freshchat never has more than four calls under way")
    func freshchatBound() async throws {
        let under = Mutex((now: 0, most: 0))
        let transport = ScriptedTransport { _ in
            under.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            for _ in 0..<20 { await Task.yield() }
            under.withLock { $0.now -= 1 }
            return .json(200, "{}", ("X-RateLimit-Limit", "1000"), ("X-RateLimit-Remaining", "900"))
        }
        let client = try APIClient(
            account: .freshchat("acme"), credential: .fixed(.freshchat(token: "FAKE0.token1.value2")),
            runtime: FreshworksRuntime(transport: transport, clock: clock))
        try await withThrowingTaskGroup { group in
            for _ in 0..<100 { group.addTask { _ = try await client.call(.get, "agents") } }
            try await group.waitForAll()
        }
        #expect(under.withLock { $0.most } == 4)
    }

    @Test("ten thousand callers of an expired credential cause one load")
    func oneLoad() async throws {
        let loads = Mutex(0)
        let provider = CachedProvider(
            .custom {
                loads.withLock { $0 += 1 }
                for _ in 0..<1000 { await Task.yield() }
                return .freshdesk(apiKey: "FAKEkey0123456789abcd")
            }, freshFor: .seconds(60), staleFor: .zero, clock: clock)
        _ = try await provider.credential()
        clock.advance(by: .seconds(61))
        try await withThrowingTaskGroup { group in
            for _ in 0..<10_000 { group.addTask { _ = try await provider.credential() } }
            try await group.waitForAll()
        }
        #expect(loads.withLock { $0 } == 2)
    }

    @Test("a thousand calls at once without pacing are all answered, over one load of the credential")
    func thousandUnpaced() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: clock, freshdeskCallsPerMinute: 10_000))
        let loads = Mutex(0)
        let key = sandbox.freshdesk.apiKey
        let provider = CachedProvider(
            .custom {
                loads.withLock { $0 += 1 }
                return .freshdesk(apiKey: key)
            }, freshFor: .seconds(3600), staleFor: .zero, clock: clock)
        let client = try client(sandbox.transport, provider: provider, .init(paces: false))
        let statuses = try await withThrowingTaskGroup { group in
            for _ in 0..<1000 { group.addTask { try await client.call(.get, "agents/me").status } }
            return try await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses == [200: 1000])
        #expect(loads.withLock { $0 } == 1)
        #expect(sandbox.requests.count == 1000)
    }

    @Test("shutdown lets the running call end and refuses the next")
    func shutdown() async throws {
        let (release, gate) = AsyncStream<Void>.makeStream()
        let transport = ScriptedTransport { request in
            if request.url.path.hasSuffix("tickets") { for await _ in release { break } }
            return .json(200, "{}")
        }
        let client = try client(transport)
        let running = Task { try await client.call(.get, "tickets") }
        while transport.requests.isEmpty { await Task.yield() }
        let ended = Mutex(false)
        let shutdown = Task { @Sendable in
            await client.runtime.shutdown()
            ended.withLock { $0 = true }
        }
        var code: FreshworksError.Code?
        while code != .shutDown {
            do {
                _ = try await client.call(.get, "agents/me")
            } catch let error as FreshworksError {
                code = error.code
            }
            // A call that waits for nothing leaves its thread to nobody.
            await Task.yield()
        }
        #expect(!ended.withLock { $0 })
        gate.finish()
        #expect(try await running.value.status == 200)
        await shutdown.value
    }
}

final class OutcomeObserver: RequestObserver {
    private let ended = Mutex<[ObservedOutcome]>([])

    var outcomes: [ObservedOutcome] { ended.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) { ended.withLock { $0.append(outcome) } }
}

/// Goes on with its old credential until somebody asks to replace it and there is a newer one.
private final class LateProvider: CredentialProvider {
    let newer = Mutex<Credential?>(nil)
    private let old: Credential

    init(_ old: Credential) { self.old = old }

    func credential() async throws -> Credential { old }

    func credential(replacing rejected: Credential) async throws -> Credential? { newer.withLock { $0 } }
}
