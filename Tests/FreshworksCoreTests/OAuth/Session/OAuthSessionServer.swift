import Foundation
import FreshworksCore
import Synchronization
import TestSupport

/// A token endpoint in memory that rotates refresh tokens and ends the session when a spent one comes back.
final class OAuthSessionServer: HTTPTransport {
    private struct State {
        var requests = 0
        var generation = 1
        var isRevoked = false
        var isOpen = true
        var waiting: [CheckedContinuation<Void, Never>] = []
        var instead: [TransportResponse] = []
        var losesAnswer = false
    }

    private let state = Mutex(State())

    /// How many requests came.
    var requests: Int { state.withLock { $0.requests } }

    /// How many pairs there were; the live pair is `access-N` and `refresh-N`.
    var generation: Int { state.withLock { $0.generation } }

    var isRevoked: Bool { state.withLock { $0.isRevoked } }

    /// Requests wait from now on.
    func close() { state.withLock { $0.isOpen = false } }

    /// Requests go on.
    func open() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isOpen = true
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// The next requests get these answers instead.
    func answer(_ answers: TransportResponse...) { state.withLock { $0.instead += answers } }

    /// The next answer is lost on its way: the server has rotated, the client does not know.
    func loseNextAnswer() { state.withLock { $0.losesAnswer = true } }

    func revoke() { state.withLock { $0.isRevoked = true } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        state.withLock { $0.requests += 1 }
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
        // As real transports do: a refresh that is cancelled with one of its waiters would fail here.
        try Task.checkCancellation()
        let (answer, isLost) = state.withLock { state in
            defer { state.losesAnswer = false }
            return (Self.answer(to: request, &state), state.losesAnswer)
        }
        if isLost { throw FreshworksError(.timedOut, "no answer came in time", mayHaveBeenExecuted: true) }
        return answer
    }

    private static func answer(to request: TransportRequest, _ state: inout State) -> TransportResponse {
        if !state.instead.isEmpty { return state.instead.removeFirst() }
        guard case .bytes(let body) = request.body else { return .json(400, #"{"error":"invalid_request"}"#) }
        let fields = String(decoding: body, as: UTF8.self).split(separator: "&")
        if fields.contains("refresh_token=refresh-\(state.generation)"), !state.isRevoked {
            state.generation += 1
            let number = state.generation
            return .json(
                200,
                """
                {"access_token":"access-\(number)","token_type":"Bearer","expires_in":1800,
                 "refresh_token":"refresh-\(number)"}
                """)
        }
        state.isRevoked = true
        return .json(400, #"{"error":"invalid_grant"}"#)
    }
}
