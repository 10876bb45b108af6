import Foundation
import FreshworksCore

/// Reading pages into records, against `JSONDecoder` into plain structs of the same fields.
func runJSONBenchmark() {
    do {
        let page = ticketPage(rows: 100)
        print("JSON: a page of 100 tickets, \(page.count) bytes")
        let records = try JSONValue(parsing: page).records(BenchmarkTicket.self)
        let structs = try decodePage(page)
        guard records.map(\.sum) == structs.map(\.sum) else { return print("  the two sides read different tickets") }

        for kind in try PageKind.all() {
            let records = try best { _ = try kind.read(kind.page) }
            let structs = try best(of: 3) { _ = try kind.decode(kind.page) }
            figure("json.\(kind.name)", structs / records)
            print(
                "  \(kind.name.padding(toLength: 12, withPad: " ", startingAt: 0))"
                    + "\(kind.megabytes(records)) MB/s, JSONDecoder \(kind.megabytes(structs)) MB/s, "
                    + "\(ratio(structs, records)) times as fast (at least \(Int(kind.leastRatio)))"
                    + judged(structs / records, atLeast: kind.leastRatio))
        }
        let writing = best { _ = JSONValue.array(records.map { .object($0.json) }).serialized() }
        print("  writing     \(milliseconds(writing)) ms per page")

        var total = 0
        let access = best { for record in records { total &+= record.sum } }
        let nanoseconds = access / Double(records.count * BenchmarkTicket.accessors) * 1e9
        print("  accessor    \(Int(nanoseconds)) ns on average (at most 100) [\(total & 1)]")

        // Both sides stay in memory until both are measured, so that neither reuses what the other gave back.
        let (structPages, structBytes) = try holdPages { try decodePage(page) }
        let (recordPages, recordBytes) = try holdPages { try JSONValue(parsing: page).records(BenchmarkTicket.self) }
        withExtendedLifetime((structPages, recordPages)) {}
        print("  resident    \(recordBytes) bytes per record, \(structBytes) per struct")
        print("  ratio       \(ratio(Double(recordBytes), Double(structBytes))) times the struct's (at most 1.25)")
    } catch {
        fail(error)
    }
}

/// A hundred pages, and by how much each of their tickets made the process grow.
private func holdPages<Page>(_ read: () throws -> Page) rethrows -> (pages: [Page], bytesPerTicket: Int) {
    let before = residentMemory()
    let pages = try (0..<100).map { _ in try read() }
    return (pages, (residentMemory() - before) / 10_000)
}

/// Writes the pages to files for other readers, and prints how many MB/s ours reads of each, as JSON.
func runPagesBenchmark(directory: String) {
    do {
        var figures: [(String, JSONValue)] = []
        for kind in try PageKind.all() {
            try kind.page.write(to: URL(filePath: directory).appending(path: "\(kind.name).json"))
            // The best of many: what the machine does besides can only make it slower.
            var seconds = Double.infinity
            let clock = ContinuousClock()
            let end = clock.now + .seconds(1)
            while clock.now < end {
                let elapsed = try clock.measure { _ = try JSONValue(parsing: kind.page) }
                seconds = min(seconds, elapsed / .seconds(1))
            }
            figures.append((kind.name, .number(JSONNumber(kind.megabytes(seconds)))))
        }
        print(JSONValue.object(JSONObject(figures)))
    } catch {
        fail(error)
    }
}
