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
    ///   - interval: How long to wait before asking again.
    ///   - limit: After this it is given up; the report can still be asked for later.
    /// - Throws: ``FreshworksError/Code/reportFailed`` and ``FreshworksError/Code/reportUnfinished``; what
    ///   ``get(_:options:)`` throws.
    public func finished(
        _ id: String, askingEvery interval: Duration = .seconds(15), within limit: Duration = .seconds(3600),
        options: CallOptions = CallOptions()
    ) async throws -> Report {
        let clock = api.runtime.clock
        let end = clock.monotonicNow + limit
        while true {
            let report = try await get(id, options: options)
            if report.status == .completed { return report }
            if report.status == .failed {
                throw failure(.reportFailed, "the service could not make the report", "Ask for a shorter span of time.")
            }
            guard clock.monotonicNow + interval <= end else {
                throw failure(.reportUnfinished, "the report is not finished yet", "Ask for it again later by its id.")
            }
            try await clock.sleep(for: max(interval, .seconds(1)))
        }
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

    private func failure(_ code: FreshworksError.Code, _ message: String, _ advice: String) -> FreshworksError {
        var error = FreshworksError(code, message, advice: advice)
        error.operation = "reports.finished"
        return error
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
