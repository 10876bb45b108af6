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
        /// There is no whole report, and why.
        case refused(FreshworksError)
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
                    guard let file = files.first else { return nil }
                    try await open(file)
                    files.removeFirst()
                    continue
                }
                // The last owner of its buffers shall be the queue, which changes them.
                reader = nil
                let (batch, moved): ([ReportRow]?, ReportReader)
                do {
                    (batch, moved) = try await queue.run {
                        var moved = current
                        let batch = try moved.nextRows()
                        return (batch, moved)
                    }
                } catch {
                    // What follows the damage must not pass for the rest.
                    files = []
                    throw error
                }
                rows = (batch ?? [])[...]
                if batch == nil { temporary = nil } else { reader = moved }
            }
            return rows.popFirst()
        }

        private mutating func open(_ file: Origin) async throws {
            let url: URL
            switch file {
            case .refused(let error): throw error
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
    ///
    /// Reading throws ``FreshworksError/Code/reportUnfinished`` for a report that is not finished, and
    /// ``FreshworksError/Code/reportFailed`` for one of which a part is missing.
    /// - Parameter limit: How many bytes a file may have once it is decompressed.
    public func rows(of report: Report, limit: Int = ReportRows.defaultLimit) -> ReportRows {
        let files = report.gap.map { [ReportRows.Origin.refused($0)] } ?? report.files.map { .address($0, api.runtime) }
        return ReportRows(files: files, limit: limit)
    }
}

extension Report {
    /// Why its files are not the whole report.
    fileprivate var gap: FreshworksError? {
        let isFailed = self.status == .failed || self.parts?.contains { $0.status == .failed } == true
        if isFailed { return Self.gap(.reportFailed, "the service could not make all of the report") }
        if let status = self.status, status != .completed {
            return Self.gap(.reportUnfinished, "the report is not finished yet")
        }
        if self.parts?.contains(where: { $0.url?.host() == nil }) ?? files.isEmpty {
            return Self.gap(.reportUnfinished, "a part of the report has no file")
        }
        return nil
    }

    private static func gap(_ code: FreshworksError.Code, _ message: String) -> FreshworksError {
        FreshworksError(code, message, advice: "Wait with finished(_:), or ask for a shorter span of time.")
    }
}
