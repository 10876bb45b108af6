import Synchronization

/// What an nginx has served, as its access log says it.
package final class NginxLog: Sendable {
    /// A request that came to its end, well or not.
    package struct Line: Sendable, Equatable {
        /// The port that it came to; 0 for the one of IPv6.
        package let port: Int
        /// Such as `HTTP/2.0`.
        package let `protocol`: String
        /// A number that tells the connections of one nginx apart.
        package let connection: String
        package let method: String
        /// Path and query.
        package let target: String
        package let status: Int
        /// How many bytes arrived, head and body.
        package let size: Int

        /// The format that is read here.
        static let format =
            "$server_port $server_protocol $connection $request_method $request_uri $status $request_length"

        init?(_ text: String) {
            let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard words.count == 7, let port = Int(words[0]), let status = Int(words[5]), let size = Int(words[6])
            else { return nil }
            (self.port, self.protocol, connection, method) = (port, words[1], words[2], words[3])
            (target, self.status, self.size) = (words[4], status, size)
        }
    }

    private struct State {
        var lines: [Line] = []
        var waiting: [(target: String, continuation: AsyncStream<Line>.Continuation)] = []
        var hasEnded = false
    }

    private let state = Mutex(State())

    /// All lines so far.
    package var lines: [Line] { state.withLock { $0.lines } }

    /// How often a target was asked for so far.
    package func count(of target: String) -> Int { lines.count { $0.target == target } }

    /// Waits for the first line about a target; `nil` when the server or the test has ended before.
    package func line(about target: String) async -> Line? {
        let (stream, continuation) = AsyncStream.makeStream(of: Line.self)
        state.withLock { state in
            if let known = state.lines.first(where: { $0.target == target }) {
                continuation.yield(known)
            } else if state.hasEnded {
                continuation.finish()
            } else {
                state.waiting.append((target, continuation))
            }
        }
        for await line in stream { return line }
        return nil
    }

    func add(_ line: Line) {
        state.withLock { state in
            state.lines.append(line)
            for waiter in state.waiting where waiter.target == line.target { waiter.continuation.yield(line) }
            state.waiting.removeAll { $0.target == line.target }
        }
    }

    func end() {
        state.withLock { state in
            state.hasEnded = true
            for waiter in state.waiting { waiter.continuation.finish() }
            state.waiting = []
        }
    }
}
