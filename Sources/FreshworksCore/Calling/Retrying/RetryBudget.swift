/// Bounds how many repetitions an account may cause: a service that fails every call gets no flood on top.
struct RetryBudget: Sendable, Hashable {
    private static let full = 100
    private static let price = 5
    private var tokens = full

    /// Takes the price of one repetition; `false` if it cannot be paid.
    mutating func take() -> Bool {
        guard tokens >= Self.price else { return false }
        tokens -= Self.price
        return true
    }

    /// A call succeeded.
    mutating func refill() {
        tokens = min(Self.full, tokens + 1)
    }
}
