import Foundation
import FreshworksCore

/// Reading a page of tickets into records, against `JSONDecoder` into a plain struct of the same fields.
func runJSONBenchmark() {
    do {
        let page = ticketPage(rows: 100)
        print("JSON: a page of 100 tickets, \(page.count) bytes")
        let records = try JSONValue(parsing: page).records(BenchmarkTicket.self)
        let structs = try decodePage(page)
        guard records.map(\.sum) == structs.map(\.sum) else { return print("  the two sides read different tickets") }

        let reading = try best { _ = try JSONValue(parsing: page).records(BenchmarkTicket.self) }
        let decoding = try best { _ = try decodePage(page) }
        let writing = best { _ = JSONValue.array(records.map { .object($0.json) }).serialized() }
        print("  records     \(milliseconds(reading)) ms per page, writing \(milliseconds(writing)) ms")
        print("  JSONDecoder \(milliseconds(decoding)) ms per page")
        print("  ratio       \(ratio(decoding, reading)) times as fast (at least 4)")

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
