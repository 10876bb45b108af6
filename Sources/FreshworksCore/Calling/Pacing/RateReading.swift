import Foundation

/// What an answer's header fields say about the rate limit.
struct RateReading: Sendable, Hashable {
    /// Calls allowed per window.
    var total: Int?
    /// Calls left in the window, after this one.
    var remaining: Int?
    /// When the window ends, from the moment of reading.
    var resetsIn: Duration?
    /// What the call cost.
    var cost: Int?

    init(total: Int? = nil, remaining: Int? = nil, resetsIn: Duration? = nil, cost: Int? = nil) {
        self.total = total
        self.remaining = remaining
        self.resetsIn = resetsIn
        self.cost = cost
    }

    /// Reads the fields of all products; names differ in case and spelling.
    init(_ headers: HeaderFields, now: Date) {
        func count(_ name: String) -> Int? {
            // More than any account has is no number of calls.
            headers[name].flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
                .flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
        }
        total = count("X-RateLimit-Total") ?? count("X-RateLimit-Limit")
        remaining = count("X-RateLimit-Remaining")
        cost = count("X-RateLimit-Used-CurrentRequest")
        resetsIn = (headers["X-RateLimit-Reset"] ?? headers["X-RateLimitReset"]).flatMap { Self.wait($0, now) }
    }

    /// Freshchat sends seconds, from now or since 1970; Freshsales was seen to send `DDMMYYHHMMSS` in UTC. What lies in the
    /// past or more than an hour ahead is not believed.
    private static func wait(_ text: String, _ now: Date) -> Duration? {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard let number = Int64(text), number >= 0 else { return nil }
        let seconds =
            if text.utf8.count == 12, let date = Timestamp.parse(calendarStamp(text)) {
                date.timeIntervalSince(now)
            } else if number < 1_000_000_000 {
                Double(number)
            } else {
                Double(number) - now.timeIntervalSince1970
            }
        return (0...3600).contains(seconds) ? .seconds(seconds) : nil
    }

    /// `211126015900` as `2026-11-21T01:59:00Z`.
    private static func calendarStamp(_ digits: String) -> String {
        let pairs = stride(from: 0, to: 12, by: 2).map { digits.dropFirst($0).prefix(2) }
        return "20\(pairs[2])-\(pairs[1])-\(pairs[0])T\(pairs[3]):\(pairs[4]):\(pairs[5])Z"
    }
}
