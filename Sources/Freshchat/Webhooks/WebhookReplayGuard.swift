import Foundation
import Synchronization

/// Finds deliveries that came before, and those that are too old to be the service's own.
///
/// ```swift
/// switch replays.admit(event) {
/// case .new: work(on: event)
/// case .repeated, .outdated: break      // answer 200 all the same
/// }
/// ```
///
/// How old an event may be is a trade-off. The service repeats what was not answered with 200 and does not say for how
/// long: after an outage of more than that age its own repetitions are outdated, and lost once they are answered with 200.
/// But a new process remembers nothing, and whoever has kept a delivery can send it again with success until it is that
/// old. Three days outlast a weekend; set less where a replay does more harm than a lost event.
///
/// An event that tells no time is known as repeated only as long as it is remembered, and so are all where more than the
/// capacity come within the age. It lives in one process; several machines need a store that they share, with
/// ``WebhookEvent/identity`` for the key.
public final class WebhookReplayGuard: Sendable {
    private let clock: any RuntimeClock
    private let memory: Mutex<WebhookMemory>

    /// What to do with an event.
    public enum Verdict: Sendable, Hashable {
        /// Nobody has seen it.
        case new
        /// It came before.
        case repeated
        /// It happened too long ago, or has not happened yet: somebody has kept a delivery and sent it again, or the
        /// service brings one after a long outage.
        case outdated
    }

    /// Makes a guard.
    /// - Parameters:
    ///   - age: How long ago an event may have happened; three days unless set.
    ///   - capacity: How many events are remembered, in about 300 bytes each. Those that are too old anyway are forgotten
    ///     first, then the oldest.
    public init(age: Duration = .seconds(3 * 86_400), capacity: Int = 100_000, clock: any RuntimeClock = SystemClock())
    {
        self.clock = clock
        memory = Mutex(WebhookMemory(age: age / .seconds(1), capacity: max(1, capacity)))
    }

    /// Decides on an event, and remembers it if it is new.
    public func admit(_ event: WebhookEvent) -> Verdict {
        let now = clock.wallNow
        return memory.withLock { $0.admit(event.identity, at: event.actionTime, now: now) }
    }

    /// Forgets an event whose work failed or was not begun, so that the service's next attempt is taken for a new one.
    /// There is one only where the answer is not 200.
    public func forget(_ event: WebhookEvent) { memory.withLock { $0.forget(event.identity) } }
}

/// What a guard remembers: a pure state machine that is told the time.
struct WebhookMemory {
    private let age: TimeInterval
    private let capacity: Int
    private var times: [String: Date] = [:]
    /// Also of events that were forgotten meanwhile, and once more of those that came again.
    private var order: [(identity: String, time: Date)] = []
    private var oldest = 0

    /// How far clocks may differ, in seconds.
    static let tolerance: TimeInterval = 300

    init(age: TimeInterval, capacity: Int) {
        self.age = age
        self.capacity = capacity
    }

    var count: Int { times.count }

    mutating func admit(_ identity: String, at time: Date?, now: Date) -> WebhookReplayGuard.Verdict {
        expire(now, above: .max)
        if times[identity] != nil { return .repeated }
        // An event without a time cannot be too old, and is remembered like all others.
        let time = time ?? now
        guard now.timeIntervalSince(time) <= age, time.timeIntervalSince(now) <= Self.tolerance else {
            return .outdated
        }
        // Room is made for what is new alone.
        expire(now, above: capacity - 1)
        times[identity] = now
        order.append((identity, now))
        // What was forgotten and came again stands there several times.
        if order.count - oldest > 2 * capacity {
            order = order[oldest...].filter { times[$0.identity] == $0.time }
            oldest = 0
        }
        return .new
    }

    mutating func forget(_ identity: String) { times[identity] = nil }

    /// Drops what is too old to be let through anyway, and the oldest of more than so many.
    private mutating func expire(_ now: Date, above most: Int) {
        let limit = age + Self.tolerance
        while oldest < order.count {
            let first = order[oldest]
            if let time = times[first.identity], time == first.time {
                guard times.count > most || now.timeIntervalSince(time) > limit else { break }
                times[first.identity] = nil
            }
            oldest += 1
        }
        if oldest > 1024, oldest * 2 > order.count {
            order.removeFirst(oldest)
            oldest = 0
        }
    }
}
