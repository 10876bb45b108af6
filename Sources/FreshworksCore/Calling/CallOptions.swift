/// What one call may do differently.
public struct CallOptions: Sendable {
    /// How long the call may take in all, waits and repetitions included.
    public var deadline: Duration
    /// How much longer waits for the account's rate limit may take, on top of the deadline, which they then do not count
    /// against. `nil` counts them against the deadline of a single call; a page of a list waits as long as it takes.
    public var limitPatience: Duration?
    /// Whether somebody waits for the answer.
    public var priority: Priority
    /// Header fields to send besides the library's own, such as `traceparent`. They cannot replace the credential.
    public var headers: HeaderFields
    /// Hears how far the sending and receiving of bodies is, from the package's own transports. It is called for every piece,
    /// from a thread that carries other calls too, so it must return at once. A repetition begins at 0 again. URLSession on Linux
    /// tells of a sent body when all of it has been.
    public var progress: (@Sendable (TransferProgress) -> Void)?

    /// Makes options; the defaults suit most calls.
    public init(
        deadline: Duration = .seconds(60), priority: Priority = .interactive, headers: HeaderFields = HeaderFields(),
        limitPatience: Duration? = nil, progress: (@Sendable (TransferProgress) -> Void)? = nil
    ) {
        self.deadline = deadline
        self.limitPatience = limitPatience
        self.priority = priority
        self.headers = headers
        self.progress = progress
    }

    /// The same for one call of many: it waits for the rate limit as many windows as it takes, unless a bound was set.
    package var ofManyCalls: CallOptions {
        var copy = self
        copy.limitPatience = limitPatience ?? Self.endlessPatience
        return copy
    }

    /// The same for a call that has to be over in a while: nothing of it, waits for the rate limit included, takes longer.
    package func within(_ left: Duration) -> CallOptions {
        var copy = self
        copy.deadline = min(deadline, left)
        copy.limitPatience = limitPatience.flatMap { copy.deadline < left ? min($0, left - copy.deadline) : nil }
        return copy
    }

    /// More than any clock counts, and little enough to be added to.
    static let endlessPatience = Duration.seconds(10_000_000_000)

    /// In which order calls go when the account's rate limit is short.
    public enum Priority: Int, Sendable, Hashable, Comparable {
        /// Goes as soon as the limit allows, before all batch calls.
        case interactive
        /// Spread evenly over the limit's window, and leaves room for interactive calls.
        case batch

        /// Whether calls of the left kind go first.
        public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
    }
}
