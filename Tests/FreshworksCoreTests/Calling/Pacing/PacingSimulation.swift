import TestSupport

@testable import FreshworksCore

/// A pacer's state machine between a demand and a ``SimulatedService``, event by event, in microseconds.
struct PacingSimulation {
    /// What is asked of the pacer. The batch queue is never empty while `batch` is set.
    struct Demand {
        var batch = true
        var batchShare = CallShare.whole
        /// Costs that come in turns.
        var costs = [1]
        /// The mean time between interactive calls, which then come at random, and how many come at once.
        var interactive: (every: Int, burst: Int)?
        /// The mean time between calls of another program.
        var foreignEvery: Int?
    }

    /// How the service tells the limit.
    enum Headers {
        /// Total and remaining; `Retry-After` on 429.
        case freshdesk
        /// Total, remaining and seconds until the end of the window, on each answer.
        case withReset
    }

    struct Outcome {
        var accepted = 0
        var refused = 0
        var foreign = 0
        var mostInFlight = 0
        /// Between the wish for an interactive call and its sending.
        var interactiveWaits: [Int] = []
    }

    static let second = 1_000_000
    static let minute = 60 * second

    var service: SimulatedService
    var demand = Demand()
    var headers = Headers.freshdesk
    var callsInFlight = 16
    /// New limits by the time at which they begin to hold.
    var planChanges: [(at: Int, limit: Int)] = []
    var random: SeededRandom

    private var machine: PacerMachine
    private var events = EventQueue<Event>()
    private var now = 0
    private var wake = Int.max
    private var lastID: UInt64 = 0
    private var batchWaiting = 0
    private var calls: [UInt64: (cost: Int, isBatch: Bool, wished: Int)] = [:]
    private var inFlight = 0
    private var outcome = Outcome()

    private enum Event {
        case arrival(UInt64)
        case answer(UInt64, SimulatedService.Stamp)
        case interactive
        case foreign
        case wake
        case plan(Int)
    }

    init(_ service: SimulatedService, seed: UInt64) {
        self.service = service
        random = SeededRandom(seed: seed)
        machine = PacerMachine(period: .microseconds(service.period), callsInFlight: callsInFlight)
    }

    /// Lets some windows pass, then counts over as many as are asked for.
    mutating func run(windows: Int, after warmUp: Int = 2) -> Outcome {
        machine = PacerMachine(period: .microseconds(service.period), callsInFlight: callsInFlight)
        let phase = if case .fixed(let phase) = service.windows { phase } else { 0 }
        let begin = warmUp * service.period - phase
        let end = begin + windows * service.period
        service.countsFrom = begin
        if demand.interactive != nil { events.add(.interactive, at: 0) }
        if demand.foreignEvery != nil { events.add(.foreign, at: 0) }
        for change in planChanges { events.add(.plan(change.limit), at: change.at) }
        letGo()
        while let (time, event) = events.next(), time < end {
            now = time
            handle(event)
            letGo()
        }
        outcome.accepted = service.accepted
        outcome.refused = service.refused
        outcome.foreign = service.foreign
        return outcome
    }

    private mutating func handle(_ event: Event) {
        switch event {
        case .arrival(let id):
            let stamp = service.call(cost: calls[id]?.cost ?? 0, at: now)
            events.add(.answer(id, stamp), at: now + latency())
        case .answer(let id, let stamp):
            calls[id] = nil
            inFlight -= 1
            machine.ended(id, told(stamp), now: .microseconds(now), jitter: Double.random(in: 0...1, using: &random))
        case .interactive:
            guard let (every, burst) = demand.interactive else { return }
            for _ in 0..<burst { enqueue(isBatch: false) }
            events.add(.interactive, at: now + Int.random(in: 0...2 * every, using: &random))
        case .foreign:
            _ = service.call(cost: 1, isForeign: true, at: now)
            events.add(.foreign, at: now + Int.random(in: 0...2 * (demand.foreignEvery ?? 0), using: &random))
        case .wake:
            wake = .max
        case .plan(let limit):
            service.limit = limit
        }
    }

    private mutating func letGo() {
        while demand.batch && batchWaiting < 20 { enqueue(isBatch: true) }
        for id in machine.grants(now: .microseconds(now)) {
            guard let call = calls[id] else { continue }
            inFlight += 1
            outcome.mostInFlight = max(outcome.mostInFlight, inFlight)
            if call.isBatch {
                batchWaiting -= 1
            } else if call.wished >= service.countsFrom {
                outcome.interactiveWaits.append(now - call.wished)
            }
            events.add(.arrival(id), at: now + latency())
        }
        guard let next = machine.nextWake(now: .microseconds(now)) else { return }
        let time = Int((next / .microseconds(1)).rounded(.up))
        if time < wake {
            wake = time
            events.add(.wake, at: time)
        }
    }

    private mutating func enqueue(isBatch: Bool) {
        lastID += 1
        let cost = demand.costs[Int(lastID) % demand.costs.count]
        calls[lastID] = (cost, isBatch, now)
        if isBatch { batchWaiting += 1 }
        machine.enqueue(
            PacedCall(
                id: lastID, group: .general, cost: cost, priority: isBatch ? .batch : .interactive,
                share: isBatch ? demand.batchShare : .whole))
    }

    private func told(_ stamp: SimulatedService.Stamp) -> PacedOutcome {
        let seconds = Duration.seconds((stamp.left + Self.second - 1) / Self.second)
        switch headers {
        case .freshdesk:
            if stamp.isRefused { return .refused(RateReading(), retryAfter: seconds) }
            return .answered(RateReading(total: stamp.total, remaining: stamp.remaining))
        case .withReset:
            let reading = RateReading(total: stamp.total, remaining: stamp.remaining, resetsIn: seconds)
            return stamp.isRefused ? .refused(reading, retryAfter: nil) : .answered(reading)
        }
    }

    /// One way.
    private mutating func latency() -> Int { Int.random(in: 50_000...400_000, using: &random) }
}

/// What happens next in simulated time: a binary heap, first in first out among events of one moment.
struct EventQueue<Event> {
    private var heap: [(time: Int, number: Int, event: Event)] = []
    private var lastNumber = 0

    mutating func add(_ event: Event, at time: Int) {
        lastNumber += 1
        heap.append((time, lastNumber, event))
        var child = heap.count - 1
        while child > 0, comes(child, before: (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func next() -> (time: Int, event: Event)? {
        guard !heap.isEmpty else { return nil }
        heap.swapAt(0, heap.count - 1)
        let first = heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && comes(child, before: least) {
                least = child
            }
            if least == parent { break }
            heap.swapAt(parent, least)
            parent = least
        }
        return (first.time, first.event)
    }

    private func comes(_ left: Int, before right: Int) -> Bool {
        (heap[left].time, heap[left].number) < (heap[right].time, heap[right].number)
    }
}
