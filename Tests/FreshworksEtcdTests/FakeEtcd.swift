import Foundation
import FreshworksEtcd
import Synchronization
import TestSupport

/// A gateway in memory that says what a real one never does when it is asked to. It keeps the history of one key.
final class FakeEtcd: HTTPTransport {
    /// What becomes of a call.
    enum Fate: Sendable {
        case fine
        /// It is carried out and the connection breaks.
        case lostAnswer
        /// The connection breaks before it is carried out. The caller cannot tell.
        case lostCall
        /// It is carried out, and this is answered.
        case answer(TransportResponse)
        /// It is not carried out, and this is answered.
        case refusal(TransportResponse)
        /// Nothing accepts the connection.
        case refusedConnection
        /// It is carried out and answered, and then others change the key.
        case fineThen([Data?])
        /// It is carried out, the connection breaks, and others change the key.
        case lostAnswerThen([Data?])
    }

    fileprivate struct State {
        /// What the key held from a revision on.
        var history: [(revision: Int64, value: Data?, created: Int64)] = []
        var revision: Int64 = 10
        var fates: [String: [Fate]] = [:]
        var calls: [String] = []
    }

    private let state = Mutex(State())

    /// The functions that were called, with the port that was asked.
    var calls: [String] { state.withLock { $0.calls } }

    /// Decides on the next calls of a function.
    func plan(_ function: String, _ fates: Fate...) { state.withLock { $0.fates[function, default: []] += fates } }

    /// Changes the key as another process would.
    func put(_ values: Data?...) {
        state.withLock { state in for value in values { state.put(value) } }
    }

    /// What the key holds, the first line included.
    var value: Data? { state.withLock { $0.history.last?.value } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        guard case .bytes(let body) = request.body else { throw FreshworksError(.invalidArgument, "no body") }
        let json = try JSONValue(parsing: body)
        let function = request.url.lastPathComponent
        let fate = state.withLock { state -> Fate in
            state.calls.append("\(function) \(request.url.port ?? 0)")
            guard state.fates[function]?.isEmpty == false else { return .fine }
            return state.fates[function]?.removeFirst() ?? .fine
        }
        let lost = FreshworksError(.connectionFailed, "the connection ended", mayHaveBeenExecuted: true)
        switch fate {
        case .refusedConnection: throw FreshworksError(.connectionRefused, "nothing accepts connections")
        case .lostCall: throw lost
        case .refusal(let answer): return answer
        case .fine: return carryOut(function, json)
        case .fineThen(let values):
            defer { for value in values { put(value) } }
            return carryOut(function, json)
        case .answer(let answer):
            _ = carryOut(function, json)
            return answer
        case .lostAnswer:
            _ = carryOut(function, json)
            throw lost
        case .lostAnswerThen(let values):
            _ = carryOut(function, json)
            for value in values { put(value) }
            throw lost
        }
    }

    private func carryOut(_ function: String, _ json: JSONValue) -> TransportResponse {
        state.withLock { state in
            switch function {
            case "range":
                let revision: Int64 = json["revision"] ?? state.revision
                return state.answer([("kvs", state.records(in: revision))])
            case "txn":
                let compare = json["compare"]?.arrayValue?.first
                let last = state.history.last
                let current = last?.value == nil ? 0 : last?.revision ?? 0
                let expected: Int64 = compare?["mod_revision"] ?? compare?["create_revision"] ?? -1
                guard expected == current else {
                    let read: JSONValue = ["response_range": ["kvs": state.records(in: state.revision)]]
                    return state.answer([("responses", [read])])
                }
                let put = json["success"]?.arrayValue?.first?["request_put"]
                state.put(put.flatMap { Data(base64Encoded: $0["value"]?.stringValue ?? "") })
                return state.answer([("succeeded", true), ("responses", [["response_put": [:]]])])
            default: return .json(404, "Not Found")
            }
        }
    }
}

extension FakeEtcd.State {
    mutating func put(_ value: Data?) {
        revision += 1
        let former = history.last
        let created = former?.value == nil ? revision : former?.created ?? revision
        history.append((revision, value, created))
    }

    func records(in revision: Int64) -> JSONValue {
        guard let record = history.last(where: { $0.revision <= revision }), let value = record.value else { return [] }
        return [
            [
                "mod_revision": .string("\(record.revision)"), "create_revision": .string("\(record.created)"),
                "value": .string(value.base64EncodedString()),
            ]
        ]
    }

    func answer(_ members: [(String, JSONValue)]) -> TransportResponse {
        let header: JSONValue = ["revision": .string("\(revision)")]
        return .json(200, JSONValue.object(JSONObject([("header", header)] + members)).description)
    }
}
