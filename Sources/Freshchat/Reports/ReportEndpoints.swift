public import Foundation

/// Extracts of the account's data, made on request. Source: Freshchat API v2, report extract.
///
/// ```swift
/// let request = ReportRequest(.messageSent, from: yesterday, to: today)
/// let report = try await freshchat.reports.finished(freshchat.reports.request(request).id)
/// for try await row in freshchat.reports.rows(of: report) { print(row) }
/// ```
public struct ReportEndpoints: Sendable {
    let api: APIClient

    /// Asks for a report. Accounts may ask about once a minute. `POST /reports/raw`
    public func request(_ request: ReportRequest, options: CallOptions = CallOptions()) async throws -> Report {
        try await api.send(Endpoint("reports.request", .post, "reports/raw", body: .json(request)), options)
    }

    /// A report, finished or not. `GET /reports/raw/{id}`
    public func get(_ id: String, options: CallOptions = CallOptions()) async throws -> Report {
        try await api.send(Endpoint("reports.get", .get, "reports/raw/\(id)"), options)
    }

    /// Waits until a report is finished. `GET /reports/raw/{id}`
    /// - Parameters:
    ///   - interval: How long to wait before asking again, a second at least.
    ///   - limit: After this it is given up, the last question included; the report can still be asked for later.
    ///   - options: For each question; its deadline too, which is shorter where less time is left.
    /// - Throws: ``FreshworksError/Code/reportFailed``; ``FreshworksError/Code/reportUnfinished`` when the limit passes first,
    ///   with what the last question failed with, if it did; what ``get(_:options:)`` throws and does not pass by itself.
    public func finished(
        _ id: String, askingEvery interval: Duration = .seconds(15), within limit: Duration = .seconds(3600),
        options: CallOptions = CallOptions()
    ) async throws -> Report {
        let operation = "reports.finished"
        let report = try await api.poll(
            operation, deadline: limit, every: max(interval, .seconds(1)), options: options,
            unfinished: {
                FreshworksError(
                    .reportUnfinished, "the report is not finished yet\($0.map { ", its status is \($0)" } ?? "")",
                    advice: "Ask for it again later by its id.")
            }
        ) {
            try await get(id, options: $0)
        } isOver: {
            $0.status == .completed || $0.status == .failed
        } state: {
            $0.status?.rawValue
        }
        guard report.status != .failed else {
            var error = FreshworksError(
                .reportFailed, "the service could not make the report", advice: "Ask for a shorter span of time.")
            error.operation = operation
            throw error
        }
        return report
    }

    /// Fetches a file of a finished report to disk, without the token. It is CSV, zipped or plain.
    /// - Parameter progress: Hears how far it is.
    /// - Throws: As `FreshworksRuntime.download(_:to:deadline:progress:)`.
    public func download(
        _ url: URL, to file: URL, deadline: Duration = .seconds(600),
        progress: (@Sendable (TransferProgress) -> Void)? = nil
    ) async throws {
        try await api.runtime.download(url, to: file, deadline: deadline, progress: progress)
    }
}

extension FreshworksError.Code {
    /// The service could not make a report.
    public static let reportFailed = Self(rawValue: "report_failed")
    /// A report took longer than the caller wanted to wait.
    public static let reportUnfinished = Self(rawValue: "report_unfinished")
}

extension FreshchatClient {
    /// Extracts of the account's data.
    public var reports: ReportEndpoints { ReportEndpoints(api: api) }
}
