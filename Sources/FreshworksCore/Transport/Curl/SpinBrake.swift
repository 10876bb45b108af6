/// Slows down a loop that goes round and round with nothing to do.
///
/// An upload over HTTP/2 stops when it has sent as much as the server takes at a time. libcurl before 8.5 then asks for a
/// turn as soon as the socket can be written, which it can, and not when the server takes more (curl #7821, #10618,
/// #11242): a core for nothing, for as long as the server likes. A pure value.
struct SpinBrake: Sendable {
    /// Microseconds. In a turn that rests, others wait so much longer.
    static let rest: UInt32 = 1_000
    /// Turns without a movement that pass at full speed: a handshake takes some, many handshakes take many.
    static let patience = 500
    /// How many such turns a movement makes up for. Usual traffic has about one of each.
    static let relief = 10

    private var idleTurns = 0

    /// Whether to rest before the next turn.
    /// - Parameter movement: Whether anything was sent or received in this one.
    mutating func rests(afterTurnWith movement: Bool) -> Bool {
        idleTurns = movement ? max(0, idleTurns - Self.relief) : min(2 * Self.patience, idleTurns + 1)
        return !movement && idleTurns > Self.patience
    }
}
