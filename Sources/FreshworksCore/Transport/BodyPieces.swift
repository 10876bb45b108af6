import Foundation

/// The bytes of a body as they arrive.
///
/// One buffer where the length is known before. Otherwise pieces: a buffer that grows is copied each time, and for a moment
/// stands twice in memory. A pure value.
struct BodyPieces: Sendable {
    /// Bytes. Small enough that what the memory's allocator gets back fits the next body, whatever was allocated between.
    static let pieceSize = 64 * 1024

    private(set) var pieces: [Data] = []
    /// How many bytes the last piece takes.
    private var room = 0
    /// How many bytes there are.
    private(set) var count = 0

    /// Takes the next bytes.
    /// - Parameter length: How many bytes the whole body has, where that was announced; looked at for the first of them. It may
    ///   turn out wrong.
    mutating func append(_ data: Data, of length: @autoclosure () -> Int? = nil) {
        count += data.count
        var rest = data
        if let last = pieces.indices.last {
            let free = max(0, room - pieces[last].count)
            guard data.count > free else { return pieces[last].append(data) }
            // Filled to the end, for what a connection brings at a time does not divide a piece.
            pieces[last].append(data.prefix(free))
            rest = data.dropFirst(free)
        }
        // The first piece grows where nothing was announced, for most bodies are small. Memory that is reserved costs nothing
        // until it is written to, so that a length that is a lie costs nothing either.
        let reserved = pieces.isEmpty ? length() ?? 0 : Self.pieceSize
        var piece = Data(capacity: reserved)
        piece.append(rest)
        pieces.append(piece)
        room = max(reserved, Self.pieceSize)
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
