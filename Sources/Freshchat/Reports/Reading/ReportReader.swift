import Foundation

/// Reads rows off a file, some hundred at a time. Its functions block.
struct ReportReader: Sendable {
    private var sources: [any ByteSource]
    private var csv = CSVReader()
    private var columns: [String]?
    private var left: Int

    /// - Parameter limit: How many bytes there may be once they are decompressed.
    init(_ url: URL, limit: Int) throws {
        let file = try FileSource(url)
        left = limit
        var start = file
        // A zip file begins with an entry, or with the end of an empty directory.
        let mark = try start.read(upTo: 4)
        guard mark == [0x50, 0x4B, 3, 4] || mark == [0x50, 0x4B, 5, 6] else {
            sources = [file]
            return
        }
        let archive = try ZipArchive(file)
        let tables = archive.entries.filter { !$0.name.hasSuffix("/") && !$0.name.hasPrefix("__MACOSX/") }
        sources = try tables.reversed().map { try archive.content(of: $0) }
    }

    /// The next rows, none where a piece of the file had none; `nil` at the end.
    mutating func nextRows() throws -> [ReportRow]? {
        while var source = sources.popLast() {
            let bytes = try source.read(upTo: 1 << 16)
            guard !bytes.isEmpty else {
                let last = try csv.lastRow()
                let rows = named(last.map { [$0] } ?? [])
                csv = CSVReader()
                columns = nil
                if rows.isEmpty { continue }
                return rows
            }
            left -= bytes.count
            guard left >= 0 else {
                throw FreshworksError.damaged("it is larger than the limit once it is decompressed")
            }
            sources.append(source)
            // Also an empty piece, so that whoever reads can be cancelled in between.
            return named(try csv.rows(from: bytes))
        }
        return nil
    }

    private mutating func named(_ rows: [[String]]) -> [ReportRow] {
        var rows = rows[...]
        if columns == nil { columns = rows.popFirst() }
        guard let columns else { return [] }
        return rows.map { ReportRow(columns: columns, values: $0) }
    }
}
