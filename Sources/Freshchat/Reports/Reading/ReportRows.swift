import Dispatch
public import Foundation

/// One row of a report, by the names of its columns.
public struct ReportRow: Sendable, Hashable {
    /// The names of the columns, in order.
    public let columns: [String]
    /// The values, in order. A row may be shorter than the columns are.
    public let values: [String]

    /// The value of a column; `nil` when there is no such column, or the row is too short.
    public subscript(column: String) -> String? {
        guard let index = columns.firstIndex(of: column), index < values.count else { return nil }
        return values[index]
    }
}

/// The rows of a report's files, zipped or plain, read as they are asked for and never in memory as a whole.
///
/// ```swift
/// for try await row in freshchat.reports.rows(of: report) { count(row["Conversation ID"]) }
/// ```
public struct ReportRows: AsyncSequence, Sendable {
    /// How much a file may hold once it is decompressed, unless told otherwise: 4 GiB.
    public static let defaultLimit = 4 << 30

    enum Origin: Sendable {
        case disk(URL)
        case address(URL, FreshworksRuntime)
    }

    let files: [Origin]
    let limit: Int

    /// The rows of a file on disk, which is a zip of CSV or CSV.
    /// - Parameter limit: How many bytes it may have once it is decompressed.
    public init(file: URL, limit: Int = Self.defaultLimit) { self.init(files: [.disk(file)], limit: limit) }

    init(files: [Origin], limit: Int) {
        self.files = files
        self.limit = limit
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(files: files[...], limit: limit) }

    /// Reads one row after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var files: ArraySlice<Origin>
        private let limit: Int
        private var reader: ReportReader?
        private var temporary: TemporaryReport?
        private var rows: ArraySlice<ReportRow> = []
        private let queue = DispatchQueue(label: "report rows")

        fileprivate init(files: ArraySlice<Origin>, limit: Int) {
            self.files = files
            self.limit = limit
        }

        /// The next row, or `nil` at the end of the last file.
        /// - Throws: ``FreshworksError/Code/unreadableResponse`` for a damaged file and one that is larger than the limit;
        ///   what downloads throw; `CancellationError` when cancelled.
        public mutating func next() async throws -> ReportRow? {
            while rows.isEmpty {
                try Task.checkCancellation()
                guard let current = reader else {
                    guard let file = files.popFirst() else { return nil }
                    try await open(file)
                    continue
                }
                // The last owner of its buffers shall be the queue, which changes them.
                reader = nil
                let (batch, moved) = try await queue.run {
                    var moved = current
                    let batch = try moved.nextRows()
                    return (batch, moved)
                }
                rows = (batch ?? [])[...]
                if batch == nil { temporary = nil } else { reader = moved }
            }
            return rows.popFirst()
        }

        private mutating func open(_ file: Origin) async throws {
            let url: URL
            switch file {
            case .disk(let place): url = place
            case .address(let address, let runtime):
                let file = TemporaryReport()
                temporary = file
                try await runtime.download(address, to: file.url)
                url = file.url
            }
            let limit = limit
            reader = try await queue.run { try ReportReader(url, limit: limit) }
        }
    }
}

/// A file that disappears with its last user.
private final class TemporaryReport: Sendable {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
        "swift-freshworks-report-\(RandomName.make())")

    deinit { try? FileManager.default.removeItem(at: url) }
}

extension ReportEndpoints {
    /// The rows of a finished report. Its files are fetched one by one, without the token, and deleted after reading.
    /// - Parameter limit: How many bytes a file may have once it is decompressed.
    public func rows(of report: Report, limit: Int = ReportRows.defaultLimit) -> ReportRows {
        ReportRows(files: report.files.map { .address($0, api.runtime) }, limit: limit)
    }
}
