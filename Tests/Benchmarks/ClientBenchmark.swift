import Foundation
import FreshworksCore
import FreshworksSandbox

/// What clients cost that have not called yet: each of its own account and key, all over one runtime.
func runClientBenchmark() {
    do {
        let count = 100_000
        let runtime = FreshworksRuntime()
        var clients: [APIClient] = []
        clients.reserveCapacity(count)
        let before = residentMemory()
        let time = try ContinuousClock().measure {
            for number in 0..<count {
                clients.append(
                    try APIClient(
                        account: .freshdesk("acme\(number)"),
                        credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789\(number)")), runtime: runtime))
            }
        }
        let bytes = (residentMemory() - before) / clients.count
        print("Clients: \(count) idle ones with accounts and keys of their own, at most 1024 bytes each")
        figure("clients.bytes", Double(bytes))
        figure("clients.us", time / .seconds(count) * 1e6)
        print("  resident memory                     \(bytes) bytes per client" + judged(Double(bytes), atMost: 1024))
        print("  making one                          \(microseconds(time / .seconds(count))) µs")
    } catch {
        fail(error)
    }
}

/// What tenants cost that have called: while their windows last, and when those have passed and their clients are gone.
func runTenantBenchmark() async {
    do {
        let count = 20_000
        let clock = ManualClock()
        let runtime = FreshworksRuntime(transport: CannedTransport(), clock: clock)
        // What is there once for all tenants comes with the first.
        _ = try await tenants(0..<100, over: runtime)
        let before = residentMemory()
        var clients = try await tenants(100..<count, over: runtime)
        let living = Double(residentMemory() - before) / Double(count)
        clients = []
        for _ in 0..<3 {
            clock.advance(by: .seconds(61))
            try await Task.sleep(for: .milliseconds(200))
        }
        returnFreedMemory()
        let after = max(0, Double(residentMemory() - before) / Double(count))
        figure("tenants.called_bytes", living)
        figure("tenants.after_bytes", after)
        print("Tenants: \(count) that have made a call each")
        print(
            "  in their minute                     \(Int(living)) bytes per tenant, their clients included"
                + judged(living, atMost: 2560))
        print("  after it, their clients gone        \(Int(after)) bytes per tenant" + judged(after, atMost: 64))
        withExtendedLifetime((runtime, clients)) {}
    } catch {
        fail(error)
    }
}

private func tenants(_ numbers: Range<Int>, over runtime: FreshworksRuntime) async throws -> [APIClient] {
    var clients: [APIClient] = []
    for number in numbers {
        let client = try APIClient(
            account: .freshdesk("acme\(number)"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789\(number)")),
            runtime: runtime)
        _ = try await client.call(.get, "agents/me")
        clients.append(client)
    }
    return clients
}

/// Answers as Freshdesk does, without a wire.
private struct CannedTransport: HTTPTransport {
    private static let fields = HeaderFields(received: [
        (name: "Content-Type", value: "application/json"), (name: "X-RateLimit-Total", value: "700"),
        (name: "X-RateLimit-Remaining", value: "699"),
    ])

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(status: 200, headers: Self.fields, body: Data("{}".utf8))
    }
}
