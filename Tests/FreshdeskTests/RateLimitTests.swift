import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

/// A list would wait until the limit opens, which on a clock that stands still it never does.
private let impatient = CallOptions(limitPatience: .zero)

@Suite("How Freshdesk calls count against the rate limit")
struct RateLimitTests {
    /// A clock that stands still and on which every wait is over at once: a call that would have to wait gives up.
    private struct StandingClock: RuntimeClock {
        let monotonicNow = Duration.zero
        let wallNow = Date(timeIntervalSince1970: 0)
        func sleep(until deadline: Duration) async throws {}
    }

    typealias Call = @Sendable (FreshdeskClient) async throws -> Void

    struct Priced: Sendable {
        let cost: Int
        let call: Call

        init(_ cost: Int, _ call: @escaping Call) {
            self.cost = cost
            self.call = call
        }
    }

    private func client(_ wire: ScriptedTransport) throws -> FreshdeskClient {
        try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(transport: wire, clock: StandingClock()))
    }

    @Test(
        "what is embedded costs: one call more for each in a view, two in a list",
        arguments: [
            Priced(1) { _ = try await $0.tickets.get(311) },
            Priced(2) { _ = try await $0.tickets.get(311, include: [.conversations]) },
            Priced(3) { _ = try await $0.tickets.get(311, include: [.company, .requester]) },
            Priced(1) { _ = try await $0.tickets.list(options: impatient).all() },
            Priced(3) { _ = try await $0.tickets.list(TicketFilter(include: [.stats]), options: impatient).all() },
            Priced(5) {
                _ = try await $0.tickets.list(
                    updatedSince: utc(2025, 1, 1), include: [.stats, .requester], options: impatient
                ).all()
            },
            Priced(7) {
                _ = try await $0.tickets.list(
                    TicketFilter(include: [.stats, .requester, .description]), options: impatient
                ).all()
            },
        ])
    func costs(priced: Priced) async throws {
        for (left, isSent) in [(priced.cost, true), (priced.cost - 1, false)] {
            let wire = ScriptedTransport { request in
                .json(
                    200, request.url.path.hasSuffix("tickets") ? "[]" : #"{"id":1}"#, ("X-RateLimit-Total", "50"),
                    ("X-RateLimit-Remaining", "\(left)"))
            }
            let client = try client(wire)
            _ = try await client.agents.me()
            if isSent {
                try await priced.call(client)
            } else {
                // The pacer knows that waiting is in vain.
                await expectRefusal(.rateLimited) { try await priced.call(client) }
            }
            #expect(wire.requests.count == (isSent ? 2 : 1))
        }
    }

    @Test(
        "a 429 of a sub-limit stops the calls that count with it, and no others",
        arguments: [
            { _ = try await $0.tickets.create(TicketDraft(requester: .id(1), subject: "S", description: "D")) },
            { _ = try await $0.tickets.update(311, TicketUpdate { $0.status = .open }) },
            { _ = try await $0.tickets.list(options: impatient).all() },
            { _ = try await $0.contacts.list(options: impatient).all() },
        ] as [Call])
    func subLimits(call: @escaping Call) async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"id":1}"#, ("X-RateLimit-Total", "50"), ("X-RateLimit-Remaining", "40")),
            .empty(429, ("Retry-After", "3600")), .json(200, #"{"id":1}"#))
        let client = try client(wire)
        _ = try await client.agents.me()
        await expectRefusal(.rateLimited) { try await call(client) }
        #expect(wire.requests.count == 2)
        await expectRefusal(.rateLimited) { try await call(client) }
        #expect(wire.requests.count == 2)
        _ = try await client.tickets.get(311)
        _ = try await client.contacts.get(5)
        #expect(wire.requests.count == 4)
    }

    @Test("a plan without calls is told apart from a limit that is used up, and nobody waits for it")
    func noPlan() async throws {
        let desk = try SandboxDesk(Sandbox.Options(clock: StillClock(), freshdeskCallsPerMinute: 0))
        // The second is not refused for what the first was answered, and an administrator's call not for lack of an
        // administrator's key.
        for _ in 1...2 {
            let error = await #expect(throws: FreshworksError.self) { _ = try await desk.client.adminGroups.get(1) }
            #expect(error?.code == .forbidden)
            #expect(error?.status == 429)
            #expect(error?.isRateLimited == false && error?.isRetryable == false)
            #expect(error?.retryAfter == nil)
            #expect(error?.attempts == 1)
            #expect(error?.message.hasPrefix("the account's plan has no API: it allows 0 calls") == true)
            #expect(error?.advice == "Take a plan with API calls; waiting does not help.")
        }
        let verification = try await desk.client.verify()
        #expect(verification.verdict == .forbidden)
        #expect(verification.status == 429)
        #expect(verification.rateLimit?.total == 0)
        #expect(verification.advice.hasPrefix("The plan of acme.freshdesk.com has no API: it allows 0 calls;"))
        #expect(desk.sandbox.requests.count == 3)
    }

    @Test("a limit that is used up is no plan without calls")
    func usedUp() async throws {
        let desk = try SandboxDesk(Sandbox.Options(clock: StillClock(), freshdeskCallsPerMinute: 1))
        _ = try await desk.client.agents.me()
        let verification = try await desk.client.verify(CallOptions(deadline: .seconds(1)))
        #expect(verification.verdict == .rateLimited)
        #expect(verification.advice.hasSuffix("or look whether its plan has API calls at all."))
    }

    @Test("when all calls are there again is concluded from when a window was first seen, or told by a refusal")
    func resets() async throws {
        let clock = ManualClock()
        let answers: [TransportResponse] = [40, 39, 48].map {
            .json(200, #"{"id":1}"#, ("X-RateLimit-Total", "50"), ("X-RateLimit-Remaining", "\($0)"))
        }
        let wire = ScriptedTransport(
            answers[0], answers[1], answers[2],
            .empty(429, ("X-RateLimit-Remaining", "0"), ("Retry-After", "30")))
        let client = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(.init(random: { 0 }), transport: wire, clock: clock))
        let start = clock.wallNow
        var secondsToReset: Double? {
            get async { await client.rateLimit?.resetsAt?.timeIntervalSince(start) }
        }
        #expect(await client.rateLimit == nil)
        _ = try await client.tickets.get(1)
        #expect(await secondsToReset == 60)
        clock.advance(by: .seconds(20))
        _ = try await client.tickets.get(1)
        #expect(await client.rateLimit?.remaining == 39)
        #expect(await secondsToReset == 60)
        // The next window was not seen yet.
        clock.advance(by: .seconds(45))
        #expect(await client.rateLimit?.remaining == 50)
        #expect(await secondsToReset == 120)
        clock.advance(by: .seconds(5))
        _ = try await client.tickets.get(1)
        #expect(await secondsToReset == 130)
        clock.advance(by: .seconds(10))
        let short = CallOptions(deadline: .seconds(20))
        await expectRefusal(.rateLimited) { _ = try await client.tickets.get(1, options: short) }
        // A tenth of a second more than the service asks for, because clocks differ.
        let seconds = try #require(await secondsToReset)
        #expect(abs(seconds - 110.1) < 0.001)
        #expect(await client.rateLimit?.remaining == 0)
    }

    @Test("the four sub-limits are told apart")
    func groups() async throws {
        let wire = ScriptedTransport { request in
            switch (request.method, request.url.path) {
            case (.get, "/api/v2/tickets"): .empty(429, ("Retry-After", "3600"), ("X-RateLimit-Remaining", "9"))
            case (.get, "/api/v2/contacts"): .json(200, "[]")
            default: .json(200, #"{"id":1}"#)
            }
        }
        let client = try client(wire)
        await expectRefusal(.rateLimited) { _ = try await client.tickets.list(options: impatient).all() }
        _ = try await client.tickets.create(TicketDraft(requester: .id(1), subject: "S", description: "D"))
        _ = try await client.tickets.update(1, TicketUpdate { $0.status = .open })
        _ = try await client.contacts.list().all()
        #expect(wire.requests.count == 4)
    }
}
