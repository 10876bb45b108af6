import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("When a call asks for its credential", .endsIfItHangs)
struct CredentialTimingTests {
    private let clock = ManualClock()

    private func client(_ transport: ScriptedTransport, _ provider: any CredentialProvider) throws -> APIClient {
        try APIClient(
            account: .freshdesk("acme"), credential: provider,
            runtime: FreshworksRuntime(transport: transport, clock: clock))
    }

    @Test("calls that waited for the limit go with the credential of that moment, not of when they were asked for")
    func rotatedMeanwhile() async throws {
        let key = Mutex("FAKEkey1")
        let transport = ScriptedTransport { [clock] _ in
            try await clock.sleep(for: .milliseconds(1))
            return .json(200, "{}")
        }
        let client = try client(transport, .custom { .freshdesk(apiKey: Secret(key.withLock { $0 })) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await client.call(.get, "tickets") } }
            while transport.requests.count < 4 { await Task.yield() }
            for _ in 0..<1000 { await Task.yield() }
            key.withLock { $0 = "FAKEkey2" }
            let time = Task { [clock] in
                while !Task.isCancelled {
                    // Not faster than the calls need it, or their deadlines pass.
                    if let next = clock.nextDeadline, next < .seconds(30) { clock.advance(by: .milliseconds(1)) }
                    await Task.yield()
                }
            }
            defer { time.cancel() }
            try await group.waitForAll()
        }
        let signatures = transport.requests.map { $0.headers["Authorization"] }
        // "FAKEkey1:X" and "FAKEkey2:X" in Base64.
        #expect(signatures.count { $0 == "Basic RkFLRWtleTE6WA==" } == 4)
        #expect(signatures.count { $0 == "Basic RkFLRWtleTI6WA==" } == 16)
    }

    @Test("a key that is rejected is sent no more often than calls are in flight, however many wait")
    func rejectedMeanwhile() async throws {
        let transport = ScriptedTransport { _ in
            await Task.yield()
            return .json(401, "{}")
        }
        let client = try client(transport, .fixed(.freshdesk(apiKey: "FAKEkey1")))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<300 {
                group.addTask {
                    let error = await #expect(throws: FreshworksError.self) { try await client.call(.get, "tickets") }
                    #expect(error?.code == .invalidCredential)
                }
            }
        }
        #expect(transport.requests.count <= 16)
    }
}
