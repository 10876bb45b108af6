import Foundation
package import FreshworksCore
import Synchronization

/// A transport without a network: answers by a function and remembers what it was given.
package final class ScriptedTransport: HTTPTransport {
    private let respond: @Sendable (TransportRequest) async throws -> TransportResponse
    private let seen = Mutex<[TransportRequest]>([])

    package init(_ respond: @escaping @Sendable (TransportRequest) async throws -> TransportResponse) {
        self.respond = respond
    }

    /// Gives these answers one after the other, the last one for ever.
    package convenience init(_ answers: TransportResponse...) {
        let left = Mutex(answers)
        self.init { _ in left.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
    }

    /// What was sent so far.
    package var requests: [TransportRequest] { seen.withLock { $0 } }

    package func send(_ request: TransportRequest) async throws -> TransportResponse {
        seen.withLock { $0.append(request) }
        return try await respond(request)
    }
}

extension TransportResponse {
    /// An answer with a JSON body.
    package static func json(_ status: Int, _ body: String, _ fields: (name: String, value: String)...) -> Self {
        TransportResponse(
            status: status, headers: HeaderFields(received: [("Content-Type", "application/json")] + fields),
            body: Data(body.utf8))
    }

    /// An answer with any body and content type.
    package static func text(_ status: Int, _ body: String, type: String = "text/html") -> Self {
        TransportResponse(
            status: status, headers: HeaderFields(received: [("Content-Type", type)]), body: Data(body.utf8))
    }

    /// An answer without a body.
    package static func empty(_ status: Int, _ fields: (name: String, value: String)...) -> Self {
        TransportResponse(status: status, headers: HeaderFields(received: fields))
    }
}

extension FreshworksRuntime.Configuration {
    /// Sends each call once, at once: for tests of single answers.
    package static var quiet: Self { Self(paces: false, retry: .init(maximumAttempts: 1)) }
}
