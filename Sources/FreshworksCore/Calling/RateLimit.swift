public import Foundation

/// What is known about an account's rate limit.
public struct RateLimit: Sendable, Hashable {
    /// Calls allowed per window: a minute (Freshdesk, Freshchat) or an hour (Freshsales), unless the account's are longer
    /// or shorter.
    public let total: Int?
    /// Calls left in the present window, those of other programs and priorities included.
    public let remaining: Int?
    /// When the window ends and all calls are there again, at the latest. As the service tells it, or else as its answers
    /// so far let conclude; `nil` when they do not.
    public let resetsAt: Date?

    /// Makes a reading.
    public init(total: Int?, remaining: Int?, resetsAt: Date? = nil) {
        self.total = total
        self.remaining = remaining
        self.resetsAt = resetsAt
    }

    /// What an answer told; `nil` when it told nothing.
    init?(_ reading: RateReading, at now: Date) {
        if reading.total == nil && reading.remaining == nil { return nil }
        self.init(
            total: reading.total, remaining: reading.remaining,
            resetsAt: reading.resetsIn.map { now.addingTimeInterval($0 / .seconds(1)) })
    }
}
