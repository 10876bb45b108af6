import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport

/// The servers of a mix, and how often each call has arrived.
final class FaultServers: Sendable {
    /// Row and arrivals of each call that has arrived, and how many of those the server may have carried out.
    struct Arrivals: Sendable {
        var all = 0
        var executed = 0
    }

    private final class Ledger: Sendable {
        let arrivals = Mutex<[Int: Arrivals]>([:])
    }

    private let ledger = Ledger()
    private let broken: RawServer
    private let limiting: RawServer
    private let flaky: RawServer
    private let closed: RawServer
    private let deaf: RawServer
    let sandbox: FaultySandbox

    init() async throws {
        let respond: @Sendable (RawServer.Request) -> [RawServer.Step] = { [ledger] request in
            // /api/v2/faults/{row}/{number}
            let parts = request.target.split(separator: "/")
            guard parts.count == 5, let index = Int(parts[3]), FaultRow.all.indices.contains(index),
                let number = Int(parts[4])
            else { return [.response(400, [], "")] }
            let row = FaultRow.all[index]
            let arrival = ledger.arrivals.withLock { arrivals in
                let before = arrivals[number, default: Arrivals()]
                arrivals[number, default: Arrivals()].all += 1
                if before.all >= row.refusals { arrivals[number, default: Arrivals()].executed += 1 }
                return before.all
            }
            // URLSession has nothing else to keep libcurl from repeating a write over a connection that breaks.
            return row.steps(arrival) + (request["Connection"] == "close" ? [.close] : [])
        }
        broken = try RawServer(remembers: false, respond)
        limiting = try RawServer(remembers: false, respond)
        flaky = try RawServer(remembers: false, respond)
        closed = try RawServer(remembers: false, respond)
        deaf = try RawServer(onConnect: [.reset])
        sandbox = try await FaultySandbox()
    }

    /// Where a call of a row goes.
    func address(of index: Int, _ number: Int) -> String {
        let port =
            switch FaultRow.all[index].origin {
            case .broken: broken.port
            case .limiting: limiting.port
            case .flaky: flaky.port
            case .closed: closed.port
            case .deaf: deaf.port
            case .dead: 1
            }
        return "http://127.0.0.1:\(port)/api/v2/faults/\(index)/\(number)"
    }

    /// How often calls have arrived, by their numbers.
    func arrivals() -> [Int: Arrivals] {
        ledger.arrivals.withLock { $0 }.merging(sandbox.arrivals()) { one, _ in one }
    }

    func stop() {
        for server in [broken, limiting, flaky, closed, deaf] { server.stop() }
        sandbox.stop()
    }
}
