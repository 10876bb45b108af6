import Synchronization

/// The states of authorizations that have had their callback, so that none is taken twice.
///
/// Only digests are kept, for as long as an authorization could still be exchanged. When there are more than any app has, the
/// oldest are forgotten first: from then on, as between processes, the server's codes, good for one use, protect alone.
package struct SpentStates: Sendable {
    /// Longer than any authorization is good for.
    private static let shortestMemory: Duration = .seconds(900)
    private let limit: Int
    private var recent: Set<[UInt8]> = []
    private var older: Set<[UInt8]> = []
    private var recentSince: Duration = .zero

    /// - Parameter limit: At least so many are remembered, at most twice as many.
    package init(limit: Int = 10_000) { self.limit = limit }

    /// Spends a state.
    /// - Parameter now: On the monotonic clock.
    /// - Returns: `false` if it was spent before.
    package mutating func spend(_ state: Secret, now: Duration) -> Bool {
        if recent.count >= limit || now - recentSince >= Self.shortestMemory {
            (older, recent, recentSince) = (recent, [], now)
        }
        let digest = SHA256.hash(state.reveal().utf8)
        return !older.contains(digest) && recent.insert(digest).inserted
    }
}

/// The spent states of a runtime.
final class SpentAuthorizations: RuntimeResident {
    private let states = Mutex(SpentStates())

    init() {}

    /// Spends a state.
    /// - Returns: Whether that is the first time.
    func spend(_ state: Secret, now: Duration) -> Bool { states.withLock { $0.spend(state, now: now) } }
}
