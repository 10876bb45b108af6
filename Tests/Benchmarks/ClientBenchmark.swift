import FreshworksCore

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
