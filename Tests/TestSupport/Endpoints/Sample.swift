package import FreshworksCore

/// A record as the documentation shows it, and all that has to be read of it: for the rows that answer the same record.
package struct Sample<Record: Sendable>: Sendable {
    package let text: String
    private let line: Int
    private let check: @Sendable (Record) -> [Int]

    package init(_ text: String, line: Int = #line, @Facts _ check: @escaping @Sendable (Record) -> [Int]) {
        self.text = text
        self.line = line
        self.check = check
    }

    /// The lines of what is not so of a record.
    package func facts(_ record: Record?) -> [Int] { record.map(check) ?? [line] }

    /// The same of a list that has to hold this record alone.
    package func facts(_ records: [Record]) -> [Int] { records.count == 1 ? check(records[0]) : [line] }

    /// An answer with the record, alone or under a key.
    package func answer(_ status: Int = 200, under key: String? = nil) -> TransportResponse {
        .json(status, key.map { #"{"\#($0)":\#(text)}"# } ?? text)
    }

    /// An answer with a list of the record, alone or under a key.
    package func list(under key: String? = nil) -> TransportResponse {
        .json(200, key.map { #"{"\#($0)":[\#(text)]}"# } ?? "[\(text)]")
    }
}
