/// What one call may do differently.
public struct CallOptions: Sendable {
    /// How long the call may take in all, waits and repetitions included.
    public var deadline: Duration
    /// Whether somebody waits for the answer.
    public var priority: Priority
    /// Header fields to send besides the library's own, such as `traceparent`. They cannot replace the credential.
    public var headers: HeaderFields

    /// Makes options; the defaults suit most calls.
    public init(
        deadline: Duration = .seconds(60), priority: Priority = .interactive, headers: HeaderFields = HeaderFields()
    ) {
        self.deadline = deadline
        self.priority = priority
        self.headers = headers
    }

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
