/// Decides which waiting calls of one account may go now. A pure value that is told the time.
///
/// Interactive calls go as soon as the limit allows; batch calls are spread over what is left of the window, and leave a few
/// calls and one connection for the others. Calls of one kind go in the order in which they came. Where other programs use
/// the same account, batch calls take the part of what is left that this program had of what was used.
struct PacerMachine: Sendable {
    private let callsInFlight: Int
    private let knownSubLimits: [Int: [String: Int]]
    private var window: RateWindow
    private var gates: RateGates
    private var costs = CallCosts()
    private var subLimits: [RateGroup: SubLimit] = [:]
    /// Set where several programs share the limit through a store.
    private var claims: ClaimedCalls?
    private var queues: [Lane: ArraySlice<PacedCall>] = [:]
    private var inFlight: [UInt64: (call: PacedCall, thought: PacedCall, sent: Duration)] = [:]
    private var costInFlight = 0
    /// When the next batch call may go: any, and one of a group with a limit of its own.
    private var nextBatch: Duration = .zero
    private var nextOfGroup: [RateGroup: Duration] = [:]
    private var spentByShare: [UInt64: Int] = [:]
    private var windowOfShares = 0
    private var largestCost = 1
    /// The window of the last interactive call.
    private var lastInteractive = -2

    /// Calls that wait for the same things.
    private struct Lane: Hashable {
        let priority: CallOptions.Priority
        let group: RateGroup
        let share: CallShare
    }

    /// While the limit is unknown, few calls go at once: the limit may be small.
    private static let callsWhileUnknown = 4

    /// - Parameter subLimits: The limits that groups have inside the account's, by the account's. An account is held to them
    ///   once it was seen to have them.
    init(period: Duration, callsInFlight: Int, subLimits: [Int: [String: Int]] = [:], isShared: Bool = false) {
        claims = isShared ? ClaimedCalls() : nil
        window = RateWindow(period: period)
        gates = RateGates(period: period)
        self.callsInFlight = callsInFlight
        knownSubLimits = subLimits
    }

    // MARK: - Events

    mutating func enqueue(_ call: PacedCall) {
        queues[lane(of: call), default: []].append(call)
        largestCost = max(largestCost, costs.cost(of: call))
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
        guard let (call, thought, sent) = inFlight.removeValue(forKey: id) else { return }
        costInFlight -= call.cost
        switch outcome {
        case .notSent:
            subLimits[call.group]?.giveBack(call.share)
            if let spent = spentByShare[call.share.number] {
                spentByShare[call.share.number] = max(0, spent - call.cost)
            }
        case .lost:
            window.spent(call.cost)
            // Otherwise a window of nothing but lost calls would never end.
            subLimits[call.group]?.answered(now: now)
        case .answered(let reading):
            if let cost = reading.cost { costs.learn(thought, cost: cost) }
            let wasRefusing = gates.isRefusing
            gates.succeeded(sent: sent)
            if wasRefusing && !gates.isRefusing { window.reopened(now: now) }
            window.answered(reading, cost: reading.cost ?? call.cost, sent: sent, received: now)
            subLimits[call.group]?.answered(now: now)
        case .refused(let reading, let retryAfter):
            let closesAccount = call.group == .general || (reading.remaining ?? window.remaining ?? 0) <= 0
            let wait = retryAfter ?? reading.resetsIn
            gates.close(closesAccount ? nil : call.group, for: wait, sent: sent, now: now, jitter: jitter)
            if closesAccount {
                window.refused(now: now, wait: wait)
                subLimits[call.group]?.answered(now: now)
            } else {
                limit(call.group)
            }
            if closesAccount, let until = gates.opening(of: .general, now: now) {
                claims?.ended(id, remaining: nil, ends: nil, margin: .zero, refusedUntil: until)
            }
        }
        let (remaining, ends) = (window.isSeen ? window.remaining : nil, window.nextStart)
        let margin = min(.seconds(1), window.length.estimate / 20)
        claims?.ended(id, remaining: remaining, ends: ends, margin: margin, refusedUntil: nil)
    }

    /// Lets go of the room of empty tables, which they keep otherwise: an account that rests shall be small.
    mutating func giveBackRoom() {
        if inFlight.isEmpty { inFlight = [:] }
        if queues.isEmpty { queues = [:] }
    }

    /// An account that was seen to have one of the service's sub-limits is held to it from now on.
    private mutating func limit(_ group: RateGroup) {
        guard let limit = window.total.flatMap({ knownSubLimits[$0] })?[group.rawValue] else { return }
        // It begins when the gate opens.
        subLimits[group] = SubLimit(limit: limit, period: window.length.estimate)
    }

    // MARK: - Decisions

    /// The calls that may go now; they count as under way from here on.
    mutating func grants(now: Duration) -> [UInt64] {
        advance(to: now)
        var granted: [UInt64] = []
        while let next = nextCall(now: now) {
            queues[lane(of: next)]?.removeFirst()
            if queues[lane(of: next)]?.isEmpty == true { queues[lane(of: next)] = nil }
            let call = priced(next)
            if call.priority == .batch {
                nextBatch = max(now, nextBatch) + spacing(of: call, now: now)
                if let limit = subLimits[call.group] {
                    let before = nextOfGroup[call.group] ?? now
                    nextOfGroup[call.group] = max(now, before) + Self.spacing(of: limit, for: call.share, now: now)
                }
            }
            if call.priority == .interactive { lastInteractive = window.number }
            claims?.spend(call, now: now)
            inFlight[call.id] = (call, next, now)
            costInFlight += call.cost
            spend(call)
            granted.append(call.id)
        }
        wantClaims(now: now)
        return granted
    }

    /// What to tell the programs that share the limit.
    mutating func takeNews() -> [SharedRequest] { claims?.takeNews() ?? [] }

    /// Those programs have answered.
    mutating func answered(_ answer: ClaimedCalls.LocalAnswer) { claims?.answered(answer) }

    /// Asks for calls when some could go but for the others.
    private mutating func wantClaims(now: Duration) {
        guard let held = claims else { return }
        let waiting = queues.values.compactMap(\.first).map(priced)
            .filter { !held.covers($0, now: now) && earliestAlone($0, now: now).map { $0 <= now } ?? false }
        guard let first = waiting.min(by: { ($0.priority, $0.id) < ($1.priority, $1.id) }) else { return }
        let count = max(first.cost, (window.total ?? 0) / 100)
        let reserve = first.priority == .batch ? reserve : 0
        claims?.want(count, leaving: reserve, now: now)
    }

    /// When ``grants(now:)`` should be asked again although nothing happens until then; `nil` if only an event can help.
    func nextWake(now: Duration) -> Duration? {
        queues.values.compactMap { $0.first.flatMap { earliest(priced($0), now: now) } }.filter { $0 > now }.min()
    }

    /// Until when a call cannot go, whatever the calls under way bring; `nil` if it may.
    mutating func opening(for call: PacedCall, now: Duration) -> Duration? {
        advance(to: now)
        if let opening = gates.opening(of: call.group, now: now) { return opening }
        if let usedUp = claims?.usedUpUntil, usedUp > now { return usedUp }
        let call = priced(call)
        if let limit = subLimits[call.group], limit.left(for: call.share) < 1 { return limit.nextStart }
        guard let remaining = window.remaining else { return nil }
        let hasRoom = min(remaining, shareLeft(call)) >= call.cost || remaining > 0 && remaining == window.total
        return hasRoom ? nil : window.nextStart
    }

    /// What is known about the limit now; `nil` when nothing is.
    mutating func limit(now: Duration) -> (total: Int?, remaining: Int, resets: Duration?)? {
        advance(to: now)
        if let opening = gates.opening(of: .general, now: now) { return (window.total, 0, opening) }
        return window.remaining.map { (window.total, $0, window.nextStart) }
    }

    /// Whether no call needs what is known, and no window is open of which anything is known.
    func isIdle(now: Duration) -> Bool {
        queues.isEmpty && inFlight.isEmpty && !gates.isAnyClosed(now: now) && window.nextStart.map { $0 <= now } ?? true
    }

    /// Whether the account was seen to differ from what its product's documentation says.
    var hasLearned: Bool { window.hasLearned || gates.isRefusing || !subLimits.isEmpty || !costs.isEmpty }

    /// Whether some call may find the limit used up; `false` is cheap and certain.
    func isClosedForSome(now: Duration) -> Bool {
        gates.isAnyClosed(now: now) || !spentByShare.isEmpty || !subLimits.isEmpty || claims?.usedUpUntil != nil
            || window.remaining.map { $0 < largestCost } ?? false
    }

    private mutating func advance(to now: Duration) {
        window.advance(to: now)
        for group in subLimits.keys { subLimits[group]?.advance(to: now) }
    }

    private func nextCall(now: Duration) -> PacedCall? {
        queues.values.compactMap(\.first).filter { earliest(priced($0), now: now).map { $0 <= now } ?? false }
            .min { ($0.priority, $0.id) < ($1.priority, $1.id) }
    }

    /// When a call may go by what is known now; `nil` while it waits for another call to end, or for an answer of the
    /// programs that share the limit.
    private func earliest(_ call: PacedCall, now: Duration) -> Duration? {
        guard let time = earliestAlone(call, now: now) else { return nil }
        guard let claims, time <= now, !claims.covers(call, now: now) else { return time }
        return claims.nextTry(now: now).flatMap { $0 > now ? $0 : nil }
    }

    /// The same as far as this program knows alone.
    private func earliestAlone(_ call: PacedCall, now: Duration) -> Duration? {
        if let opening = gates.opening(of: call.group, now: now) { return opening }
        let isBatch = call.priority == .batch
        let allowance = allowance(for: call, now: now)
        guard inFlight.count < mostInFlight(isBatch: isBatch, isKnown: allowance != nil) else { return nil }
        var time = now
        if let limit = subLimits[call.group] {
            guard limit.left(for: call.share) >= 1 else { return limit.nextStart }
            if isBatch, let next = nextOfGroup[call.group] { time = max(time, min(next, limit.nextStart ?? next)) }
        }
        guard let allowance else { return time }
        // A call that costs more than the whole limit goes when the window is untouched, and gets the service's own answer.
        if allowance < call.cost && !(window.remaining == window.total && inFlight.isEmpty) { return window.nextStart }
        guard isBatch else { return time }
        return max(time, min(max(nextBatch, reserveEnd(leaving: allowance - call.cost)), window.nextStart ?? nextBatch))
    }

    /// How many calls may be under way.
    private func mostInFlight(isBatch: Bool, isKnown: Bool) -> Int {
        // Whether the service lets calls in again, one call tells.
        if gates.isGuessing { return 1 }
        let whileUnknown = min(callsInFlight, Self.callsWhileUnknown, max(1, window.total ?? .max))
        guard isBatch else { return isKnown ? callsInFlight : whileUnknown }
        return max(1, (isKnown && window.isSeen ? callsInFlight : whileUnknown) - 1)
    }

    /// How many calls the limit and the client's share leave; `nil` while the limit is unknown.
    private func allowance(for call: PacedCall, now: Duration) -> Int? {
        guard let remaining = window.remaining else { return nil }
        // What others may have used since the last answer is not offered to calls for which nobody waits.
        let unseen = call.priority == .batch ? window.strangers(now: now) : 0
        return min(remaining - costInFlight - unseen, shareLeft(call))
    }

    /// How many calls of a window batch calls leave for interactive ones, until the next may have begun.
    private var reserve: Int { max(2, (window.total ?? 0) / 200) }

    /// When a batch call may go that leaves so many calls: the reserve is used up while the next window may begin at any
    /// moment, which also shows when it does.
    private func reserveEnd(leaving calls: Int) -> Duration {
        guard calls < reserve, let latest = window.nextStart, let earliest = window.earliestNextStart else {
            return .zero
        }
        // Where interactive calls come, the last call is left for one.
        let calls = calls - (window.number <= lastInteractive + 1 ? 1 : 0)
        guard calls >= 0 else { return latest }
        return latest - (latest - earliest) * (2 * calls + 1) / (2 * reserve)
    }

    private func shareLeft(_ call: PacedCall) -> Int {
        let share = call.share
        guard share.fraction < 1, let total = window.total else { return .max }
        let spent = windowOfShares == window.number ? spentByShare[share.number] ?? 0 : 0
        // A share that is smaller than one call lets that call go all the same.
        return max(call.cost, Int(share.fraction * Double(total))) - spent
    }

    private mutating func spend(_ call: PacedCall) {
        subLimits[call.group]?.spend(call.share)
        if windowOfShares != window.number {
            windowOfShares = window.number
            spentByShare = [:]
        }
        if call.share.fraction < 1 { spentByShare[call.share.number, default: 0] += call.cost }
    }

    /// What spreads the calls that are left, and this program's part of them, evenly over the rest of the window.
    private func spacing(of call: PacedCall, now: Duration) -> Duration {
        guard let end = window.earliestNextStart, let allowance = allowance(for: call, now: now), end > now else {
            return .zero
        }
        let calls = Double(max(allowance - reserve, call.cost)) * window.others.ownPart / Double(max(1, call.cost))
        return Self.part(of: end - now, calls)
    }

    /// In whole microseconds: fractions of less than a clock's tick come to nothing but wakes in vain.
    private static func part(of span: Duration, _ calls: Double) -> Duration {
        .microseconds(Int64((span / .microseconds(1) / max(1, calls)).rounded(.up)))
    }

    /// The same for a limit of its own.
    private static func spacing(of limit: SubLimit, for share: CallShare, now: Duration) -> Duration {
        guard let end = limit.nextStart, end > now else { return .zero }
        return part(of: end - now, Double(limit.left(for: share)))
    }

    private func priced(_ call: PacedCall) -> PacedCall {
        var call = call
        call.cost = costs.cost(of: call)
        return call
    }

    private func lane(of call: PacedCall) -> Lane {
        Lane(priority: call.priority, group: call.group, share: call.share)
    }
}
