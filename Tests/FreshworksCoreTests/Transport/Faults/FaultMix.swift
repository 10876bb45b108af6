import FreshworksSandbox
import TestSupport

/// The calls of a mix, which follow from a seed alone.
struct FaultMix: Sendable {
    /// One call, with all ends that it may have.
    struct Call: Sendable {
        let line: String
        let name: String
        let method: String
        let ends: Set<String>
    }

    let calls: [Call]

    /// - Parameter isURLSession: Whether what URLSession does not hold is left out.
    init(_ count: Int, seed: UInt64, isURLSession: Bool, on servers: FaultServers) {
        var random = SeededGenerator(seed: seed)
        let rows = FaultRow.all.indices.filter { !isURLSession || FaultRow.all[$0].hasNoURLSession == nil }
        let draw = rows.flatMap { Array(repeating: $0, count: FaultRow.all[$0].weight) }
        calls = (0..<count).map { number in
            switch Int.random(in: 0..<10, using: &random) {
            case 0: Self.list(number, on: servers.sandbox, &random)
            case 1...2: Self.ticket(number, on: servers.sandbox, &random)
            default: Self.raw(number, draw[Int.random(in: draw.indices, using: &random)], on: servers, &random)
            }
        }
    }

    private static func raw(
        _ number: Int, _ index: Int, on servers: FaultServers, _ random: inout SeededGenerator
    ) -> Call {
        let row = FaultRow.all[index]
        let method = row.calls == .download ? "GET" : ["GET", "GET", "POST", "PUT", "DELETE"].picked(&random)
        let kind =
            switch row.calls {
            case .client: method == "DELETE" ? "void" : "json"
            case .direct: "direct"
            case .download: "download"
            }
        let hasBody = method == "POST" || method == "PUT"
        let body =
            hasBody
            ? [#"{"note":"text"}"#, #"{"note":"text"}"#, "-", "bytes100000", "file100000"].picked(&random) : "-"
        return Call(
            row.name, number, kind, method, servers.address(of: index, number), row.deadline, body,
            ends: row.ends(of: method), &random)
    }

    private static func ticket(_ number: Int, on sandbox: FaultySandbox, _ random: inout SeededGenerator) -> Call {
        let index = Int.random(in: FaultySandbox.rows.indices, using: &random)
        let row = FaultySandbox.rows[index]
        let method = ["GET", "POST", "PUT"].picked(&random)
        // The number is what the sandbox's record tells the calls apart by.
        let body = ["POST": "{\"body\":\"\(number)\"}", "PUT": "{\"subject\":\"\(number)\"}"][method] ?? "-"
        return Call(
            "sandbox, \(row.name)", number, "json", method, sandbox.address(of: index, method), row.deadline,
            body, ends: method == "GET" ? row.get : row.write, &random)
    }

    private static func list(_ number: Int, on sandbox: FaultySandbox, _ random: inout SeededGenerator) -> Call {
        let list = FaultySandbox.lists.picked(&random)
        return Call(
            "sandbox, list of \(list.size)", number, "list", "GET", sandbox.address(of: list), 120_000, "-",
            ends: [sandbox.end(of: list)], &random)
    }
}

extension FaultMix.Call {
    /// One in ten is canceled at some moment of its life.
    fileprivate init(
        _ name: String, _ number: Int, _ kind: String, _ method: String, _ address: String, _ deadline: Int,
        _ body: String, ends: Set<String>, _ random: inout SeededGenerator
    ) {
        let isCanceled = Int.random(in: 0..<10, using: &random) == 0
        let turns = isCanceled ? Int.random(in: 0...400, using: &random) : -1
        line = "\(number) \(kind) \(method) \(address) \(deadline) \(turns) \(body)"
        (self.name, self.method) = (name, method)
        self.ends = isCanceled ? ends.union(["canceled", "canceled?"]) : ends
    }
}

extension Array {
    fileprivate func picked(_ random: inout SeededGenerator) -> Element {
        self[Int.random(in: indices, using: &random)]
    }
}
