import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A list that meets the rate limit", .timeLimit(.minutes(10)))
struct PatientListTests {
    private let clock = ManualClock()

    private func list(_ transport: ScriptedTransport, paces: Bool) throws -> PagedSequence<ListedRecord> {
        try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.init(paces: paces, random: { 0 }), transport: transport, clock: clock)
        ).list(ListEndpoint("agents.list", "agents", paging: .numbered))
    }

    @Test("waits longer for its page than a single call may, and goes on", arguments: [true, false])
    func waits(paces: Bool) async throws {
        let transport = ScriptedTransport(
            .json(200, #"[{"id":1}]"#), .empty(429, ("Retry-After", "600")), .json(200, #"[{"id":2}]"#),
            .json(200, "[]"))
        let rows = try list(transport, paces: paces)
        let ids = Task { try await rows.all().map(\.id) }
        try await clock.waitForSleepers(1)
        #expect(transport.requests.count == 2)
        clock.advance(by: .seconds(601))
        #expect(try await ids.value == [1, 2])
        #expect(transport.requests.count == 4)
    }

    @Test("does not wait for ever: what the limit keeps back for more than an hour is an error with the time")
    func gives() async throws {
        let rows = try list(ScriptedTransport(.empty(429, ("Retry-After", "3601"))), paces: false)
        let error = await #expect(throws: FreshworksError.self) { _ = try await rows.all() }
        #expect(error?.isRateLimited == true)
        #expect(error?.retryAfter == .seconds(3601))
        let untold = try list(ScriptedTransport(.empty(429)), paces: false)
        let isOver = Mutex(false)
        let read = Task {
            defer { isOver.withLock { $0 = true } }
            return try await untold.all()
        }
        // The repetitions of the call itself.
        while !isOver.withLock({ $0 }) {
            await Task.yield()
            if clock.sleeperCount > 0 { clock.advance(by: .seconds(20)) }
        }
        let other = await #expect(throws: FreshworksError.self) { _ = try await read.value }
        #expect(other?.isRateLimited == true)
    }

    @Test("can be cancelled while it waits")
    func cancelled() async throws {
        let rows = try list(ScriptedTransport(.empty(429, ("Retry-After", "600"))), paces: true)
        let read = Task { try await rows.all() }
        try await clock.waitForSleepers(1)
        read.cancel()
        await #expect(throws: CancellationError.self) { _ = try await read.value }
    }
}
