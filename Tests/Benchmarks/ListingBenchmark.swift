import Foundation
import Freshdesk
import FreshworksCore

/// Listings over loopback, against bare loops that send the same requests over the same transport and read the same records; then
/// the memory of an export.
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
    let endpoint = Endpoint<[Record]>("\(name).list", .get, PathTemplate(written: content.path))
    let headers = try await RequestSigner(account: account, credential: .freshdesk(apiKey: "FAKEkey0123456789abcd"))
        .headers(for: account.url(endpoint.path))

    var (bare, listing) = (Double.infinity, Double.infinity)
    // In turns, the best of each: what else the machine does hits both.
    for _ in 0..<10 {
        bare = min(
            bare,
            try await best(of: 1) {
                var count = 0
                for page in 1...pages {
                    let url = try account.url(endpoint.path, query: ["per_page": 100, "page": page])
                    let answer = try await transport.send(TransportRequest(.get, url, headers: headers))
                    count += try endpoint.read(answer).count
                }
                precondition(count == records)
            })
        listing = min(
            listing,
            try await best(of: 1) {
                var count = 0
                for try await page in list(freshdesk).pages { count += page.items.count }
                precondition(count == records)
            })
    }
    figure("listing.\(name).bare_ms", bare * 1e3)
    figure("listing.\(name).ms", listing * 1e3)
    figure("listing.\(name).ratio", listing / bare)
    print("  bare loop                           \(milliseconds(bare)) ms")
    print("  \("\(name).list()".padding(toLength: 36, withPad: " ", startingAt: 0))\(milliseconds(listing)) ms")
    print(
        "  ratio                               \(ratio(listing, bare)) times the bare loop"
            + (bound.map { judged(listing / bare, atMost: $0) } ?? ""))
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
