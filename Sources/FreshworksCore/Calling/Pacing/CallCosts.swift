/// What calls cost by the service's own word, where that differs from what was thought. A pure value.
struct CallCosts: Sendable {
    private var known: [Kind: Int] = [:]

    private struct Kind: Hashable {
        let operation: String
        let thought: Int
    }

    /// Operations come from code, but their names may hold anything in a connector of somebody else.
    private static let most = 256

    /// Whether all cost what was thought.
    var isEmpty: Bool { known.isEmpty }

    /// What a call costs that is thought to cost so much.
    func cost(of call: PacedCall) -> Int {
        known.isEmpty ? call.cost : known[Kind(operation: call.operation, thought: call.cost)] ?? call.cost
    }

    /// The service has counted a call.
    /// - Parameter call: With the cost that was thought before anything was learned.
    mutating func learn(_ call: PacedCall, cost: Int) {
        let kind = Kind(operation: call.operation, thought: call.cost)
        guard cost > 0, cost != (known[kind] ?? call.cost) else { return }
        if known.count >= Self.most { known = [:] }
        known[kind] = cost == call.cost ? nil : cost
    }
}
