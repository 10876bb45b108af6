import Synchronization

/// Acts when deadlines pass. As a rule one sleeping task serves them all.
///
/// A task of its own for each would be simpler, but the language's runtime keeps a canceled sleep, with its task, until its
/// time has come: calls that are answered at once would hold memory until their deadlines. So no sleep is canceled here
/// either: when an earlier deadline comes, another task sleeps until that, and the first one sleeps on for the later ones.
final class DeadlineTimer: Sendable {
    private let clock: any RuntimeClock
    private let state = Mutex(State())

    /// Tells the alarms of one timer apart. Remove an alarm that is not needed any more.
    struct Alarm: Sendable, Hashable, Comparable {
        fileprivate let deadline: Duration
        fileprivate let number: UInt64

        static func < (left: Alarm, right: Alarm) -> Bool {
            (left.deadline, left.number) < (right.deadline, right.number)
        }
    }

    private struct State {
        /// The earliest first. Most deadlines are later than all before them.
        var alarms: [(id: Alarm, act: @Sendable () -> Void)] = []
        var lastNumber: UInt64 = 0
        /// The one that wakes first is the last.
        var sleepers: [(wakes: Duration, task: Task<Void, Never>)] = []

        func index(of alarm: Alarm) -> Int {
            var (low, high) = (0, alarms.count)
            while low < high {
                let middle = (low + high) / 2
                if alarms[middle].id < alarm { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    init(clock: any RuntimeClock) { self.clock = clock }

    deinit { state.withLock { for sleeper in $0.sleepers { sleeper.task.cancel() } } }

    /// Acts once a deadline has passed, soon but never at once, unless the alarm is removed before.
    func add(at deadline: Duration, _ act: @escaping @Sendable () -> Void) -> Alarm {
        state.withLock { state in
            state.lastNumber += 1
            let alarm = Alarm(deadline: deadline, number: state.lastNumber)
            let index =
                if let last = state.alarms.last, alarm < last.id { state.index(of: alarm) } else { state.alarms.count }
            state.alarms.insert((alarm, act), at: index)
            sleep(&state)
            return alarm
        }
    }

    /// Forgets an alarm. It may be acting at this moment.
    func remove(_ alarm: Alarm) {
        state.withLock { state in
            let index = state.index(of: alarm)
            if index < state.alarms.count, state.alarms[index].id == alarm { state.alarms.remove(at: index) }
        }
    }

    /// Sees to it that somebody sleeps until the first deadline, or an earlier moment, and goes on from there.
    private func sleep(_ state: inout State) {
        guard let next = state.alarms.first?.id.deadline else { return }
        if let first = state.sleepers.last, first.wakes <= next { return }
        let task = Task { [clock, weak self] in
            guard (try? await clock.sleep(until: next)) != nil else { return }
            self?.wake(at: next)
        }
        state.sleepers.append((next, task))
    }

    private func wake(at deadline: Duration) {
        let now = max(deadline, clock.monotonicNow)
        let due = state.withLock { state in
            let count = state.alarms.firstIndex { $0.id.deadline > now } ?? state.alarms.count
            let due = state.alarms.prefix(count)
            state.alarms.removeFirst(count)
            state.sleepers.removeAll { $0.wakes == deadline }
            sleep(&state)
            return due
        }
        for alarm in due { alarm.act() }
    }
}
