/// Decides which waiting calls of one account may go now. A pure value that is told the time.
///
/// Interactive calls go as soon as the limit allows; batch calls are spread over what is left of the window, and leave a few
/// calls and one connection for the others. Calls of one kind go in the order in which they came.
struct PacerMachine: Sendable {
    private let callsInFlight: Int
    private var window: RateWindow
    private var gates = RateGates()
    private var queues: [Lane: ArraySlice<PacedCall>] = [:]
    private var inFlight: [UInt64: (call: PacedCall, sent: Duration)] = [:]
    private var costInFlight = 0
    private var nextBatch: Duration = .zero
    private var spentByShare: [UInt64: Int] = [:]
    private var windowOfShares = 0
    private var largestCost = 1

    /// Calls that wait for the same things.
    private struct Lane: Hashable {
        let priority: CallOptions.Priority
        let group: RateGroup
        let share: CallShare
    }

    /// While the limit is unknown, few calls go at once: the limit may be small.
    private static let callsWhileUnknown = 4

    init(period: Duration, callsInFlight: Int) {
        window = RateWindow(period: period)
        self.callsInFlight = callsInFlight
    }

    // MARK: - Events

    mutating func enqueue(_ call: PacedCall) {
        queues[lane(of: call), default: []].append(call)
        largestCost = max(largestCost, call.cost)
    }

    mutating func cancel(_ id: UInt64) {
        for (lane, calls) in queues {
            guard let index = calls.firstIndex(where: { $0.id == id }) else { continue }
            queues[lane]?.remove(at: index)
            if calls.count == 1 { queues[lane] = nil }
            return
        }
    }

    /// - Parameter jitter: Between 0 and 1, to spread what many programs do at the same moment.
    mutating func ended(_ id: UInt64, _ outcome: PacedOutcome, now: Duration, jitter: Double) {
        guard let (call, sent) = inFlight.removeValue(forKey: id) else { return }
        costInFlight -= call.cost
        switch outcome {
        case .notSent:
            if let spent = spentByShare[call.share.number] {
                spentByShare[call.share.number] = max(0, spent - call.cost)
            }
        case .lost:
            window.spent(call.cost)
        case .answered(let reading):
            window.answered(reading, cost: call.cost, sent: sent, received: now)
            gates.succeeded()
        case .refused(let reading, let retryAfter):
            let closesAccount = call.group == .general || (reading.remaining ?? window.remaining ?? 0) <= 0
            let wait = retryAfter ?? reading.resetsIn
            gates.close(closesAccount ? nil : call.group, for: wait, sent: sent, now: now, jitter: jitter)
            if closesAccount { window.forget(now: now) }
        }
    }

    // MARK: - Decisions

    /// The calls that may go now; they count as under way from here on.
    mutating func grants(now: Duration) -> [UInt64] {
        window.advance(to: now)
        var granted: [UInt64] = []
        while let call = nextCall(now: now) {
            queues[lane(of: call)]?.removeFirst()
            if queues[lane(of: call)]?.isEmpty == true { queues[lane(of: call)] = nil }
            if call.priority == .batch { nextBatch = max(now, nextBatch) + spacing(of: call, now: now) }
            inFlight[call.id] = (call, now)
            costInFlight += call.cost
            spend(call)
            granted.append(call.id)
        }
        return granted
    }

    /// When ``grants(now:)`` should be asked again although nothing happens until then; `nil` if only an event can help.
    func nextWake(now: Duration) -> Duration? {
        queues.values.compactMap { $0.first.flatMap { earliest($0, now: now) } }.filter { $0 > now }.min()
    }

    /// Until when a call cannot go, whatever the calls under way bring; `nil` if it may.
    mutating func opening(for call: PacedCall, now: Duration) -> Duration? {
        window.advance(to: now)
        if let opening = gates.opening(of: call.group, now: now) { return opening }
        guard let remaining = window.remaining else { return nil }
        let hasRoom = min(remaining, shareLeft(call.share)) >= call.cost || remaining > 0 && remaining == window.total
        return hasRoom ? nil : window.nextStart
    }

    /// Whether some call may find the limit used up; `false` is cheap and certain.
    func isClosedForSome(now: Duration) -> Bool {
        gates.isAnyClosed(now: now) || !spentByShare.isEmpty || window.remaining.map { $0 < largestCost } ?? false
    }

    private func nextCall(now: Duration) -> PacedCall? {
        queues.values.compactMap(\.first).filter { earliest($0, now: now).map { $0 <= now } ?? false }
            .min { ($0.priority, $0.id) < ($1.priority, $1.id) }
    }

    /// When a call may go by what is known now; `nil` while it waits for another call to end.
    private func earliest(_ call: PacedCall, now: Duration) -> Duration? {
        if let opening = gates.opening(of: call.group, now: now) { return opening }
        let isBatch = call.priority == .batch
        let allowance = allowance(for: call)
        let bound = allowance == nil ? min(callsInFlight, Self.callsWhileUnknown, window.total ?? .max) : callsInFlight
        guard inFlight.count < (isBatch ? max(1, bound - 1) : bound) else { return nil }
        guard let allowance else { return now }
        // A call that costs more than the whole limit goes when the window is untouched, and gets the service's own answer.
        guard allowance >= call.cost || window.remaining == window.total && inFlight.isEmpty else {
            return window.nextStart
        }
        return isBatch ? max(now, min(nextBatch, window.nextStart ?? nextBatch)) : now
    }

    /// How many calls the limit and the client's share leave; `nil` while the limit is unknown.
    private func allowance(for call: PacedCall) -> Int? {
        guard let remaining = window.remaining else { return nil }
        let reserve = call.priority == .batch ? max(1, (window.total ?? 0) / 200) : 0
        return min(remaining - costInFlight - reserve, shareLeft(call.share))
    }

    private func shareLeft(_ share: CallShare) -> Int {
        guard share.fraction < 1, let total = window.total else { return .max }
        let spent = windowOfShares == window.number ? spentByShare[share.number] ?? 0 : 0
        return max(1, Int(share.fraction * Double(total))) - spent
    }

    private mutating func spend(_ call: PacedCall) {
        if windowOfShares != window.number {
            windowOfShares = window.number
            spentByShare = [:]
        }
        if call.share.fraction < 1 { spentByShare[call.share.number, default: 0] += call.cost }
    }

    /// What spreads the calls that are left evenly over the rest of the window.
    private func spacing(of call: PacedCall, now: Duration) -> Duration {
        guard let end = window.nextStart, let allowance = allowance(for: call), end > now else { return .zero }
        return (end - now) * call.cost / max(allowance, call.cost)
    }

    private func lane(of call: PacedCall) -> Lane {
        Lane(priority: call.priority, group: call.group, share: call.share)
    }
}
