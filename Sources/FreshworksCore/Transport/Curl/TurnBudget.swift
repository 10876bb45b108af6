/// How much of one answer is taken in one turn of the loop, so that a busy connection does not hold up the others.
///
/// libcurl alone reads a connection up to a hundred times before it looks at the next. A pure value.
struct TurnBudget: Sendable {
    /// Bytes a turn.
    static let bytes = 64 * 1024
    /// What a piece costs besides its bytes: in the time that it takes, so many bytes are copied.
    static let perPiece = 512

    private var spent = 0
    /// Whether libcurl was told to pause.
    private(set) var isPaused = false
    /// What had been received before the pause is taken whatever its size: handed back again and again, it would be copied
    /// each time.
    private var isUnlimited = false

    /// Asks for a piece. After a `false` the answer is paused.
    mutating func allows(_ count: Int) -> Bool {
        guard isUnlimited || spent < Self.bytes else {
            isPaused = true
            return false
        }
        spent += count + Self.perPiece
        return true
    }

    /// A new turn begins.
    mutating func renew() { spent = 0 }

    /// What was kept back is about to come.
    mutating func beginResuming() {
        isPaused = false
        isUnlimited = true
    }

    /// What was kept back has come.
    mutating func endResuming() { isUnlimited = false }
}
