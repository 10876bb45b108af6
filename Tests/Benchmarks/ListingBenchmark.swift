import Foundation
import Freshdesk
import FreshworksCore

/// A listing over loopback, against a bare loop that sends the same requests over the same transport and reads the same records;
/// then the memory of an export.
func runListingBenchmark() async {
    do {
        // The last page is not full, or the list would look for one more.
        let (pages, records) = (40, 3950)
        print("Listing: \(records) contacts over loopback, 100 on a page, one page after the other")
        let server = try PageServer(records: records)
        defer { server.stop() }
        let transport = defaultTransport()
        let account = try FreshworksAccount(.freshdesk, baseURL: server.baseURL)
        let freshdesk = try FreshdeskClient(
            account: account, credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(transport: transport))
        let endpoint = Endpoint<[Contact]>("contacts.list", .get, "contacts")
        let headers = try await RequestSigner(account: account, credential: .freshdesk(apiKey: "FAKEkey0123456789abcd"))
            .headers(for: account.url("contacts"))

        var (bare, listing) = (Double.infinity, Double.infinity)
        for _ in 0..<2 {
            bare = min(
                bare,
                try await best(of: 1) {
                    var count = 0
                    for page in 1...pages {
                        let url = try account.url("contacts", query: ["per_page": 100, "page": page])
                        let answer = try await transport.send(TransportRequest(.get, url, headers: headers))
                        count += try endpoint.read(answer).count
                    }
                    precondition(count == records)
                })
            listing = min(
                listing,
                try await best(of: 1) {
                    var count = 0
                    for try await page in freshdesk.contacts.list().pages { count += page.items.count }
                    precondition(count == records)
                })
        }
        figure("listing.bare_ms", bare * 1e3)
        figure("listing.ms", listing * 1e3)
        figure("listing.ratio", listing / bare)
        print("  bare loop                           \(milliseconds(bare)) ms")
        print("  contacts.list()                     \(milliseconds(listing)) ms")
        print(
            "  ratio                               \(ratio(listing, bare)) times the bare loop"
                + judged(listing / bare, atMost: 1.1))
    } catch {
        fail(error)
    }
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
