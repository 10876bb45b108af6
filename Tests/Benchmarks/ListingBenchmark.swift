import Foundation
import Freshdesk
import FreshworksCore

/// Listings over loopback, against bare loops that ask for the same pages: over the client's calls, and over the transport alone.
/// Then the memory of an export.
func runListingBenchmark() async {
    do {
        try await compareListing("tickets", "280 KB", of: .tickets(), atMost: 1.1) { $0.tickets.list(pageSize: 100) }
        // Of so little to read, what a call costs by itself is a greater part.
        try await compareListing("contacts", "31 KB", of: .contacts) { $0.contacts.list(pageSize: 100) }
    } catch {
        fail(error)
    }
}

private func compareListing<Record: Resource>(
    _ name: String, _ size: String, of content: PageServer.Content, atMost bound: Double? = nil,
    _ list: (FreshdeskClient) -> PagedSequence<Record>
) async throws {
    // The last page is not full, or the list would look for one more.
    let (pages, records) = (40, 3950)
    print("Listing: \(records) \(name) over loopback, 100 on a page of \(size), one page after the other")
    let server = try PageServer(records: records, of: content)
    defer { server.stop() }
    let transport = defaultTransport()
    let account = try FreshworksAccount(.freshdesk, baseURL: server.baseURL)
    let freshdesk = try FreshdeskClient(
        account: account, credential: .apiKey("FAKEkey0123456789abcd"), runtime: FreshworksRuntime(transport: transport)
    )
    let headers = try await RequestSigner(account: account, credential: .freshdesk(apiKey: "FAKEkey0123456789abcd"))
        .headers(for: account.url("tickets"))
    let page = { (number: Int) in
        Endpoint<[Record]>(
            "\(name).list", .get, PathTemplate(written: content.path), query: ["per_page": 100, "page": number])
    }

    var (bare, calls, listing) = (Double.infinity, Double.infinity, Double.infinity)
    // In turns, the best of each: what else the machine does hits all.
    for _ in 0..<150 {
        bare = try await least(bare, records) {
            var count = 0
            for number in 1...pages {
                let endpoint = page(number)
                let url = try account.url(endpoint.path, query: endpoint.query)
                let answer = try await transport.send(TransportRequest(.get, url, headers: headers))
                count += try endpoint.read(answer).count
            }
            return count
        }
        calls = try await least(calls, records) {
            var count = 0
            for number in 1...pages { count += try await freshdesk.api.send(page(number)).count }
            return count
        }
        listing = try await least(listing, records) {
            var count = 0
            for try await page in list(freshdesk).pages { count += page.items.count }
            return count
        }
    }
    figure("listing.\(name).transport_ms", bare * 1e3)
    figure("listing.\(name).calls_ms", calls * 1e3)
    figure("listing.\(name).ms", listing * 1e3)
    figure("listing.\(name).ratio", listing / calls)
    let title = "\(name).list()".padding(toLength: 36, withPad: " ", startingAt: 0)
    print("  bare loop over the transport        \(milliseconds(bare)) ms, ratio \(ratio(listing, bare))")
    print("  bare loop over the client           \(milliseconds(calls)) ms")
    print(
        "  \(title)\(milliseconds(listing)) ms, ratio \(ratio(listing, calls))"
            + (bound.map { judged(listing / calls, atMost: $0) } ?? ""))
}

/// The time of one more run, if it is the least so far.
private func least(_ least: Double, _ records: Int, _ run: () async throws -> Int) async throws -> Double {
    var count = 0
    let elapsed = try await ContinuousClock().measure { count = try await run() }
    precondition(count == records)
    return min(least, elapsed / .seconds(1))
}

/// What an export holds in memory, of a thousand records and of a hundred thousand.
func runExportBenchmark() async {
    let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
        print("Export: contacts over loopback into a file, the peak of the process's memory")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func peak(records: Int) async throws -> Double {
            let server = try PageServer(records: records)
            defer { server.stop() }
            let account = try FreshworksAccount(.freshdesk, baseURL: server.baseURL)
            let runtime = FreshworksRuntime(transport: defaultTransport())
            let freshdesk = try FreshdeskClient(
                account: account, credential: .apiKey("FAKEkey0123456789abcd"), runtime: runtime)
            forgetPeak()
            let file = folder.appending(path: "\(records)-\(UUID().uuidString).ndjson")
            try await freshdesk.contacts.list().export(to: file)
            return Double(residentMemoryPeak()) / 1e6
        }
        // The first one warms up what stays: threads, buffers, the tables of the records.
        _ = try await peak(records: 1000)
        let small = try await peak(records: 1000)
        let large = try await peak(records: 100_000)
        figure("export.peak_mb_1000", small)
        figure("export.peak_mb_100000", large)
        print("  1000 records                        \(String(format: "%.1f", small)) MB")
        print(
            "  100000 records                      \(String(format: "%.1f", large)) MB"
                + judged(large - small, atMost: 20))
    } catch {
        fail(error)
    }
}
