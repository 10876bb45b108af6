import FreshworksSandbox
import Synchronization

/// Passes TCP connections on to a server of this machine, and can hold back its answers and cut the connections.
package final class TCPRelay: Sendable {
    /// How a connection ends for the client.
    package enum End: Sendable, CaseIterable {
        /// In order, in the middle of what TLS and HTTP have to say.
        case close
        /// With a TCP reset.
        case reset
    }

    private struct State {
        var connectionCount = 0
        var holdsAnswers = false
        /// How many bytes the clients have said.
        var passedOn = 0
        /// How often the present connections were cut, and how the last time.
        var cuts = 0
        var end = End.close
        /// How many connections are open that were made after so many cuts.
        var open: [Int: Int] = [:]
    }

    private final class Control: Sendable {
        let state = Mutex(State())
    }

    private let listener: LoopbackListener
    private let control: Control

    /// Starts to listen.
    package init(to port: Int) throws {
        let control = Control()
        self.control = control
        listener = try LoopbackListener { near in
            let cuts = control.state.withLock {
                $0.connectionCount += 1
                $0.open[$0.cuts, default: 0] += 1
                return $0.cuts
            }
            defer { control.state.withLock { $0.open[cuts, default: 0] -= 1 } }
            guard let far = try? LoopbackConnection(to: port) else { return near.reset() }
            var pair = RelayedPair(near: near, far: far)
            func isCut() -> Bool { control.state.withLock { $0.cuts > cuts } }
            // A cut lets answers through on later connections, never on this one.
            func holdsAnswers() -> Bool { control.state.withLock { $0.holdsAnswers || $0.cuts > cuts } }
            func count(_ bytes: [UInt8]) { control.state.withLock { $0.passedOn += bytes.count } }
            while !isCut(), pair.step(holdsAnswers: holdsAnswers, heard: count) {}
            if isCut(), control.state.withLock({ $0.end == .reset }) { near.reset() }
            near.close()
            far.close()
        }
    }

    deinit { listener.stop() }

    /// Where it listens.
    package var port: Int { Int(listener.port) }

    /// How many connections were made so far.
    package var connectionCount: Int { control.state.withLock { $0.connectionCount } }

    /// How many bytes of clients it has passed on so far.
    package var passedOn: Int { control.state.withLock { $0.passedOn } }

    /// From now on nothing reaches the client but what the server says to the greeting of a TLS connection.
    package func holdAnswers() { control.state.withLock { $0.holdsAnswers = true } }

    /// Ends all connections, and returns when they have ended. Later ones are passed on whole, so that whatever is sent again
    /// arrives.
    package func cut(_ end: End) async {
        control.state.withLock { state in
            state.cuts += 1
            state.end = end
            state.holdsAnswers = false
        }
        func areCut() -> Bool { control.state.withLock { state in !state.open.contains { $0 < state.cuts && $1 > 0 } } }
        while !areCut() { await Task.yield() }
    }
}
