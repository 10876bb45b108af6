/// What a service last said about the account's rate limit.
public struct RateLimit: Sendable, Hashable {
    /// Calls allowed per window: a minute (Freshdesk, Freshchat) or an hour (Freshsales).
    public let total: Int?
    /// Calls left in the present window.
    public let remaining: Int?

    /// Makes a reading.
    public init(total: Int?, remaining: Int?) {
        self.total = total
        self.remaining = remaining
    }

    /// What an answer told; `nil` when it told nothing.
    init?(_ reading: RateReading) {
        if reading.total == nil && reading.remaining == nil { return nil }
        self.init(total: reading.total, remaining: reading.remaining)
    }
}
