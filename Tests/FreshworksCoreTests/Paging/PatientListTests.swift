import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A list that meets the rate limit", .endsIfItHangs)
struct PatientListTests {
    private let clock = ManualClock()

    private func client(_ transport: ScriptedTransport, paces: Bool, _ observer: WaitWatch? = nil) throws -> APIClient {
        try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(
                .init(paces: paces, random: { 0 }), transport: transport, clock: clock, observer: observer))
    }

    private func list(
        _ transport: ScriptedTransport, paces: Bool, _ observer: WaitWatch? = nil, patience: Duration? = nil
    ) throws -> PagedSequence<ListedRecord> {
        try client(transport, paces: paces, observer).list(
            ListEndpoint("agents.list", "agents", paging: .numbered), CallOptions(limitPatience: patience))
    }

    /// Reads while time passes as it is waited for, so that a list which gives up ends a test as one which waits does.
    private func inVirtualTime<Read: Sendable>(
        _ read: @escaping @Sendable () async throws -> Read
    ) async throws -> Read {
        let isOver = Mutex(false)
        let reading = Task {
            defer { isOver.withLock { $0 = true } }
            return try await read()
        }
        defer { reading.cancel() }
        try await VirtualTime.run(clock, until: { isOver.withLock { $0 } })
        return try await reading.value
    }

    @Test("waits longer for its page than a single call may, goes on, and is seen to wait", arguments: [true, false])
    func waits(paces: Bool) async throws {
        let transport = ScriptedTransport(
            .json(200, #"[{"id":1}]"#), .empty(429, ("Retry-After", "600")), .json(200, #"[{"id":2}]"#),
            .json(200, "[]"))
        let watch = WaitWatch()
        let rows = try list(transport, paces: paces, watch)
        #expect(try await inVirtualTime { try await rows.all().map(\.id) } == [1, 2])
        #expect(transport.requests.count == 4)
        #expect(watch.waits == ["agents.list general 600"])
        #expect(clock.monotonicNow >= .seconds(600))
    }

    @Test(
        "is refused window after window, more often than a call is repeated, and still goes on",
        arguments: [true, false])
    func refusedAgainAndAgain(paces: Bool) async throws {
        let count = Mutex(0)
        let transport = ScriptedTransport { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            return number <= 40 ? .empty(429, ("Retry-After", "60")) : .json(200, "[]")
        }
        let rows = try list(transport, paces: paces)
        #expect(try await inVirtualTime { try await rows.all().count } == 0)
        #expect(transport.requests.count == 41)
        #expect(clock.monotonicNow >= .seconds(2400))
    }

    @Test("waits no longer than its caller allows, and says when the limit opens", arguments: [true, false])
    func bounded(paces: Bool) async throws {
        let rows = try list(
            ScriptedTransport(.empty(429, ("Retry-After", "600"))), paces: paces, patience: .seconds(30))
        let error = await #expect(throws: FreshworksError.self) { _ = try await rows.all() }
        #expect(error?.isRateLimited == true)
        #expect(error?.retryAfter == .seconds(600))
        #expect(clock.monotonicNow == .zero)
    }

    @Test(
        "does not wait for ever for a service that refuses everything and does not say for how long",
        arguments: [true, false])
    func untold(paces: Bool) async throws {
        let rows = try list(ScriptedTransport(.empty(429)), paces: paces)
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await inVirtualTime { try await rows.all() }
        }
        #expect(error?.isRateLimited == true)
    }

    @Test("can be cancelled while it waits")
    func cancelled() async throws {
        let rows = try list(ScriptedTransport(.empty(429, ("Retry-After", "600"))), paces: true)
        let read = Task { try await rows.all() }
        try await clock.waitForSleepers(1)
        read.cancel()
        await #expect(throws: CancellationError.self) { _ = try await read.value }
    }

    @Test("as three at once on an account of 60 calls a minute, all come to their ends, visibly, without a refusal")
    func three() async throws {
        let sandbox = Sandbox(.init(clock: clock, tickets: 250, freshdeskCallsPerMinute: 60))
        let watch = WaitWatch()
        let refusals = Mutex(0)
        let busy = Mutex(0)
        let transport = ScriptedTransport { [sandbox] request in
            busy.withLock { $0 += 1 }
            defer { busy.withLock { $0 -= 1 } }
            let answer = try await sandbox.transport.send(request)
            if answer.status == 429 { refusals.withLock { $0 += 1 } }
            return answer
        }
        let runtime = FreshworksRuntime(.init(random: { 0 }), transport: transport, clock: clock, observer: watch)
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: sandbox.freshdesk.apiKey)),
            runtime: runtime)
        let done = Mutex(0)
        let listings = (0..<3).map { _ in
            Task { @Sendable in
                defer { done.withLock { $0 += 1 } }
                return try await client.list(
                    ListEndpoint<ListedRecord>(
                        "tickets.list", "tickets", query: ["per_page": 2, "updated_since": "2020-01-01T00:00:00Z"],
                        paging: .linkHeader)
                ).all().count
            }
        }
        try await VirtualTime.run(clock, isBusy: { busy.withLock { $0 } > 0 }, until: { done.withLock { $0 } == 3 })
        for listing in listings { #expect(try await listing.value == 250) }
        // 3 × 125 pages are six minutes and more.
        #expect(clock.monotonicNow >= .seconds(360))
        #expect(clock.monotonicNow < .seconds(500))
        #expect(watch.waits.count >= 6)
        #expect(refusals.withLock { $0 } == 0)
    }

    @Test("a single call fails at once when the limit opens beyond its deadline, also while it already waits in line")
    func single() async throws {
        let isOpen = Mutex(false)
        let transport = ScriptedTransport { request in
            if request.url.path.hasSuffix("slow") { try await eventually { isOpen.withLock { $0 } } }
            return .json(200, "{}", ("X-RateLimit-Total", "4"), ("X-RateLimit-Remaining", "0"))
        }
        let api = try client(transport, paces: true)
        // As many as go while the limit is unknown.
        let slow = (0..<4).map { _ in Task { @Sendable in try await api.call(.get, "slow") } }
        try await eventually { transport.requests.count == 4 }
        let lines = (0..<2).map { _ in
            Task { @Sendable in try await api.call(.get, "quick", options: CallOptions(deadline: .seconds(50))) }
        }
        try await eventually { api.runtime.state(of: api.account).pacer?.waitingCount == 2 }
        isOpen.withLock { $0 = true }
        for call in slow { _ = try await call.value }
        for line in lines {
            let error = await #expect(throws: FreshworksError.self) { try await line.value }
            #expect(error?.isRateLimited == true)
            #expect(error?.retryAfter == .seconds(60))
        }
        let late = await #expect(throws: FreshworksError.self) {
            try await api.call(.get, "quick", options: CallOptions(deadline: .seconds(50)))
        }
        #expect(late?.retryAfter == .seconds(60))
        #expect(transport.requests.count == 4)
        #expect(clock.monotonicNow == .zero)
    }
}

/// Remembers which waits it was told of.
final class WaitWatch: RequestObserver {
    private let seen = Mutex<[String]>([])

    var waits: [String] { seen.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }
    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {}
    func callWaits(_ call: ObservedCall, _ wait: ObservedWait) {
        let seconds = Int(wait.expected / .seconds(1))
        seen.withLock { $0.append("\(call.operation) \(wait.group.rawValue) \(seconds)") }
    }
}
