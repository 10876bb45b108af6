/// How much of a rate limit others use: what the service counts in a window beyond this program's own calls.
///
/// The window before counts half, so that a window's first moments are not taken for all of it. A pure value.
struct OtherCallers: Sendable {
    private var before: (own: Double, all: Double, span: Double) = (0, 0, 0)
    private var own = 0
    private var all = 0

    /// However little is left to this program it goes on asking, so that it finds what others leave.
    private static let leastPart = 0.125

    /// A window begins.
    /// - Parameter span: How long the one before was looked at; zero if that is not known, and then it does not count.
    mutating func begin(after span: Duration) {
        if span > .zero {
            before = (
                Double(own) + before.own / 2, Double(all) + before.all / 2, span / .seconds(1) + before.span / 2
            )
        }
        (own, all) = (0, 0)
    }

    /// A call of this program was counted.
    mutating func spent(_ cost: Int) { own += cost }

    /// The service has counted so many calls in this window since this program looks on.
    mutating func counted(_ calls: Int) { all = max(all, calls) }

    /// This program's part of what is used, above 0 and at most 1.
    var ownPart: Double {
        let (own, all) = (Double(own) + before.own / 2, Double(all) + before.all / 2)
        guard all > own, all > 0 else { return 1 }
        return max(Self.leastPart, (own + 1) / (all + 1))
    }

    /// How many calls of others come in a while.
    /// - Parameter elapsed: Since the window began.
    func expected(in while: Duration, elapsed: Duration) -> Double {
        let span = elapsed / .seconds(1) + before.span / 2
        guard span > 0 else { return 0 }
        let others = max(0, Double(all - own)) + max(0, before.all - before.own) / 2
        return others / span * (`while` / .seconds(1))
    }
}
