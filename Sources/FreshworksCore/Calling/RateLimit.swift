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

    /// Reads the header fields of an answer, in the spellings of all products; `nil` without any of them.
    package init?(_ headers: HeaderFields) {
        total = (headers["X-RateLimit-Total"] ?? headers["X-RateLimit-Limit"]).flatMap(Self.count)
        remaining = headers["X-RateLimit-Remaining"].flatMap(Self.count)
        if total == nil && remaining == nil { return nil }
    }

    private static func count(_ text: String) -> Int? {
        Int(text.trimmingPrefix(while: \.isWhitespace)).flatMap { $0 >= 0 ? $0 : nil }
    }
}
