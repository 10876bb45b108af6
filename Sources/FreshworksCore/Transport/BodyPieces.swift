import Foundation

/// The bytes of a body as they arrive.
///
/// Kept in pieces: one buffer that grows is copied each time, and for a moment stands twice in memory. A pure value.
struct BodyPieces: Sendable {
    /// Bytes. Small enough that what the memory's allocator gets back fits the next body, whatever was allocated between.
    static let pieceSize = 64 * 1024

    private var pieces: [Data] = []
    /// How many bytes there are.
    private(set) var count = 0

    /// Takes the next bytes.
    mutating func append(_ data: Data) {
        count += data.count
        if let last = pieces.indices.last, pieces[last].count + data.count <= Self.pieceSize {
            pieces[last].append(data)
        } else {
            var piece = Data()
            // The first piece grows, for most bodies are small.
            if !pieces.isEmpty { piece.reserveCapacity(Self.pieceSize) }
            piece.append(data)
            pieces.append(piece)
        }
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
