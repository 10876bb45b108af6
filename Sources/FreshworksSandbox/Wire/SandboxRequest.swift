import Foundation
import FreshworksCore

/// One request as the services see it, whichever way it came in.
struct SandboxRequest: Sendable {
    /// The verb as sent, but `GET` for `HEAD`, whose answer only loses its body.
    var method: String
    /// The decoded segments below the product's base path.
    var path: [String]
    /// What the route's `{name}` segments matched.
    var parameters: [String: String] = [:]
    var query: QueryText
    var headers: HeaderFields
    var body: Data
    /// Scheme, host and port that the client used.
    var origin: String
    /// Scheme and host of files to download, which need no credential.
    var downloadOrigin: String
    /// Where a scripted fault makes links point instead.
    var linkOrigin: String?
    /// What the OAuth server says in place of a consent page.
    var authorizationError: Fault.AuthorizationError?
    /// The product's base path, such as `/api/v2`.
    var basePath: String
    /// The calendar time of the request.
    var now: Date = .distantPast
    /// Unique within the sandbox.
    var serial = 0
    /// What the `Bearer` credential is worth to the OAuth server; `nil` if there is none.
    var bearer: BearerUse?
    /// By how many rows a scripted fault has moved the list since the page before.
    var rowShift = 0
    /// What a record that a test adds has besides what a request could say of it, its id and its times among it.
    var seed = JSONObject()

    /// An id of the request that looks like those of the services and is the same in every run.
    var traceID: String { "00000000-0000-4000-8000-" + String(format: "%012x", serial) }

    /// The body, if it is announced as JSON and is an object.
    var jsonObject: JSONObject? {
        let type = (headers["Content-Type"] ?? "").prefix { $0 != ";" }.filter { $0 != " " }
        guard type.equalsIgnoringCase("application/json") else { return nil }
        return (try? JSONValue(parsing: body))?.objectValue
    }

    /// The part of a list that one page holds, clamped to what there is.
    func rows<Row>(of all: [Row], page: Int, perPage: Int) -> (rows: ArraySlice<Row>, hasMore: Bool) {
        let shift = page > 1 ? rowShift : 0
        let (offset, isHuge) = (page - 1).multipliedReportingOverflow(by: perPage)
        let start = isHuge ? all.count : min(max(offset - shift, 0), all.count)
        let end = min(start + perPage, all.count)
        return (all[start..<end], end < all.count)
    }

    /// An id as paths and parameters spell it; `nil` if it cannot be one.
    static func id(_ text: String) -> Int64? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(text).flatMap { $0 > 0 ? $0 : nil } : nil
    }
}
