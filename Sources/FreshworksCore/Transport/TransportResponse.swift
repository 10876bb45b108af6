public import Foundation

/// The service's answer to one request. A redirect is an answer like any other; nobody follows it.
public struct TransportResponse: Sendable {
    /// The HTTP status.
    public var status: Int
    /// The header fields; printed without their secrets.
    public var headers: HeaderFields
    /// The body, decoded from any content encoding; empty when it went to a file.
    public var body: Data

    /// Makes an answer.
    public init(status: Int, headers: HeaderFields = HeaderFields(), body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
