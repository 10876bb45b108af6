import Dispatch
import Foundation
import FreshworksCore
import Synchronization

/// Says on standard output what happens, a line of JSON for each event, with the round and the machine's time. Tokens
/// appear as their SHA-256 only.
final class SessionReporter: SessionObserver {
    private let round: Mutex<Int>

    init(round: Int) { self.round = Mutex(round) }

    func begin(_ round: Int) { self.round.withLock { $0 = round } }

    func say(
        _ event: String, error: String? = nil, token: String? = nil, refreshToken: String? = nil, attempts: Int? = nil,
        stoodStill: Int64? = nil
    ) {
        let line: JSONValue = [
            "event": .string(event), "round": .number(JSONNumber(Int64(round.withLock { $0 }))),
            "nanoseconds": .number(JSONNumber(Int64(DispatchTime.now().uptimeNanoseconds))),
            "error": error.map(JSONValue.string) ?? .null, "token": digest(token), "refreshToken": digest(refreshToken),
            "attempts": attempts.map { .number(JSONNumber(Int64($0))) } ?? .null,
            "stoodStill": stoodStill.map { .number(JSONNumber($0)) } ?? .null,
        ]
        // One write for each line: several threads may speak.
        FileHandle.standardOutput.write(line.serialized() + Data("\n".utf8))
    }

    private func digest(_ token: String?) -> JSONValue {
        guard let token else { return .null }
        return .string(SHA256.hash(token.utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    func callBegan(_ call: ObservedCall) -> HeaderFields {
        say("asking")
        return HeaderFields()
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        say("answered", error: outcome.error?.rawValue)
    }

    func sessionChanged(_ event: SessionEvent) { say(event.kind.rawValue, error: event.error?.rawValue) }
}
