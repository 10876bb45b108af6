import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

/// The package's transports. Every suite over a real socket runs over each.
enum TransportKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case libcurl, urlSession

    var testDescription: String { rawValue }

    func make(
        maximumConnections: Int = 16, clock: any RuntimeClock = SystemClock()
    ) throws -> any BuiltInTransport {
        switch self {
        case .libcurl:
            #if os(Linux)
                return try #require(CurlTransport(maximumConnections: maximumConnections, clock: clock))
            #else
                return URLSessionTransport(maximumConnections: maximumConnections, clock: clock)
            #endif
        case .urlSession: return URLSessionTransport(maximumConnections: maximumConnections, clock: clock)
        }
    }
}

/// The error that a call ended with; `nil` when it ended well or was canceled.
func failure(_ call: () async throws -> TransportResponse) async -> FreshworksError? {
    do {
        _ = try await call()
        return nil
    } catch {
        return error as? FreshworksError
    }
}

extension RawServer {
    /// Plays the same steps for every request.
    convenience init(always steps: Step...) throws { try self.init { _ in steps } }

    /// Where nothing listens: no program of a test takes port 1.
    static var unusedURL: URL { get throws { try #require(URL(string: "http://127.0.0.1:1/")) } }

    /// A request to this server. Its deadline is for tests that hang.
    func request(
        _ method: TransportRequest.Method = .get, _ path: String = "/", body: TransportRequest.Body = .none,
        destination: TransportRequest.Destination = .memory(), timeout: Duration = .seconds(600)
    ) throws -> TransportRequest {
        TransportRequest(method, try url(path), body: body, destination: destination, timeout: timeout)
    }
}
