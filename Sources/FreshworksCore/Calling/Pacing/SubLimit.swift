/// A limit of its own that some calls have inside the account's, such as 20 lists of tickets a minute of 200 calls.
///
/// The services stamp no number of it on their answers, so calls are counted here. A pure value that is told the time.
struct SubLimit: Sendable {
    private let limit: Int
    private let period: Duration
    /// The answer to the window's first call: the latest moment at which it can have begun.
    private var start: Duration?
    private var spent = 0
    private var spentByShare: [UInt64: Int] = [:]

    init(limit: Int, period: Duration) {
        self.limit = limit
        self.period = period
    }

    /// When the next window has begun for certain.
    var nextStart: Duration? { start.map { $0 + period } }

    /// How many calls a client may make yet in this window.
    func left(for share: CallShare) -> Int {
        guard share.fraction < 1 else { return limit - spent }
        let part = max(1, Int(share.fraction * Double(limit)))
        return min(limit - spent, part - (spentByShare[share.number] ?? 0))
    }

    mutating func advance(to now: Duration) {
        guard let nextStart, now >= nextStart else { return }
        reset()
    }

    /// A call is let go.
    mutating func spend(_ share: CallShare) {
        spent += 1
        if share.fraction < 1 { spentByShare[share.number, default: 0] += 1 }
    }

    /// A call ended that was not sent.
    mutating func giveBack(_ share: CallShare) {
        spent = max(0, spent - 1)
        if let known = spentByShare[share.number] { spentByShare[share.number] = max(0, known - 1) }
    }

    /// A call was answered.
    mutating func answered(now: Duration) {
        if start == nil { start = now }
    }

    /// The service has begun anew, or will have when it lets calls in again.
    mutating func reset() {
        start = nil
        spent = 0
        spentByShare = [:]
    }
}
