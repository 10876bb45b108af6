import Foundation

/// How far a conversation was watched: to keep, so that watching goes on after a restart without repeats or gaps.
///
/// It is a text for storing, and grows no further than what was written within a few seconds.
public struct WatchPosition: Sendable, Hashable, Codable {
    /// The newest message's time.
    var time: Date
    /// The messages that were delivered and are not older than the overlap, with their times.
    var recent: [String: Date]

    /// The position before the first message.
    public static let beginning = WatchPosition(time: .distantPast, recent: [:])

    /// How far before the newest message there may still be some that nobody has seen: messages of the same moment, and those
    /// that the service shows late.
    static let overlap: TimeInterval = 10

    /// Nothing that is older than this is new.
    var floor: Date { time == .distantPast ? time : time.addingTimeInterval(-Self.overlap) }

    /// Whether a message was delivered, or is older than any that could be new.
    func covers(_ id: String, _ date: Date) -> Bool { recent[id] != nil || date < floor }

    /// Moves on by a message.
    mutating func add(_ id: String, _ date: Date) {
        recent[id] = date
        guard date > time else { return }
        time = date
        recent = recent.filter { $0.value >= floor }
    }
}
