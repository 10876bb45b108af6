import Foundation
import FreshworksCore
import Synchronization

/// Answers from a list, and remembers what it was asked.
final class ScriptedTransport: HTTPTransport {
    private let state = Mutex(State())

    private struct State {
        var answers: [TransportResponse] = []
        var seen: [Seen] = []
        var headers: [HeaderFields] = []
    }

    /// The requests so far.
    var seen: [Seen] { state.withLock(\.seen) }

    /// All header fields of the requests so far.
    var headers: [HeaderFields] { state.withLock(\.headers) }

    /// Adds an answer in JSON.
    func answer(_ status: Int, _ body: String, link: String? = nil) {
        let fields =
            [(name: "Content-Type", value: "application/json")] + (link.map { [(name: "Link", value: $0)] } ?? [])
        let response = TransportResponse(
            status: status, headers: HeaderFields(received: fields), body: Data(body.utf8))
        state.withLock { $0.answers.append(response) }
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        try state.withLock { state in
            state.seen.append(Seen(request))
            state.headers.append(request.headers)
            guard !state.answers.isEmpty else { throw FreshworksError(.shutDown, "the script is over") }
            return state.answers.removeFirst()
        }
    }
}

/// A request as it would be on the wire.
struct Seen: Hashable, Sendable {
    var line: String
    var authorization: String?
    var contentType: String?
    var body: String?
}

extension Seen {
    init(_ request: TransportRequest) {
        line = "\(request.method) \(request.url.absoluteString)"
        authorization = request.headers["Authorization"]
        contentType = request.headers["Content-Type"]
        if case .bytes(let data) = request.body { body = String(decoding: data, as: UTF8.self) }
    }
}
