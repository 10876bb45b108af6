import Foundation

/// A fixed window of calls: full until it ends, then empty again at once.
struct CallWindow: Sendable {
    enum Start: Sendable {
        /// The first call after the window before has ended.
        case firstCall
        /// The full minute or hour of the wall clock.
        case calendar
    }

    let limit: Int
    let length: TimeInterval
    let start: Start
    private(set) var used = 0
    private(set) var end = Date.distantPast

    init(limit: Int, length: TimeInterval, start: Start) {
        self.limit = limit
        self.length = length
        self.start = start
    }

    var remaining: Int { max(0, limit - used) }

    /// Counts a call; `false` when the window is full. A refused call costs nothing.
    mutating func take(_ cost: Int = 1, at now: Date) -> Bool {
        guard hasRoom(for: cost, at: now) else { return false }
        used += cost
        return true
    }

    /// Whether a call would still fit. It opens a new window if the one before has ended.
    mutating func hasRoom(for cost: Int, at now: Date) -> Bool {
        // Who waited to the very end has: a date's last digits are rounded.
        if now.addingTimeInterval(0.000_001) >= end {
            used = 0
            let seconds = now.timeIntervalSince1970
            let begin = start == .calendar ? (seconds / length).rounded(.down) * length : seconds
            end = Date(timeIntervalSince1970: begin + length)
        }
        return used + cost <= limit
    }

    /// Whole seconds until the window ends, at least one.
    func secondsLeft(at now: Date) -> Int { max(1, Int(end.timeIntervalSince(now).rounded(.up))) }
}
