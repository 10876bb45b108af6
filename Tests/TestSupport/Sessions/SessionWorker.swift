package import Foundation
import Synchronization

/// Another process with the same session. What it is told and what it says is described at `SessionWork`.
package final class SessionWorker: Sendable {
    private struct State {
        var reports: [SessionReport] = []
        var hasEnded = false
    }

    private let tool: RunningTool
    private let state = Mutex(State())

    /// Starts it; it opens its session and waits.
    package init(_ task: SessionTask) throws {
        tool = try CommandLineTool("ProcessWorker").start(["session"], input: nil, limit: .seconds(900))
        Task { [tool, weak self] in
            for await line in tool.lines {
                guard let report = try? JSONDecoder().decode(SessionReport.self, from: Data(line.utf8)) else {
                    continue
                }
                self?.state.withLock { $0.reports.append(report) }
            }
            self?.state.withLock { $0.hasEnded = true }
        }
        try tool.send(String(decoding: JSONEncoder().encode(task), as: UTF8.self))
    }

    /// What it has said since the last round began.
    package var reports: [SessionReport] { state.withLock { $0.reports } }

    /// Has it obtain a credential after the tokens of all former rounds have expired.
    package func begin(_ round: Int) throws {
        state.withLock { $0.reports.removeAll { $0.round < round } }
        try tool.send("round \(round)")
    }

    /// Has it stop when it has claimed the next refresh, `claim`, or before it stores the next pair, `pair`.
    package func halt(at place: String) throws { try tool.send("halt \(place)") }

    /// The first report of an event, as soon as it is there; `nil` if the process ends without.
    package func report(_ event: String, in round: Int) async throws -> SessionReport? {
        while true {
            let (found, hasEnded) = state.withLock { state in
                (state.reports.first { $0.event == event && $0.round == round }, state.hasEnded)
            }
            if found != nil || hasEnded { return found }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    /// Lets it go on after it has stopped.
    /// - Returns: What it got in the round.
    package func wake(in round: Int) async throws -> SessionReport? {
        let waking = Task {
            // It may say that it stops a moment before it does.
            while true {
                tool.signal(SIGCONT)
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        defer { waking.cancel() }
        _ = try await report("continuing", in: round)
        return try await report("done", in: round)
    }

    /// Ends it as `kill -9` does, also when it is stopped.
    package func kill() {
        // Its number is not another's: it has been alive until now, or nobody has collected it.
        if !state.withLock({ $0.hasEnded }) { tool.signal(SIGKILL) }
    }

    /// Waits until all that it said is known.
    package func end() async throws {
        while !state.withLock({ $0.hasEnded }) { try await Task.sleep(for: .milliseconds(2)) }
    }
}

/// What a worker process has to know.
package struct SessionTask: Encodable {
    /// The folder or the address of the store.
    package var store: String
    package var tokenURL: URL
    package var clientID: String
    package var clientSecret: String
    package var claimMilliseconds: Int
    package var session = "acme"
    package var round = 0
}

/// Something that happened in a worker process. Tokens are SHA-256 digests.
package struct SessionReport: Decodable {
    package var event: String
    package var round: Int
    /// By a clock that all processes of the machine share.
    package var nanoseconds: UInt64
    package var error: String?
    package var token: String?
    package var refreshToken: String?
    package var attempts: Int?
    /// How many milliseconds the process stood still at the most in the round, at its end.
    package var stoodStill: Int?
}
