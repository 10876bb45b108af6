import FreshworksSandbox
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
        /// Not at all.
        case none
    }

    struct Outcome {
        var accepted = 0
        var refused = 0
        var foreign = 0
        var mostInFlight = 0
        /// Between the wish for an interactive call and its sending.
        var interactiveWaits: [Int] = []

        /// Prints what became of the calls that the limit allowed.
        func show(_ name: String, of allowed: Int) {
            let used = Double(accepted * 1000 / max(1, allowed - foreign)) / 10
            print("pacing: \(name): \(used) % of \(allowed - foreign) used, \(refused) refused")
        }
    }

    static let second = 1_000_000
    static let minute = 60 * second

    var service: SimulatedService
    var demand = Demand()
    var headers = Headers.freshdesk
    var callsInFlight = 16
    /// How long a call is under way, one way.
    var latencies = 50_000...400_000
    /// New limits by the time at which they begin to hold.
    var planChanges: [(at: Int, limit: Int)] = []
    var random: SeededGenerator

    /// How many programs make the demand, each with a pacer of its own.
    var programs = 1
    /// The length of windows that the pacers are told; the true one unless given.
    var assumed: Int?
    var subLimits: [Int: [String: Int]] = [:]

    /// Whether the programs count together in a store.
    var sharesStore = false

    private var shared = SharedWindow()
    private var running: [Program] = []
    private var events = EventQueue<Event>()
    private var now = 0
    private var lastID: UInt64 = 0
    private var outcome = Outcome()

    private struct Program {
        var machine: PacerMachine
        var wake = Int.max
        var batchWaiting = 0
        var calls: [UInt64: (cost: Int, isBatch: Bool, wished: Int)] = [:]
        var inFlight = 0
    }

    private enum Event {
        case arrival(Int, UInt64)
        case answer(Int, UInt64, SimulatedService.Stamp)
        case store(Int, SharedRequest)
        case interactive
        case foreign
        case wake(Int)
        case plan(Int)
    }

    init(_ service: SimulatedService, seed: UInt64) {
        self.service = service
        random = SeededGenerator(seed: seed)
    }

    /// Lets some windows pass, then counts over as many as are asked for.
    mutating func run(windows: Int, after warmUp: Int = 2) -> Outcome {
        let machine = PacerMachine(
            period: .microseconds(assumed ?? service.period), callsInFlight: callsInFlight, subLimits: subLimits,
            isShared: sharesStore)
        running = Array(repeating: Program(machine: machine), count: programs)
        let phase = if case .fixed(let phase) = service.windows { phase } else { 0 }
        let begin = warmUp * service.period - phase
        let end = begin + windows * service.period
        service.countsFrom = begin
        if demand.interactive != nil { events.add(.interactive, at: 0) }
        if demand.foreignEvery != nil { events.add(.foreign, at: 0) }
        for change in planChanges { events.add(.plan(change.limit), at: change.at) }
        for program in running.indices { letGo(program) }
        while let (time, event) = events.next(), time < end {
            now = time
            letGo(handle(event))
        }
        outcome.accepted = service.accepted
        outcome.refused = service.refused
        outcome.foreign = service.foreign
        return outcome
    }

    /// - Returns: The program that the event concerns.
    private mutating func handle(_ event: Event) -> Int {
        switch event {
        case .arrival(let program, let id):
            let stamp = service.call(cost: running[program].calls[id]?.cost ?? 0, at: now)
            events.add(.answer(program, id, stamp), at: now + latency())
            return program
        case .answer(let program, let id, let stamp):
            running[program].calls[id] = nil
            running[program].inFlight -= 1
            let jitter = Double.random(in: 0...1, using: &random)
            running[program].machine.ended(id, told(stamp), now: .microseconds(now), jitter: jitter)
            return program
        case .store(let program, let request):
            let answer = shared.take(request, by: "\(program)", now: .microseconds(now)) {
                Int64(($0 / .milliseconds(1)).rounded(.up))
            }
            if let answer { running[program].machine.answered(.init(answer) { .milliseconds($0) }) }
            return program
        case .interactive:
            guard let (every, burst) = demand.interactive else { return 0 }
            for _ in 0..<burst { enqueue(0, isBatch: false) }
            events.add(.interactive, at: now + Int.random(in: 0...2 * every, using: &random))
        case .foreign:
            _ = service.call(cost: 1, isForeign: true, at: now)
            events.add(.foreign, at: now + Int.random(in: 0...2 * (demand.foreignEvery ?? 0), using: &random))
        case .wake(let program):
            running[program].wake = .max
            return program
        case .plan(let limit):
            service.limit = limit
        }
        return 0
    }

    private mutating func letGo(_ program: Int) {
        while demand.batch && running[program].batchWaiting < 20 { enqueue(program, isBatch: true) }
        for id in running[program].machine.grants(now: .microseconds(now)) {
            guard let call = running[program].calls[id] else { continue }
            running[program].inFlight += 1
            outcome.mostInFlight = max(outcome.mostInFlight, running[program].inFlight)
            if call.isBatch {
                running[program].batchWaiting -= 1
            } else if call.wished >= service.countsFrom {
                outcome.interactiveWaits.append(now - call.wished)
            }
            events.add(.arrival(program, id), at: now + latency())
        }
        for request in running[program].machine.takeNews() {
            events.add(.store(program, request), at: now + Int.random(in: 1000...20_000, using: &random))
        }
        guard let next = running[program].machine.nextWake(now: .microseconds(now)) else { return }
        let time = Int((next / .microseconds(1)).rounded(.up))
        if time < running[program].wake {
            running[program].wake = time
            events.add(.wake(program), at: time)
        }
    }

    private mutating func enqueue(_ program: Int, isBatch: Bool) {
        lastID += 1
        let cost = demand.costs[Int(lastID) % demand.costs.count]
        running[program].calls[lastID] = (cost, isBatch, now)
        if isBatch { running[program].batchWaiting += 1 }
        running[program].machine.enqueue(
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
        case .none:
            return stamp.isRefused ? .refused(RateReading(), retryAfter: nil) : .answered(RateReading())
        }
    }

    /// One way.
    private mutating func latency() -> Int { Int.random(in: latencies, using: &random) }
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
