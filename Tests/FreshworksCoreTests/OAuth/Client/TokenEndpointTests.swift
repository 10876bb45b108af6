import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("A token endpoint")
struct TokenEndpointTests {
    private static let notSent = FreshworksError(.connectionRefused, "nothing accepts connections")
    private static let lost = FreshworksError(.connectionFailed, "the connection broke", mayHaveBeenExecuted: true)

    /// Fails as given, then issues tokens.
    private func transport(_ failures: any Error...) -> ScriptedTransport {
        let left = Mutex(failures)
        return ScriptedTransport { _ in
            if let error = left.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { throw error }
            return .json(200, OAuthFixture.issued)
        }
    }

    @Test("is asked again, within bounds, when a request did not arrive")
    func didNotArrive() async throws {
        let unresolved = FreshworksError(.nameNotResolved, "unknown host")
        let fixture = try OAuthFixture(transport(Self.notSent, unresolved))
        _ = try await fixture.client.refresh(fixture.tokens)
        #expect(fixture.transport.requests.count == 3)
        #expect(fixture.observer.calls.map(\.outcome.attempts) == [3])

        let dead = try OAuthFixture(ScriptedTransport { _ in throw Self.notSent })
        let error = await #expect(throws: FreshworksError.self) { _ = try await dead.client.refresh(dead.tokens) }
        #expect(error?.code == .connectionRefused)
        #expect(error?.attempts == 4)
        #expect(error?.mayHaveBeenExecuted == false)
        #expect(dead.observer.calls.map(\.outcome.error) == [.connectionRefused])
    }

    @Test("is never asked again when a request may have arrived")
    func mayHaveArrived() async throws {
        struct Foreign: Error {}
        for failure in [Self.lost, FreshworksError(.timedOut, "late", mayHaveBeenExecuted: true), Foreign()]
            as [any Error]
        {
            let fixture = try OAuthFixture(transport(failure))
            let error = await #expect(throws: FreshworksError.self) {
                _ = try await fixture.client.refresh(fixture.tokens)
            }
            #expect(error?.mayHaveBeenExecuted == true)
            #expect(fixture.transport.requests.count == 1)
        }
        for status in [408, 425, 429, 500, 502, 503, 504] {
            #expect(try await OAuthFixture.failure(.empty(status)).attempts == 1)
        }
    }

    @Test("is not said to have carried anything out for a mere question whose answer was lost")
    func lostQuestion() async throws {
        let place = try OAuthFixture.url("https://id.example/userinfo")
        let fixture = try OAuthFixture(transport(Self.lost)) { $0.userInfoURL = place }
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await fixture.client.userInfo(fixture.tokens)
        }
        #expect(error?.code == .connectionFailed)
        #expect(error?.mayHaveBeenExecuted == false)
    }

    @Test(
        "is not said to have carried a mere question out that it failed to answer",
        arguments: [
            TransportResponse.empty(500), .json(503, "{}"), .json(200, #"{"sub":"#), .text(200, "<html></html>"),
        ])
    func failedQuestion(answer: TransportResponse) async throws {
        let place = try OAuthFixture.url("https://id.example/userinfo")
        let fixture = try OAuthFixture(ScriptedTransport(answer)) { $0.userInfoURL = place }
        let error = try #require(
            await #expect(throws: FreshworksError.self) { _ = try await fixture.client.userInfo(fixture.tokens) })
        #expect(!error.mayHaveBeenExecuted)
        #expect(!error.description.contains("may have carried out"))
        #expect(fixture.transport.requests.count == 1)
    }

    @Test("has no more time than the deadline, which counts from the call")
    func deadline() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport { _ in
            clock.advance(by: .seconds(6))
            throw Self.notSent
        }
        let client = try OAuthClient(
            OAuthFixture.configuration(),
            runtime: FreshworksRuntime(.init(random: { 0 }), transport: transport, clock: clock))
        let tokens = OAuthTokens(
            accessToken: Secret("a"), refreshToken: Secret("b"), obtainedAt: clock.wallNow, expiresAt: nil)
        await expectRefusal(.connectionRefused) { _ = try await client.refresh(tokens, deadline: .seconds(10)) }
        #expect(transport.requests.map(\.timeout) == [.seconds(10), .seconds(4)])
        await expectRefusal(.timedOut) { _ = try await client.refresh(tokens, deadline: .zero) }
        #expect(transport.requests.count == 2)
    }

    @Test(
        "that is too late at last is an error with why the request before did not arrive",
        arguments: [Self.notSent, FreshworksError(.nameNotResolved, "unknown host")])
    func causeOfLateness(cause: FreshworksError) async throws {
        let late = FreshworksError(.timedOut, "no complete answer came in time", mayHaveBeenExecuted: true)
        let refreshing = try OAuthFixture(transport(cause, late))
        let refresh = await #expect(throws: FreshworksError.self) {
            _ = try await refreshing.client.refresh(refreshing.tokens)
        }
        let exchanging = try OAuthFixture(transport(cause, cause, late))
        let pending = exchanging.client.beginAuthorization()
        let exchange = await #expect(throws: FreshworksError.self) {
            _ = try await exchanging.client.exchange(callback: OAuthFixture.callback(pending), pending: pending)
        }
        for error in [refresh, exchange] {
            #expect(error?.code == .timedOut)
            #expect((error?.underlying as? FreshworksError)?.code == cause.code)
        }
    }

    @Test("has failed for the reason of its last request where the wait for the next takes all the time")
    func causeOfLongWait() async throws {
        let clock = ManualClock()
        let transport = transport(Self.notSent)
        let client = try OAuthClient(
            OAuthFixture.configuration(),
            runtime: FreshworksRuntime(.init(random: { 1 }), transport: transport, clock: clock))
        let tokens = OAuthTokens(
            accessToken: Secret("a"), refreshToken: Secret("b"), obtainedAt: clock.wallNow, expiresAt: nil)
        let refresh = Task { try await client.refresh(tokens, deadline: .seconds(10)) }
        try await clock.waitForSleepers(1)
        // The machine slept meanwhile.
        clock.advance(by: .seconds(11))
        let error = await #expect(throws: FreshworksError.self) { _ = try await refresh.value }
        #expect(error?.code == .connectionRefused)
        #expect(error?.attempts == 1)
        #expect(transport.requests.count == 1)
    }

    @Test("has failed for the reason of its last request, also for a grant and a mere question")
    func causeOfLongWaitElsewhere() async throws {
        let place = try OAuthFixture.url("https://id.example/userinfo")
        let unresolved = FreshworksError(.nameNotResolved, "unknown host")
        for asks in [true, false] {
            let clock = ManualClock()
            var configuration = try OAuthFixture.configuration()
            configuration.userInfoURL = place
            let transport = transport(unresolved)
            let client = try OAuthClient(
                configuration, runtime: FreshworksRuntime(.init(random: { 1 }), transport: transport, clock: clock))
            let tokens = OAuthTokens(
                accessToken: Secret("a"), refreshToken: Secret("b"), obtainedAt: clock.wallNow, expiresAt: nil)
            let call = Task {
                if asks {
                    _ = try await client.userInfo(tokens, deadline: .seconds(10))
                } else {
                    _ = try await client.clientCredentials(deadline: .seconds(10))
                }
            }
            try await clock.waitForSleepers(1)
            // The machine slept meanwhile.
            clock.advance(by: .seconds(3600))
            let error = await #expect(throws: FreshworksError.self) { try await call.value }
            #expect(error?.code == .nameNotResolved)
            #expect(transport.requests.count == 1)
        }
    }

    @Test("is sought once under its other spelling, and stays where it was found for all copies of the client")
    func alternative() async throws {
        let transport = ScriptedTransport { request in
            request.url.path().hasPrefix("/org/") ? .text(404, "<html></html>") : .json(200, OAuthFixture.issued)
        }
        let fixture = try OAuthFixture(transport)
        let copy = fixture.client
        _ = try await fixture.client.refresh(fixture.tokens)
        _ = try await copy.refresh(fixture.tokens)
        #expect(
            transport.lines == ["POST /org/oauth/v2/token", "POST /oauth/v2/token", "POST /oauth/v2/token"])
        #expect(fixture.observer.calls.map(\.outcome.attempts) == [2, 1])
    }

    @Test("is found again when it moves back")
    func movesBack() async throws {
        let first = Mutex(true)
        let transport = ScriptedTransport { request in
            request.url.path().hasPrefix("/org/") == first.withLock { $0 }
                ? .json(200, OAuthFixture.issued) : .empty(404)
        }
        let fixture = try OAuthFixture(transport)
        for isFirst in [true, false, false, true, true] {
            first.withLock { $0 = isFirst }
            _ = try await fixture.client.refresh(fixture.tokens)
        }
        #expect(
            transport.lines.map { $0.contains("/org/") } == [true, true, false, false, false, true, true])
    }

    @Test("is under neither spelling when both answer 404, and under no other for any other answer")
    func noAlternative() async throws {
        let fixture = try OAuthFixture(ScriptedTransport(.empty(404)))
        await expectRefusal(.notFound) { _ = try await fixture.client.refresh(fixture.tokens) }
        await expectRefusal(.notFound) { _ = try await fixture.client.refresh(fixture.tokens) }
        #expect(fixture.transport.lines.map { $0.contains("/org/") } == [true, false, true, false])
        for status in [301, 400, 401, 403, 405, 410, 429, 500] {
            #expect(try await OAuthFixture.failure(.empty(status)).attempts == 1)
        }
    }

    @Test("is waited for by a shutdown, and not asked after it")
    func shutdown() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let isFirst = Mutex(true)
        let transport = ScriptedTransport { _ in
            let goesFirst = isFirst.withLock { first in
                defer { first = false }
                return first
            }
            guard goesFirst else { return .empty(500) }
            arrived.yield()
            for await _ in gate { break }
            return .json(200, OAuthFixture.issued)
        }
        let fixture = try OAuthFixture(transport)
        let refresh = Task { try await fixture.client.refresh(fixture.tokens) }
        for await _ in arrivals { break }
        let isDown = Mutex(false)
        let shutdown = Task {
            await fixture.client.runtime.shutdown()
            isDown.withLock { $0 = true }
        }
        // New calls are refused from the moment the shutdown began.
        var isRefused = false
        while !isRefused {
            let error = await #expect(throws: FreshworksError.self) {
                _ = try await fixture.client.refresh(fixture.tokens)
            }
            isRefused = error?.code == .shutDown
            await Task.yield()
        }
        #expect(!isDown.withLock { $0 })
        open.yield()
        _ = try await refresh.value
        await shutdown.value
        await expectRefusal(.shutDown) { _ = try await fixture.client.refresh(fixture.tokens) }
    }

    @Test("is left at once by a cancelled caller, which observers hear")
    func cancellation() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let clock = ManualClock()
        let transport = ScriptedTransport { _ in
            arrived.yield()
            try await clock.sleep(for: .seconds(60))
            return .empty(500)
        }
        let fixture = try OAuthFixture(transport)
        let refresh = Task { try await fixture.client.refresh(fixture.tokens) }
        for await _ in arrivals { break }
        refresh.cancel()
        await #expect(throws: CancellationError.self) { _ = try await refresh.value }
        #expect(fixture.observer.calls.map(\.outcome.wasCancelled) == [true])
    }
}
