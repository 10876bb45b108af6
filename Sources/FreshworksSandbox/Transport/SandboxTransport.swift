import Foundation
import FreshworksCore

/// The sandbox as a transport: what happens on the wire elsewhere becomes the error of a real transport here.
struct SandboxTransport: HTTPTransport {
    let core: SandboxCore

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        let outcome = core.answer(try arrival(request))
        if outcome.delivery == .unknownHost {
            throw FreshworksError(.nameNotResolved, "the host's name does not resolve")
        }
        if outcome.delay > .zero {
            try await core.options.clock.sleep(for: min(outcome.delay, request.timeout))
            guard outcome.delay < request.timeout else {
                throw FreshworksError(.timedOut, "no answer came in time", mayHaveBeenExecuted: true)
            }
        }
        return try deliver(outcome, to: request)
    }

    private func arrival(_ request: TransportRequest) throws -> Arrival {
        guard let parts = URLComponents(url: request.url, resolvingAgainstBaseURL: false), let host = parts.host else {
            throw FreshworksError(.nameNotResolved, "the address names no host")
        }
        let doors = HostDoors(account: core.options.account, oauthPath: core.options.oauth.path)
        let isStandard = parts.scheme == "https" && (parts.port ?? 443) == 443
        let query = parts.percentEncodedQuery.map { "?" + $0 } ?? ""
        return Arrival(
            method: request.method.rawValue, scheme: "https", host: host, target: parts.percentEncodedPath + query,
            headers: request.headers, body: try body(request.body),
            downloadOrigin: "https://\(HostDoors.downloadHost)"
        ) { path in isStandard ? doors.door(host: host, path: path) : .nowhere }
    }

    private func body(_ body: TransportRequest.Body) throws -> Data {
        switch body {
        case .none: return Data()
        case .bytes(let bytes): return bytes
        case .file(let url):
            do { return try Data(contentsOf: url) } catch {
                throw FreshworksError(.invalidArgument, "the file to send cannot be read", underlying: error)
            }
        }
    }

    private func deliver(_ outcome: SandboxOutcome, to request: TransportRequest) throws -> TransportResponse {
        switch outcome.delivery {
        case .reset:
            throw FreshworksError(
                .connectionFailed, "the connection broke before an answer came", mayHaveBeenExecuted: true)
        case .truncated:
            throw FreshworksError(
                .truncatedResponse, "the connection ended in the middle of the answer", mayHaveBeenExecuted: true)
        case .notHTTP, .unknownHost:
            throw FreshworksError(.malformedResponse, "the answer is not HTTP", mayHaveBeenExecuted: true)
        case .whole: break
        }
        let reply = outcome.reply
        var response = TransportResponse(status: reply.status, headers: HeaderFields(received: reply.headers))
        let body = request.method.rawValue == "HEAD" ? Data() : reply.body
        switch request.destination {
        case .memory(let limit):
            guard body.count <= limit else {
                throw FreshworksError(
                    .responseTooLarge, "the answer is longer than \(limit) bytes", mayHaveBeenExecuted: true)
            }
            response.body = body
        case .file(let url) where response.isSuccess:
            try body.write(to: url, options: .atomic)
        case .file:
            response.body = body
        }
        return response
    }
}
