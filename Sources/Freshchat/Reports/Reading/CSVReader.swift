/// Takes rows out of bytes as they come (RFC 4180): quoted fields may hold commas, line breaks and doubled quotes.
struct CSVReader: Sendable {
    private enum State {
        case fieldStart, plain, quoted, quoteInQuoted
    }

    private var state = State.fieldStart
    private var field: [UInt8] = []
    private var row: [String] = []
    private var rowSize = 0
    private var isAfterReturn = false
    /// How many bytes of the mark of UTF-8 were seen at the begin; all of them once it cannot come any more.
    private var markCount = 0
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A row of more bytes is none: a quote was never closed.
    static let rowLimit = 16 * 1024 * 1024

    /// Adds bytes, and gets the rows that are whole now. Empty lines are none.
    mutating func rows(from bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = []
        for byte in bytes {
            if markCount < 3 {
                if byte == Self.mark[markCount] {
                    markCount += 1
                    continue
                }
                for missed in Self.mark.prefix(markCount) { try add(missed) }
                if markCount > 0 { state = .plain }
                markCount = 3
            }
            // The line feed behind a carriage return has ended the row already.
            if isAfterReturn {
                isAfterReturn = false
                if byte == 0x0A { continue }
            }
            switch (state, byte) {
            case (.fieldStart, 0x22): state = .quoted
            case (.quoted, 0x22): state = .quoteInQuoted
            case (.quoteInQuoted, 0x22):
                try add(byte)
                state = .quoted
            case (.quoted, _): try add(byte)
            case (_, 0x2C):
                // Also an empty field takes memory.
                rowSize += MemoryLayout<String>.stride
                guard rowSize <= Self.rowLimit else { throw FreshworksError.damaged("a row has no end") }
                endField()
            case (_, 0x0A), (_, 0x0D):
                isAfterReturn = byte == 0x0D
                if let row = endRow() { rows.append(row) }
            default:
                try add(byte)
                state = .plain
            }
        }
        return rows
    }

    /// The last row, where no line break ends it.
    mutating func lastRow() throws -> [String]? {
        guard state != .quoted else { throw FreshworksError.damaged("its last row is cut off") }
        return endRow()
    }

    private mutating func add(_ byte: UInt8) throws {
        rowSize += 1
        // Text has no such byte: this is a zip file with a damaged begin, or something else.
        guard byte != 0 else { throw FreshworksError.damaged("it is neither a zip file nor text") }
        guard rowSize <= Self.rowLimit else { throw FreshworksError.damaged("a row has no end") }
        field.append(byte)
    }

    private mutating func endField() {
        row.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        state = .fieldStart
    }

    private mutating func endRow() -> [String]? {
        let isEmpty = row.isEmpty && field.isEmpty && state == .fieldStart
        rowSize = 0
        if isEmpty { return nil }
        endField()
        defer { row = [] }
        return row
    }
}
