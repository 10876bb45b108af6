import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("What Freshchat tells of its rate limit")
struct FreshchatRateLimitTests {
    private let clock = ManualClock()

    private func client(_ wire: ScriptedTransport, paces: Bool = true) throws -> FreshchatClient {
        try FreshchatClient(
            subdomain: "acme", credential: .token("FAKEhead.FAKEbody0123456789abcdefghijkl.FAKEsignature"),
            runtime: FreshworksRuntime(.init(paces: paces), transport: wire, clock: clock))
    }

    private func answer(_ name: String, _ value: String) -> ScriptedTransport {
        ScriptedTransport(
            .json(200, #"{"id":"u1"}"#, ("X-RateLimit-Limit", "100"), ("X-RateLimit-Remaining", "99"), (name, value)))
    }

    /// Seconds after the clock's start.
    private func moment(_ seconds: Double) -> Date { Date(timeIntervalSince1970: 1_748_865_600 + seconds) }

    @Test(
        "when the window ends it says in whole seconds, to which pacing adds one for what was cut off",
        arguments: [("X-RateLimit-Reset", "1748865642"), ("X-RateLimit-Reset", "42"), ("X-RateLimitReset", "42")])
    func stamps(name: String, value: String) async throws {
        let paced = try client(answer(name, value))
        #expect(await paced.rateLimit == nil)
        _ = try await paced.users.get("u1")
        #expect(await paced.rateLimit == RateLimit(total: 100, remaining: 99, resetsAt: moment(43)))
        // It stays that moment, however late somebody asks.
        clock.advance(by: .seconds(40))
        #expect(await paced.rateLimit?.resetsAt == moment(43))
    }

    @Test("without pacing, and in a verification, it is the moment that the service tells")
    func told() async throws {
        let unpaced = try client(answer("X-RateLimit-Reset", "1748865642"), paces: false)
        _ = try await unpaced.users.get("u1")
        #expect(await unpaced.rateLimit == RateLimit(total: 100, remaining: 99, resetsAt: moment(42)))
        let verification = try await client(answer("X-RateLimit-Reset", "1748865642")).verify()
        #expect(verification.rateLimit?.resetsAt == moment(42))
    }

    @Test(
        "a moment that is past, or further than an hour, is not believed",
        arguments: ["1748865599", "1748869300", "soon"])
    func unbelievable(value: String) async throws {
        let unpaced = try client(answer("X-RateLimit-Reset", value), paces: false)
        _ = try await unpaced.users.get("u1")
        #expect(await unpaced.rateLimit == RateLimit(total: 100, remaining: 99, resetsAt: nil))
    }
}
