/// A call as the pacer sees it.
struct PacedCall: Sendable {
    let id: UInt64
    /// Calls of one operation that are thought to cost the same do cost the same.
    var operation = ""
    let group: RateGroup
    var cost: Int
    let priority: CallOptions.Priority
    let share: CallShare
}

/// How a paced call ended.
enum PacedOutcome: Sendable {
    /// Nothing was sent.
    case notSent
    /// The service answered, and counted the call.
    case answered(RateReading)
    /// The service refused the call because a limit is used up (429).
    case refused(RateReading, retryAfter: Duration?)
    /// No answer came; the call may have been counted.
    case lost
}
