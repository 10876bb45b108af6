import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A shutdown with a bound", .endsIfItHangs)
struct ShutdownTests {
    private let clock = ManualClock()

    private func client(_ transport: any HTTPTransport, observer: (any RequestObserver)? = nil) throws -> APIClient {
        try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.init(random: { 0 }), transport: transport, clock: clock, observer: observer))
    }

    /// Answers nothing until its task is cancelled.
    private static func hang() async throws -> TransportResponse {
        let (stream, _) = AsyncStream<Void>.makeStream()
        for await _ in stream {}
        throw CancellationError()
    }

    @Test(
        "cancels a call that still runs when its time is over, and the call says what became of it",
        arguments: [(TransportRequest.Method.post, true), (.get, false)])
    func cancelsSending(method: TransportRequest.Method, mayHaveBeenExecuted: Bool) async throws {
        let transport = ScriptedTransport { _ in try await Self.hang() }
        let observer = EndObserver()
        let client = try client(transport, observer: observer)
        let call = Task { try await client.call(method, "tickets/1") }
        while transport.requests.isEmpty { await Task.yield() }
        let shutdown = Task { await client.runtime.shutdown(within: .seconds(10)) }
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(10))
        let error = await #expect(throws: FreshworksError.self) { _ = try await call.value }
        #expect(error?.code == .shutDown)
        #expect(error?.mayHaveBeenExecuted == mayHaveBeenExecuted)
        #expect(error?.operation == "call")
        #expect(observer.ended.map(\.wasCancelled) == [false])
        await shutdown.value
    }

    @Test("cancels a call that waits for the rate limit, which was not sent")
    func cancelsWaiting() async throws {
        let transport = ScriptedTransport(.empty(429, ("Retry-After", "40")))
        let client = try client(transport)
        let options = CallOptions(deadline: .seconds(300))
        let call = Task { try await client.call(.post, "tickets", body: [:], options: options) }
        try await clock.waitForSleepers(1)
        let shutdown = Task { await client.runtime.shutdown(within: .seconds(1)) }
        try await clock.waitForSleepers(2)
        clock.advance(by: .seconds(1))
        let error = await #expect(throws: FreshworksError.self) { _ = try await call.value }
        #expect(error?.code == .shutDown)
        await shutdown.value
        #expect(transport.requests.count == 1)
    }

    @Test(
        "ends a call over each of the package's transports, and leaves its caller's task what it is",
        arguments: [TransportChoice.automatic, .urlSession])
    func builtInTransports(choice: TransportChoice) async throws {
        let server = try RawServer { _ in [.hold] }
        defer { server.stop() }
        let runtime = FreshworksRuntime(.init(transport: choice))
        let client = try APIClient(
            account: FreshworksAccount(.freshdesk, baseURL: "http://127.0.0.1:\(server.port)"),
            credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")), runtime: runtime)
        let caller = Task {
            let error = await #expect(throws: FreshworksError.self) {
                try await client.call(.post, "tickets", body: [:])
            }
            return (error, isCanceled: Task.isCancelled)
        }
        try await eventually { server.requests.count == 1 }
        await runtime.shutdown(within: .zero)
        let (error, isCanceled) = await caller.value
        #expect(error?.code == .shutDown)
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(!isCanceled)
        #expect(runtime.ownTransport?.pendingCount == 0)
    }

    @Test("ends a call whose provider hangs, which was not sent")
    func hangingProvider() async throws {
        let transport = ScriptedTransport(.json(200, "{}"))
        let (asked, asks) = AsyncStream<Void>.makeStream()
        let client = try APIClient(
            account: .freshdesk("acme"),
            credential: .custom {
                asks.finish()
                _ = try await Self.hang()
                return .freshdesk(apiKey: "FAKEkey0123456789abcd")
            }, runtime: FreshworksRuntime(transport: transport))
        let call = Task { try await client.call(.post, "tickets", body: [:]) }
        for await _ in asked {}
        await client.runtime.shutdown(within: .zero)
        let error = await #expect(throws: FreshworksError.self) { _ = try await call.value }
        #expect(error?.code == .shutDown)
        #expect(error?.mayHaveBeenExecuted == false)
        #expect(transport.requests.isEmpty)
    }

    @Test("ends a call that waits for its turn, which was not sent")
    func waitingForTurn() async throws {
        let transport = ScriptedTransport { _ in try await Self.hang() }
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.init(maximumConnections: 1), transport: transport))
        let calls = (0..<2).map { _ in Task { try await client.call(.post, "tickets", body: [:]) } }
        try await eventually {
            transport.requests.count == 1 && client.runtime.state(of: client.account).pacer?.waitingCount == 1
        }
        await client.runtime.shutdown(within: .zero)
        var executed: [Bool] = []
        for call in calls {
            let error = await #expect(throws: FreshworksError.self) { _ = try await call.value }
            #expect(error?.code == .shutDown)
            executed.append(error?.mayHaveBeenExecuted ?? true)
        }
        #expect(executed.count { $0 } == 1)
        #expect(transport.requests.count == 1)
    }

    @Test(
        "a call that is over sends nothing more, although its first answer asks for another attempt",
        arguments: [true, false])
    func noOtherAttempt(isShutDown: Bool) async throws {
        let end = Mutex<(@Sendable () -> Void)?>(nil)
        let transport = ScriptedTransport { _ in
            try await eventually { end.withLock { $0 != nil } }
            end.withLock { $0 }?()
            return .empty(503)
        }
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.init(retry: .init(firstWait: .zero)), transport: transport))
        let call = Task { try await client.call(.get, "tickets") }
        end.withLock { $0 = { isShutDown ? client.runtime.endCalls() : call.cancel() } }
        if isShutDown {
            let error = await #expect(throws: FreshworksError.self) { _ = try await call.value }
            #expect(error?.code == .shutDown)
        } else {
            await #expect(throws: CancellationError.self) { _ = try await call.value }
        }
        #expect(transport.requests.count == 1)
    }

    @Test("lets a call end that needs less than its time, and does not use the rest")
    func letsEnd() async throws {
        let (release, gate) = AsyncStream<Void>.makeStream()
        let transport = ScriptedTransport { _ in
            for await _ in release { break }
            return .json(200, "{}")
        }
        let client = try client(transport)
        let call = Task { try await client.call(.get, "tickets") }
        while transport.requests.isEmpty { await Task.yield() }
        let shutdown = Task { await client.runtime.shutdown(within: .seconds(10)) }
        try await clock.waitForSleepers(1)
        gate.finish()
        #expect(try await call.value.status == 200)
        await shutdown.value
        let late = await #expect(throws: FreshworksError.self) { _ = try await client.call(.get, "tickets") }
        #expect(late?.code == .shutDown)
    }

    @Test("returns also when a transport takes no notice of being cancelled")
    func stubbornTransport() async throws {
        let transport = ScriptedTransport { _ in
            await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            return .empty(200)
        }
        let client = try client(transport)
        Task { try await client.call(.get, "tickets") }
        while transport.requests.isEmpty { await Task.yield() }
        let shutdown = Task { await client.runtime.shutdown(within: .seconds(10)) }
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(10))
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(1))
        await shutdown.value
    }

    @Test("cancels at once when the task is cancelled that waits for it")
    func cancelledShutdown() async throws {
        let transport = ScriptedTransport { _ in try await Self.hang() }
        let client = try client(transport)
        let call = Task { try await client.call(.get, "tickets") }
        while transport.requests.isEmpty { await Task.yield() }
        let shutdown = Task { await client.runtime.shutdown(within: .seconds(3600)) }
        try await clock.waitForSleepers(1)
        shutdown.cancel()
        let error = await #expect(throws: FreshworksError.self) { _ = try await call.value }
        #expect(error?.code == .shutDown)
        await shutdown.value
    }

    @Test("refuses later calls by name, and no observer hears of them")
    func later() async throws {
        let observer = EndObserver()
        let client = try client(ScriptedTransport(.json(200, "{}")), observer: observer)
        await client.runtime.shutdown()
        let error = await #expect(throws: FreshworksError.self) { _ = try await client.call(.get, "tickets") }
        #expect(error?.code == .shutDown)
        #expect(error?.operation == "call")
        #expect(observer.ended.isEmpty)
    }

    @Test("ends a download, and leaves a caller's own cancellation what it is")
    func download() async throws {
        let transport = ScriptedTransport { _ in try await Self.hang() }
        let client = try client(transport)
        let url = try #require(URL(string: "https://files.example/a?sig=1"))
        let download = Task { try await client.runtime.download(url) }
        let cancelled = Task { try await client.call(.get, "tickets") }
        while transport.requests.count < 2 { await Task.yield() }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { _ = try await cancelled.value }
        let shutdown = Task { await client.runtime.shutdown(within: .zero) }
        try await clock.waitForSleepers(1)
        clock.advance(by: .milliseconds(1))
        let error = await #expect(throws: FreshworksError.self) { _ = try await download.value }
        #expect(error?.code == .shutDown)
        #expect(error?.operation == "download")
        await shutdown.value
    }
}

private final class EndObserver: RequestObserver {
    private let outcomes = Mutex<[ObservedOutcome]>([])
    var ended: [ObservedOutcome] { outcomes.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }
    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) { outcomes.withLock { $0.append(outcome) } }
}
