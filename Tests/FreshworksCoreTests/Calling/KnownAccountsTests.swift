import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("What a runtime knows of accounts", .endsIfItHangs)
struct KnownAccountsTests {
    private let clock = ManualClock()

    private func call(_ number: Int, _ runtime: FreshworksRuntime) async throws {
        let client = try APIClient(
            account: .freshdesk("tenant\(number)"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: runtime)
        _ = try await client.call(.get, "agents/me")
    }

    @Test("is given back when their windows have passed; a closed account stays closed as long as it is")
    func givenBack() async throws {
        let transport = ScriptedTransport { request in
            request.url.host() == "tenant7.freshdesk.com"
                ? .empty(429, ("Retry-After", "600"))
                : .json(200, "{}", ("X-RateLimit-Total", "700"), ("X-RateLimit-Remaining", "699"))
        }
        let runtime = FreshworksRuntime(.init(random: { 0 }), transport: transport, clock: clock)
        for number in 0..<2000 { try? await call(number, runtime) }
        #expect(runtime.knownAccounts == 2000)
        clock.advance(by: .seconds(59))
        #expect(runtime.knownAccounts == 2000)
        clock.advance(by: .seconds(2))
        try await eventually { runtime.knownAccounts == 1 }
        // Decided without asking the service.
        let sent = transport.requests.count
        await #expect(throws: FreshworksError.self) { try await call(7, runtime) }
        #expect(transport.requests.count == sent)
        clock.advance(by: .seconds(600))
        try? await call(7, runtime)
        #expect(transport.requests.count == sent + 1)
    }

    @Test("stays while a call runs, so that it and later ones count together")
    func held() async throws {
        let clock = clock
        let transport = ScriptedTransport { request in
            if request.url.host() == "tenant3.freshdesk.com" { try await clock.sleep(until: .seconds(500)) }
            return .json(200, "{}", ("X-RateLimit-Total", "700"), ("X-RateLimit-Remaining", "699"))
        }
        let runtime = FreshworksRuntime(.init(random: { 0 }), transport: transport, clock: clock)
        let slow = Task { try await call(3, runtime) }
        try await eventually { transport.requests.count == 1 }
        let state = ObjectIdentifier(runtime.state(of: try .freshdesk("tenant3")))
        for number in 100..<200 { try await call(number, runtime) }
        clock.advance(by: .seconds(61))
        try await eventually { runtime.knownAccounts == 1 }
        #expect(ObjectIdentifier(runtime.state(of: try .freshdesk("tenant3"))) == state)
        clock.advance(by: .seconds(500))
        try await slow.value
    }
}
