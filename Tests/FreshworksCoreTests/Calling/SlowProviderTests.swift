import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A provider that takes its time", .endsIfItHangs)
struct SlowProviderTests {
    @Test("keeps nobody else of the account from calling")
    func others() async throws {
        let runtime = FreshworksRuntime(.quiet, transport: ScriptedTransport(.json(200, "{}")), clock: ManualClock())
        let account = try FreshworksAccount.freshchat("acme")
        let asked = Mutex(0)
        let isReady = Mutex(false)
        let slow = try APIClient(
            account: account,
            credential: .custom {
                asked.withLock { $0 += 1 }
                try await eventually { isReady.withLock { $0 } }
                return .freshchat(token: "FAKEtoken.slow.1")
            }, runtime: runtime)
        let key = Credential.freshchat(token: "FAKEtoken.quick.1")
        let quick = try APIClient(account: account, credential: .fixed(key), runtime: runtime)
        // More than Freshchat lets be under way at once.
        let waiting = (0..<20).map { _ in Task { _ = try await slow.call(.get, "agents") } }
        try await eventually { asked.withLock { $0 } == 20 }
        _ = try await quick.call(.get, "agents")
        isReady.withLock { $0 = true }
        for call in waiting { try await call.value }
    }

    @Test("is asked once by a call that need not wait for the limit")
    func once() async throws {
        let asked = Mutex(0)
        let client = try APIClient(
            account: .freshdesk("acme"),
            credential: .custom {
                asked.withLock { $0 += 1 }
                return .freshdesk(apiKey: "FAKEkey123456789abcd")
            }, runtime: FreshworksRuntime(.quiet, transport: ScriptedTransport(.json(200, "{}")), clock: ManualClock()))
        for number in 1...5 {
            _ = try await client.call(.get, "tickets/\(number)")
            #expect(asked.withLock { $0 } == number)
        }
    }
}
