import Foundation
import FreshworksCore
import Synchronization
import TestSupport

/// A token endpoint that rotates refresh tokens and ends the session when a spent one comes back, for processes that take turns.
///
/// It notes who asked with what, how old the asker's claim was, and what became of the answer.
final class TurnServer: Sendable {
    /// A refresh token that came back.
    enum Reuse: Hashable {
        /// The one who spent it was killed before the new pair was stored; its claim had run out.
        case killed
        /// The one who spent it had not stored the next pair when its claim ran out.
        case stalled
        /// The one who brought it back did so after its own claim had run out.
        case late
        /// There is no excuse.
        case inexcusable
    }

    private struct Request {
        let process: Int
        let claimed: Duration
        var stored: Duration?
    }

    private struct State {
        var generation = 1
        var claims: [Int: Duration] = [:]
        /// Who spent which generation.
        var spent: [Int: Request] = [:]
        var reuses: [Reuse] = []
        var failures = 0
    }

    private let state = Mutex(State())
    private let turns: SessionTurns
    private let claimTime: Duration

    init(_ turns: SessionTurns, claimTime: Duration) {
        self.turns = turns
        self.claimTime = claimTime
    }

    var reuses: [Reuse] { state.withLock { $0.reuses } }
    var generation: Int { state.withLock { $0.generation } }

    /// The next requests are refused, and nothing is spent.
    func fail(_ count: Int) { state.withLock { $0.failures = count } }

    /// A process changed the record.
    func stored(_ record: JSONValue, by process: Int) {
        let generation = Self.generation(of: record)
        state.withLock { state in
            if record["claim"]?.objectValue != nil { state.claims[process] = turns.now }
            if state.spent[generation - 1]?.stored == nil { state.spent[generation - 1]?.stored = turns.now }
        }
    }

    /// Whether a record has a pair that no store has had.
    func isNewPair(_ record: JSONValue) -> Bool {
        state.withLock { state in
            guard let request = state.spent[Self.generation(of: record) - 1] else { return false }
            return request.stored == nil
        }
    }

    private static func generation(of record: JSONValue) -> Int {
        let token = record["tokens"]?["refresh_token"]?.stringValue ?? ""
        return Int(token.dropFirst("refresh-".count)) ?? 0
    }

    func answer(to body: String, from process: Int) -> TransportResponse {
        state.withLock { state in
            if state.failures > 0 {
                state.failures -= 1
                return .json(503, "{}")
            }
            guard let field = body.split(separator: "&").first(where: { $0.hasPrefix("refresh_token=refresh-") }),
                let generation = Int(field.dropFirst("refresh_token=refresh-".count))
            else { return .json(400, #"{"error":"invalid_request"}"#) }
            let claimed = state.claims[process] ?? .zero
            if let first = state.spent[generation] {
                state.reuses.append(reuse(after: first, claimed: claimed))
            }
            guard state.reuses.isEmpty else { return .json(400, #"{"error":"invalid_grant"}"#) }
            state.spent[generation] = Request(process: process, claimed: claimed)
            state.generation += 1
            let next = state.generation
            return .json(
                200,
                """
                {"access_token":"access-\(next)","token_type":"Bearer","expires_in":1800,
                 "refresh_token":"refresh-\(next)"}
                """)
        }
    }

    private func reuse(after first: Request, claimed: Duration) -> Reuse {
        if turns.now - claimed >= claimTime { return .late }
        guard (first.stored ?? turns.now) - first.claimed >= claimTime else { return .inexcusable }
        return first.stored == nil && turns.killed.contains(first.process) ? .killed : .stalled
    }
}

/// One process's way to the server: the request takes a turn, and so does the answer.
struct TurnTransport: HTTPTransport {
    let server: TurnServer
    let turns: SessionTurns
    let process: Int

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        try await turns.take(process)
        guard case .bytes(let body) = request.body else { return .json(400, "{}") }
        let answer = server.answer(to: String(decoding: body, as: UTF8.self), from: process)
        try await turns.take(process)
        return answer
    }
}
