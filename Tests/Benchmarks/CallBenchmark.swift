import Foundation
import FreshworksCore
import FreshworksSandbox

/// Whole calls over loopback, against a bare loop over the same transport; then what requests leave in memory.
func runCallBenchmark() async {
    do {
        print("Calls: over loopback, one after the other, a JSON answer of \(FlatServer.body.utf8.count) bytes")
        let server = try FlatServer()
        defer { server.stop() }
        let transport = defaultTransport()
        let account = try FreshworksAccount(.freshdesk, baseURL: "http://127.0.0.1:\(server.port)/api/v2")
        let client = try APIClient(
            account: account, credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(transport: transport))
        let request = TransportRequest(.get, try account.url("tickets/1"))
        let endpoint = Endpoint<BenchmarkTicket>("tickets.view", .get, "tickets/\(1)")

        // In turns, so that what else the machine does falls on both.
        var (bare, calls) = (Double.infinity, Double.infinity)
        for _ in 0..<4 {
            bare = min(bare, try await best(of: 20) { _ = try await transport.send(request) })
            calls = min(calls, try await best(of: 20) { _ = try await client.send(endpoint) })
        }
        figure("calls.bare_us", bare * 1e6)
        figure("calls.us", calls * 1e6)
        figure("calls.ratio", calls / bare)
        print("  bare transport                      \(microseconds(bare)) µs")
        print("  APIClient, read into a record       \(microseconds(calls)) µs")
        print("  ratio                               \(ratio(calls, bare)) times the bare transport")

        let urlSession = URLSessionTransport()
        defer { urlSession.shutdown() }
        _ = try await growth(requests: 10_000, request, over: urlSession)
        let leaked = try await growth(requests: 20_000, request, over: urlSession) / 20_000
        print("Memory: resident growth over 20000 requests, for the record")
        print("  leaked by the toolchain's URLSession  \(leaked) bytes per request (swift-corelibs-foundation #5498)")
    } catch {
        fail(error)
    }
}

/// What a runtime sends with unless it is told otherwise.
func defaultTransport() -> any HTTPTransport {
    #if os(Linux)
        if let transport = CurlTransport() { return transport }
    #endif
    return URLSessionTransport()
}

/// By how many bytes the process grows while four workers send requests.
private func growth(
    requests: Int, _ request: TransportRequest, over transport: URLSessionTransport
) async throws -> Int {
    let before = residentMemory()
    try await withThrowingTaskGroup { group in
        for _ in 0..<4 {
            group.addTask {
                for _ in 0..<requests / 4 { _ = try await transport.send(request) }
            }
        }
        try await group.waitForAll()
    }
    return residentMemory() - before
}

/// Gives every request on 127.0.0.1 the same answer and remembers none, so that only the client's memory can grow.
private struct FlatServer {
    static let body = #"{"id":1,"subject":"Sample ticket","priority":4,"status":2,"tags":["a","b"]}"#
    private let listener: LoopbackListener

    init() throws {
        let fields = "Content-Type: application/json\r\nContent-Length: \(Self.body.utf8.count)\r\n"
        let answer = Array(("HTTP/1.1 200 OK\r\n" + fields + "\r\n" + Self.body).utf8)
        listener = try LoopbackListener { connection in
            // A request without a body arrives in one piece and is answered in one.
            while let bytes = try? connection.read(timeout: .seconds(60)), !bytes.isEmpty {
                guard (try? connection.write(answer)) != nil else { return }
            }
        }
    }

    var port: UInt16 { listener.port }

    func stop() { listener.stop() }
}
