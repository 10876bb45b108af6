import Synchronization

/// The part of an account's rate limit that one client keeps to, so that others find calls left.
struct CallShare: Sendable, Hashable {
    let fraction: Double
    /// Clients with a share of their own are counted apart.
    let number: UInt64

    private static let last = Atomic<UInt64>(0)

    /// The whole limit, counted together with all others that have it.
    static let whole = CallShare(fraction: 1, number: 0)

    /// A part of the limit, counted for itself.
    static func part(_ fraction: Double) -> CallShare {
        CallShare(fraction: fraction, number: last.wrappingAdd(1, ordering: .relaxed).newValue)
    }
}
