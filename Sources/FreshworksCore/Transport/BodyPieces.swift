import Foundation

/// The bytes of a body as they arrive.
///
/// One buffer where the length was announced, otherwise pieces: a buffer that grows is copied each time, and for a moment stands
/// twice in memory. A pure value.
struct BodyPieces: Sendable {
    /// Bytes. Small enough that what the memory's allocator gets back fits the next body, whatever was allocated between.
    static let pieceSize = 64 * 1024

    /// How many times as much room as bytes have come there may be: an announcement is no proof, and memory can be scarce
    /// although nobody has written to it.
    static let leverage = 32

    private(set) var pieces: [Data] = []
    /// How many bytes the last piece takes.
    private(set) var room = 0
    /// How many bytes there are.
    private(set) var count = 0
    private var announced = 0

    /// Takes the next bytes.
    /// - Parameter length: How many bytes the whole body has, where that was announced; looked at for the first of them. It may
    ///   turn out wrong.
    mutating func append(_ data: Data, of length: @autoclosure () -> Int? = nil) {
        if pieces.isEmpty {
            announced = max(0, length() ?? 0)
            room = Self.pieceSize
            // What was not announced grows, for most bodies are small.
            pieces.append(Data(capacity: min(announced, room)))
        }
        let needed = count + data.count
        if needed > room, needed <= announced {
            room = min(announced, max(needed, count * Self.leverage))
            // Reserving would take a quarter more, which stays with the body.
            var roomier = Data(capacity: room)
            roomier.append(pieces[0])
            pieces[0] = roomier
        }
        count = needed
        let last = pieces.count - 1
        let free = max(0, room - pieces[last].count)
        guard data.count > free else { return pieces[last].append(data) }
        // Filled to the end, for what a connection brings at a time does not divide a piece.
        pieces[last].append(data.prefix(free))
        var piece = Data(capacity: Self.pieceSize)
        piece.append(data.dropFirst(free))
        pieces.append(piece)
        room = Self.pieceSize
    }

    /// All bytes in one; there are none afterwards.
    mutating func takeJoined() -> Data {
        defer { self = BodyPieces() }
        guard pieces.count > 1 else { return pieces.popLast() ?? Data() }
        var joined = Data(capacity: count)
        for index in pieces.indices {
            joined.append(pieces[index])
            // Given back at once, so that the body is never there twice.
            pieces[index] = Data()
        }
        return joined
    }
}
