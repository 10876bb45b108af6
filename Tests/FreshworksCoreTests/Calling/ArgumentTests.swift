import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("What a caller passes", .endsIfItHangs)
struct ArgumentTests {
    private func client(
        _ transport: ScriptedTransport, _ configuration: FreshworksRuntime.Configuration = .init(),
        account: FreshworksAccount? = nil, clock: any RuntimeClock = StillClock()
    ) throws -> APIClient {
        try APIClient(
            account: account ?? .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(configuration, transport: transport, clock: clock))
    }

    private let answer = ScriptedTransport(.json(200, "{}"))

    // MARK: - Refusals

    @Test("is refused as an argument of its operation, in a body, a query and a list, with all fields at once")
    func operation() async throws {
        @Sendable func query() throws -> QueryItems {
            var check = ArgumentCheck()
            check.email("nobody", "email")
            check.id(0, "company_id")
            check.id(7, "fine")
            try check.finish()
            return [:]
        }
        func body() throws -> RequestBody {
            try ArgumentCheck.notBlank(" ", "subject")
            return .none
        }
        let api = try client(answer)
        let call = Endpoint<Void>("tickets.create", .post, "tickets", query: try query(), body: try body())
        let error = await #expect(throws: FreshworksError.self) { try await api.send(call) }
        #expect(error?.code == .invalidArgument)
        #expect(error?.operation == "tickets.create")
        #expect(error?.fieldErrors.map(\.field) == ["email", "company_id", "subject"])
        #expect(error?.description.hasPrefix("tickets.create: the request was refused before it was sent") == true)
        let list = api.list(
            ListEndpoint<ListedRecord>("agents.list", "agents", query: try query(), paging: .linkHeader))
        let ofList = await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(ofList?.operation == "agents.list")
        #expect(ofList?.fieldErrors.map(\.field) == ["email", "company_id"])
        #expect(answer.requests.isEmpty)
    }

    @Test("as a share is above 0 and at most 1", arguments: [0, -0.5, 1.000_001, .nan, .infinity, -.infinity])
    func refusedShare(share: Double) throws {
        let api = try client(answer)
        let error = try #require(throws: FreshworksError.self) { try api.limited(toShare: share) }
        #expect(error.code == .invalidArgument)
        #expect(error.fieldErrors.map(\.field) == ["share"])
    }

    @Test("as a share that can be is taken", arguments: [Double.leastNonzeroMagnitude, 0.5, 1])
    func share(share: Double) async throws {
        _ = try await client(answer).limited(toShare: share).call(.get, "tickets")
    }

    // MARK: - Nothing traps

    @Test("as a cost that no call has is refused", arguments: [Int.max, Int.min, -1, 100_001])
    func cost(cost: Int) async throws {
        let api = try client(answer)
        let error = await #expect(throws: FreshworksError.self) {
            try await api.send(Endpoint<Void>("tickets.list", .get, "tickets", cost: cost))
        }
        #expect(error?.code == .invalidArgument)
        #expect(error?.operation == "tickets.list")
        let list = api.list(ListEndpoint<ListedRecord>("tickets.list", "tickets", cost: cost, paging: .linkHeader))
        await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(answer.requests.isEmpty)
    }

    @Test("as a cost that no call has is refused before its credential is asked for, also where no limit is counted")
    func costOfUnpaced() async throws {
        let asked = Mutex(0)
        for paces in [true, false] {
            let api = try APIClient(
                account: .freshsales("acme"),
                credential: .custom {
                    asked.withLock { $0 += 1 }
                    return .freshsales(apiKey: "FAKE_key-0123456789abc")
                }, runtime: FreshworksRuntime(.init(paces: paces), transport: answer, clock: StillClock()))
            for cost in [Int.max, -1] {
                let error = await #expect(throws: FreshworksError.self) {
                    _ = try await api.limited(toShare: 0.5).send(
                        Endpoint<JSONValue>("deals.view", .get, "deals/1", cost: cost, read: { try $0.json() }))
                }
                #expect(error?.code == .invalidArgument)
                #expect(error?.fieldErrors.map(\.field) == ["cost"])
            }
        }
        #expect(asked.withLock { $0 } == 0)
        #expect(answer.requests.isEmpty)
    }

    @Test("as a random number may be any", arguments: [Double.nan, .infinity, -.infinity, 7, -7, 1e300])
    func random(number: Double) async throws {
        let configuration = FreshworksRuntime.Configuration(
            retry: .init(maximumAttempts: 3, firstWait: .zero), random: { number })
        #expect((0...1).contains(configuration.jitter))
        let clock = ManualClock()
        let transport = ScriptedTransport(.empty(503), .empty(429), .json(200, "{}"))
        let api = try client(transport, configuration, clock: clock)
        let call = Task { try await api.call(.get, "tickets") }
        while transport.requests.count < 2 { await Task.yield() }
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(30))
        #expect(try await call.value.status == 200)
    }

    @Test(
        "as a random number may be any, also where a token server is asked again",
        arguments: [Double.nan, .infinity, -.infinity])
    func randomOfTokens(number: Double) async throws {
        let left = Mutex(2)
        let transport = ScriptedTransport { _ in
            let fails = left.withLock { count in
                count -= 1
                return count >= 0
            }
            if fails { throw FreshworksError(.connectionRefused, "refused") }
            return .json(200, OAuthFixture.issued)
        }
        let client = try OAuthClient(
            OAuthFixture.configuration(),
            runtime: FreshworksRuntime(
                .init(retry: .init(firstWait: .milliseconds(1)), random: { number }), transport: transport,
                clock: StillClock()))
        let tokens = OAuthTokens(
            accessToken: Secret("a"), refreshToken: Secret("b"), obtainedAt: Date(timeIntervalSince1970: 0),
            expiresAt: nil)
        #expect(try await client.refresh(tokens).accessToken.reveal() == OAuthFixture.accessToken)
        #expect(transport.requests.count == 3)
    }

    @Test("as waits may be of any length, also where calls are repeated until they have failed too often")
    func waitsOfCalls() async throws {
        let longest = Duration.seconds(Int64.max)
        for (first, most) in [(longest, longest), (longest, .seconds(10)), (.zero - longest, longest)] {
            let transport = ScriptedTransport { _ in throw FreshworksError(.connectionRefused, "refused") }
            let retry = FreshworksRuntime.Retry(maximumAttempts: 10, firstWait: first, longestWait: most)
            let api = try client(transport, .init(retry: retry, random: { 0.1 }))
            let error = await #expect(throws: FreshworksError.self) {
                _ = try await api.call(.get, "tickets", options: CallOptions(deadline: .seconds(3600)))
            }
            #expect(error?.code == .connectionRefused)
            #expect(error?.attempts == 10)
            #expect(transport.requests.count == 10)
        }
    }

    @Test(
        "as the size of a list's pages may be any",
        arguments: [(Int.min, Int.min), (0, 0), (7, 7), (Int.max, 10_000)])
    func pageSize(size: Int, expected: Int) {
        let list = ChangeEndpoint<ListedRecord>(pageSize: size) { window in
            ListEndpoint("rows.list", "rows", query: ["per_page": window.size], paging: .linkHeader)
        }
        #expect(list.pageSize == expected)
    }

    @Test("as waits may be of any length")
    func waits() async throws {
        let longest = Duration.seconds(Int64.max)
        let bounds = [(longest, longest), (.zero - longest, longest), (longest, .zero - longest), (.zero, .zero)]
        for (first, most) in bounds {
            let retry = FreshworksRuntime.Retry(maximumAttempts: .max, firstWait: first, longestWait: most)
            for attempts in [1, 2, 17, 40, Int.max - 1] {
                for jitter in [0.0, 1] {
                    var budget = RetryBudget()
                    let decision = retry.decision(
                        about: FreshworksError(.connectionRefused, "refused"), attempts: attempts, isSafeToRepeat: true,
                        isPaced: false, timeLeft: .seconds(60), budget: &budget, jitter: jitter)
                    #expect(decision.wait ?? .zero <= .seconds(20))
                }
            }
        }
        for deadline in [longest, .zero - longest, .zero] {
            _ = try? await client(answer).call(.get, "tickets", options: CallOptions(deadline: deadline))
        }
    }

    @Test(
        "as limits of a product that no service has are refused when its client is made",
        arguments: [
            (Duration.zero, 4), (.seconds(-60), 4), (.seconds(Int64.max), 4), (.seconds(60), 0), (.seconds(60), .min),
        ])
    func productLimits(window: Duration, inFlight: Int) throws {
        let product = FreshworksProduct(
            name: "other", title: "Other", hosts: [.tenants(under: ".other.example", basePath: "/v1")],
            keyScheme: .basic,
            probes: VerificationProbes(.init("me", expects: [])), rateWindow: window, callsInFlight: inFlight)
        let error = try #require(throws: FreshworksError.self) {
            try client(answer, account: FreshworksAccount(product, subdomain: "acme"))
        }
        #expect(error.code == .invalidArgument)
    }

    @Test("as connections may be any number, also changed afterwards", arguments: [Int.min, 0, 1, .max])
    func connections(number: Int) async throws {
        var configuration = FreshworksRuntime.Configuration()
        configuration.maximumConnections = number
        _ = try await client(answer, configuration).call(.get, "tickets")
    }

    @Test("as a limit that a service makes up is no limit", arguments: ["9223372036854775807", "1000000001", "-1"])
    func hugeLimit(total: String) async throws {
        let transport = ScriptedTransport(
            .json(200, "{}", ("X-RateLimit-Total", total), ("X-RateLimit-Remaining", total)))
        let api = try client(transport).limited(toShare: 0.999_999_999_999_999_9)
        for _ in 0..<3 { _ = try await api.call(.get, "tickets") }
        #expect(await api.rateLimit == nil)
    }

    @Test("as a cursor may say any number of pages", arguments: [Int.max, .min, -1])
    func cursor(pages: Int) async throws {
        let transport = ScriptedTransport(
            .json(200, #"[{"id":1}]"#, ("Link", #"<https://acme.freshdesk.com/api/v2/agents?page=2>; rel="next""#)),
            .json(200, "[]"))
        let api = try client(transport)
        func list(_ cursor: PageCursor? = nil) -> PagedSequence<ListedRecord> {
            api.list(ListEndpoint("agents.list", "agents", paging: .linkHeader), from: cursor)
        }
        var iterator = list().pages.makeAsyncIterator()
        let next = try #require(try await iterator.next()?.next)
        let text = String(decoding: try JSONEncoder().encode(next), as: UTF8.self)
            .replacing("\"pagesRead\":1", with: "\"pagesRead\":\(pages)")
        let forged = try JSONDecoder().decode(PageCursor.self, from: Data(text.utf8))
        let error = await #expect(throws: FreshworksError.self) { _ = try await list(forged).all() }
        #expect(error?.code == .foreignCursor)
    }

    // MARK: - Policies

    @Test("as the longest wait bounds what a service asks for too: then the call fails at once, with the time")
    func longestWait() async throws {
        for (status, paces) in [(429, true), (429, false), (503, true), (503, false)] {
            let transport = ScriptedTransport(.empty(status, ("Retry-After", "3")), .json(200, "{}"))
            let retry = FreshworksRuntime.Retry(longestWait: .milliseconds(500))
            let api = try client(transport, .init(paces: paces, retry: retry, random: { 0 }), clock: ManualClock())
            let error = await #expect(throws: FreshworksError.self) { _ = try await api.call(.get, "tickets") }
            #expect(error?.retryAfter == .seconds(3))
            #expect(error?.attempts == 1)
        }
    }

    @Test("as nothing lets a 429 be waited out as long as the deadline allows")
    func usualWait() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport(.empty(429, ("Retry-After", "50")), .json(200, "{}"))
        let api = try client(transport, .init(random: { 0 }), clock: clock)
        let call = Task { try await api.call(.get, "tickets") }
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(51))
        #expect(try await call.value.status == 200)
    }
}
