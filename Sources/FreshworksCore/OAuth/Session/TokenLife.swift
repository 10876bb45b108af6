import Foundation

/// How long an access token may be used, in monotonic time. A pure value that is told the time.
struct TokenLife: Sendable, Hashable {
    private let staleAt: Duration
    private let expiredAt: Duration

    enum State: Sendable {
        /// Used without a thought.
        case fresh
        /// Used, while a newer one is obtained in the background.
        case stale
        /// Not used; callers wait for a newer one.
        case expired
    }

    /// - Parameters:
    ///   - margin: How long before its end a token is stale, at most; never more than a quarter of its life.
    ///   - jitter: From 0 to 1: spreads the background refreshes of several processes.
    init(of tokens: OAuthTokens, margin: Duration, jitter: Double, now: Duration, wallNow: Date) {
        // What cannot be refreshed is used to its end, or until a service refuses it.
        let isRefreshable = tokens.refreshToken != nil
        guard let end = tokens.expiresAt else {
            // Of unknown life: refreshed before its first use.
            let firstUse = isRefreshable ? Duration.zero : .seconds(Int64.max)
            (staleAt, expiredAt) = (firstUse, firstUse)
            return
        }
        let life = max(.zero, Self.duration(from: tokens.obtainedAt, to: end))
        let margin = isRefreshable ? min(margin, life / 4) : .zero
        // A token that ends on its way to the service would only come back as a 401.
        let leeway = min(.seconds(10), life / 20)
        let monotonicEnd = now + Self.duration(from: wallNow, to: end)
        expiredAt = monotonicEnd - leeway
        staleAt = monotonicEnd - margin + min(.seconds(30), margin / 2) * min(max(jitter, 0), 1)
    }

    /// A `Duration` traps on what it cannot hold, and a `Date` may be infinite or not a number.
    private static func duration(from start: Date, to end: Date) -> Duration {
        .seconds(min(max(-1e12, end.timeIntervalSince(start)), 1e12))
    }

    func state(at now: Duration) -> State {
        if now >= expiredAt { return .expired }
        return now >= staleAt ? .stale : .fresh
    }
}
